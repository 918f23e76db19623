import type { ReviewDocument } from './review';
import { isStoredStoryRead } from './storedReview';
import { isToldStoryRead } from './toldReview';

/** Whether the story of a review is at hand. Where it is not, who first asks for any of it has the file read, which a list of hundreds must not do. */
export function isStoryRead(review: ReviewDocument): boolean {
  return isStoredStoryRead(review) ?? isToldStoryRead(review) ?? true;
}
