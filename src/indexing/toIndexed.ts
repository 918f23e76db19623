import { type IndexedCitation, reviewName } from '../core/citations/citationIndex';
import type { ScannedCitation } from './citationsInText';

/** A citation as the index keeps it; `file` is the key of its file. */
export function toIndexed(file: string, { citation, found }: ScannedCitation): IndexedCitation {
  const { start, end, form, reviews } = found;
  return { file, citation, start, end, form, reviews: reviews.map(reviewName) };
}
