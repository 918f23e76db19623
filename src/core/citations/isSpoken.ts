import type { Library } from '../reviews/library';
import { materialKind } from '../reviews/materialKind';
import { isSpokenAt } from '../reviews/sectionsAround';
import type { IndexedCitation } from './citationIndex';

/** Whether a citation stands in what people said, in a transcript or chat of the library: such a line is linked to, never quoted. */
export function isSpoken({ file, citation, start }: IndexedCitation, library: Library): boolean {
  const reviews = library.in(file);
  if (reviews.length > 0) return reviews.some((review) => isSpokenAt(review, start - (review.startsAt?.offset ?? 0)));
  if (materialKind(citation.path) !== 'transcript') return false;
  return library.sources.some(({ key }) => file.startsWith(key) && /^[\\/]/.test(file.slice(key.length)));
}
