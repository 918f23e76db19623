import type { ReviewDocument } from '../reviews/review';
import { joinWords } from './joinWords';
import { labelText } from './labelText';

/**
 * What a lens above a comment says: the title of the review the comment cites; for several, their ids, three at most.
 *
 * Safe as a label: one line, no icons, nothing unseen. Empty where there is no review.
 */
export function lensTitle(reviews: readonly ReviewDocument[]): string {
  const ids = [...new Set(reviews.map(({ id }) => id))];
  const [only] = reviews;
  if (only && reviews.length === 1) return labelText(only.title || only.id, 90);
  if (only && ids.length === 1) return `${labelText(only.id, 40)}: ${reviews.length} reviews have this id`;
  return joinWords(
    ids.map((id) => labelText(id, 40)),
    3,
    ' · ',
  );
}
