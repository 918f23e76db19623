import { type Passages, passagesOfStory } from './readPassages';
import type { ReviewDocument } from './review';
import { readAgain } from './storedReview';
import { passagesBeforeStory } from './toldReview';

/** How the text of a review is divided; its story is not read for that where there is another way. Made anew each time. */
export function passagesOf(review: ReviewDocument): Passages {
  const told = readAgain(review) ?? review;
  return passagesBeforeStory(told) ?? passagesOfStory(told);
}
