/**
 * When a date is over, in ms since 1970: the end of the day, month or year that `YYYY-MM-DD`, `YYYY-MM` or `YYYY` names. Nothing for what is
 * no date.
 *
 * In UTC: a review does not say where its day was, and everybody should get the same answer.
 */
export function endOfDate(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return Date.UTC(Number(year) + 1, 0);
  return day === undefined
    ? Date.UTC(Number(year), Number(month))
    : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}
