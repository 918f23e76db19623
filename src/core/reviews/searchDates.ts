import { findDates } from '../text/findDates';
import type { ReviewDocument } from './review';

/**
 * The reviews of a year, a month or a day that was typed, the latest first: `2026`, `2026-05`, `May 2026`, `9 May 2026`, `5/9/2026` by
 * either reading. None where anything else was typed.
 */
export function findByDate(reviews: Iterable<ReviewDocument>, query: string): readonly ReviewDocument[] {
  const wanted = datesOf(query.trim());
  if (wanted.length === 0) return [];
  const found: { readonly date: string; readonly review: ReviewDocument }[] = [];
  for (const review of reviews) {
    const { date } = review;
    if (date !== undefined && wanted.some((each) => date.startsWith(each))) found.push({ date, review });
  }
  return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(({ review }) => review);
}

/** The beginnings of dates that a query means, in the form in which reviews have them. */
function datesOf(query: string): readonly string[] {
  if (/^(?:19[7-9]|20\d)\d$/.test(query)) return [query];
  const [found] = findDates(query);
  if (found?.start !== 0 || found.end !== query.length) return [];
  return found.otherReading === undefined ? [found.date] : [found.date, found.otherReading];
}
