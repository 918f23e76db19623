import type { CitationCount } from './citationHistory';

/** How many citations stood at the end of a month, a quarter or a year. */
export interface Period {
  /** `2024-03`, `2024-Q1` or `2024`. */
  readonly name: string;
  readonly code: number;
  readonly document: number;
}

/** At most so many points are drawn, in the finest of these that does. */
const most = 24;

/**
 * The counts at the end of each period from the first count to `until` (`YYYY-MM-DD`): months where few enough pass, else quarters, else years.
 * Empty where there are no counts.
 */
export function periodsOf(counts: readonly CitationCount[], until: string): Period[] {
  const first = counts.reduce((least, { date }) => (date < least ? date : least), until);
  if (counts.length === 0) return [];
  for (const months of [1, 3, 12]) {
    const from = indexOf(first, months);
    const to = indexOf(until, months);
    if (to - from < most || months === 12) return stepsBetween(counts, from, to, months);
  }
  return [];
}

function stepsBetween(counts: readonly CitationCount[], from: number, to: number, months: number): Period[] {
  const last = new Map<number, CitationCount>();
  // In the order of the commits: clocks may be wrong, and what came later counts.
  for (const count of counts) last.set(Math.min(to, indexOf(count.date, months)), count);
  const periods: Period[] = [];
  let at = { code: 0, document: 0 };
  for (let index = from; index <= to; index++) {
    at = last.get(index) ?? at;
    periods.push({ name: nameOf(index, months), code: at.code, document: at.document });
  }
  // The last one is what stands now.
  const now = counts.at(-1);
  const end = periods.pop();
  return now && end ? [...periods, { name: end.name, code: now.code, document: now.document }] : periods;
}

/** Which period since the year 0 a date is in. */
function indexOf(date: string, months: number): number {
  return Math.floor((Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) / months);
}

function nameOf(index: number, months: number): string {
  const month = index * months;
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  if (months === 12) return year;
  if (months === 3) return `${year}-Q${Math.floor((month % 12) / 3) + 1}`;
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
