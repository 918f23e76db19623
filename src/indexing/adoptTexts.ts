import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { LibrarySearch } from '../core/reviews/search';
import { isStored } from '../core/reviews/storedReview';
import type { Steps } from '../core/steps';
import type { FileLook } from './indexSource';
import { inSlices, startPace } from './pace';
import type { TextDocument, TextSegments } from './textIndexer';

/** Where full text is to be found, and what is known of the files it is of. */
export interface TextAdopter {
  readonly library: Library;
  readonly search: LibrarySearch;
  /** How a file looked when it was read into the library. */
  readonly lookOf: (key: string) => FileLook | undefined;
}

/**
 * Makes full text findable that another thread made, or that was kept: that of reviews that are as they were then. Tells how many reviews of the
 * library have none afterwards. Works in slices, and begins anew where the library changes meanwhile.
 */
export async function adoptTexts({ segments, documents }: TextSegments, adopter: TextAdopter): Promise<number> {
  const { library, search } = adopter;
  for (;;) {
    const { version } = library;
    const reviews = await inSlices(findingReviews(documents, adopter), startPace());
    if (version === library.version) return search.adopt({ segments, reviews });
  }
}

/** The reviews that some text is of; none for text of a file that is another now. */
function* findingReviews(
  documents: readonly TextDocument[],
  { library, lookOf }: TextAdopter,
): Steps<(ReviewDocument | undefined)[]> {
  const reviews: (ReviewDocument | undefined)[] = [];
  for (const { key, mtime, size, at } of documents) {
    if (reviews.length % 64 === 63) yield;
    const look = lookOf(key);
    const review = look?.mtime === mtime && look.size === size ? library.in(key)[at] : undefined;
    reviews.push(review && isStored(review) ? review : undefined);
  }
  return reviews;
}
