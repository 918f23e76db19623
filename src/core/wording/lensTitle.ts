import type { ReviewDocument } from '../reviews/review';
import { remembering } from '../text/remembering';
import { joinWords } from './joinWords';
import { labelText } from './labelText';

/** Asked with each keystroke for all citations of a document. */
const titleLabel = remembering((title) => labelText(title, 90));

/**
 * What a lens above a comment says: the title of the review the comment cites; for several, their ids, three at most.
 *
 * Safe as a label: one line, no icons, nothing unseen. Empty where there is no review.
 */
export function lensTitle(reviews: readonly ReviewDocument[]): string {
  const ids = [...new Set(reviews.map(({ id }) => id))];
  const [only] = reviews;
  if (only && reviews.length === 1) return titleLabel(only.title || only.id);
  if (only && ids.length === 1) return `${labelText(only.id, 40)}: ${reviews.length} reviews have this id`;
  return joinWords(
    ids.map((id) => labelText(id, 40)),
    3,
    ' · ',
  );
}
