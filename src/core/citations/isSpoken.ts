import type { Library } from '../reviews/library';
import { materialKind } from '../reviews/materialKind';
import { sectionAt, spokenFrom } from '../reviews/sectionsAround';
import type { IndexedCitation } from './citationIndex';

/** Whether a citation stands in what people said, in a transcript or chat of the library: such a line is linked to, never quoted. */
export function isSpoken({ file, citation, start }: IndexedCitation, library: Library): boolean {
  const reviews = library.in(file);
  if (reviews.length > 0) {
    return reviews.some((review) => {
      const offset = start - (review.startsAt?.offset ?? 0);
      const section = sectionAt(review, offset);
      return section !== undefined && offset >= (spokenFrom(review, section) ?? Number.POSITIVE_INFINITY);
    });
  }
  if (materialKind(citation.path) !== 'transcript') return false;
  return library.sources.some(({ key }) => file.startsWith(key) && /^[\\/]/.test(file.slice(key.length)));
}
