import type { ReviewDocument } from '../core/reviews/review';
import { dateInWords } from '../core/wording/datesInWords';

/** Longer ids are file names, whose words the title says already. */
const longestId = 16;
const isDate = /^\d{4}(?:-\d\d){1,2}$/;

/** What stands beside a title in a list: `INC-7 · 9 May 2026`; without the year where a heading says it. */
export function shortDescription(review: ReviewDocument, isYearKnown = false): string {
  const date = review.date === undefined ? '' : dateInWords(review.date);
  const shown = isYearKnown ? date.replace(/ ?\d{4}$/, '') : date;
  const saysMore = review.id.length <= longestId && review.id !== review.title && !isDate.test(review.id);
  const id = saysMore ? review.id : '';
  return [id, shown].filter((part) => part !== '').join(' · ');
}
