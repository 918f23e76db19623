import type { ReviewDocument } from '../core/reviews/review';
import { dateInWords } from '../core/wording/datesInWords';

/** Longer ids are file names, whose words the title says already. */
const longestId = 16;
const isDate = /^\d{4}(?:-\d\d){1,2}$/;

/** Longer ids leave no room for a title behind them. */
const longestNumber = 14;

/** Whether a row begins with the id of its review: with a number such as `INC-7` that the title does not say. */
export function beginsWithId({ id, title }: ReviewDocument): boolean {
  return id.length <= longestNumber && /\d/.test(id) && !isDate.test(id) && title !== '' && !title.startsWith(id);
}

/** The date of a review in words; without the year where a heading says it. */
export function shortDate({ date }: ReviewDocument, isYearKnown = false): string {
  const words = date === undefined ? '' : dateInWords(date);
  return isYearKnown ? words.replace(/ ?\d{4}$/, '') : words;
}

/** What stands beside a title in a list: `INC-7 · 9 May 2026`; without the year where a heading says it. */
export function shortDescription(review: ReviewDocument, isYearKnown = false): string {
  const saysMore = review.id.length <= longestId && review.id !== review.title && !isDate.test(review.id);
  const id = saysMore ? review.id : '';
  return [id, shortDate(review, isYearKnown)].filter((part) => part !== '').join(' · ');
}
