import type { SearchChunk } from './searchChunks';
import { sectionsAround } from './sectionsAround';

/** The headings above a piece of a review, outermost first, the title of the review left out. */
export function headingPathOf({ review, section }: SearchChunk): readonly string[] {
  const headings = section ? sectionsAround(review, section).map(({ heading }) => heading) : [];
  return headings.filter((heading, at) => at > 0 || (heading !== review.rawTitle && heading !== review.title));
}
