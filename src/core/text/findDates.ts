import { monthPattern, months } from './months';
import type { Span } from './span';

/** A date as a document writes it. */
export interface FoundDate extends Span {
  /** `YYYY-MM-DD`, or `YYYY-MM` where it names a month only. */
  readonly date: string;
  /** What it means to those who write day and month the other way round, where both are possible. */
  readonly otherReading?: string;
  /** Whether it is written year first with figures. */
  readonly isIso: boolean;
}

const iso = /(?<![\d.])(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const cjk = /(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?/g;
const numeric = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[.-]\d)/g;
const inWords = new RegExp(monthPattern, 'giu');
const yearMonth = /(?<![\d./-])(\d{4})[-/](\d{2})(?![\d/-])/g;

const ordinal = '(?:st|nd|rd|th|er|\\.|º)?';
const range = `(?: ?(?:-|–|—|to|and|&|\\+) ?\\d{1,2}${ordinal})?`;
const dayBefore = new RegExp(`(?<!\\d)(\\d{1,2})${ordinal}${range}(?: ?-| (?:of |de )?|)$`, 'i');
const dayAndYearAfter = new RegExp(`^\\.?,?[ -](\\d{1,2})${ordinal}${range},?(?: of)?[ -](\\d{4})(?!\\d)`, 'i');
const dayAfterSpan = new RegExp(
  `^\\.? (\\d{1,2})${ordinal} ?(?:-|–|—|to) ?(?:[a-z]{3,9}\\.? )\\d{1,2}${ordinal},? (\\d{4})(?!\\d)`,
  'i',
);
const yearAfter = /^\.?,?(?: de)?[ -](\d{4})(?!\d)/;

/**
 * Every date in a text, in order: `2021-06-30`, `2021年6月30日`, `30.06.2021`, `6/30/2021`, `30 June 2021`, `June 30th, 2021`, `June 2021`.
 * A range counts as its first day. Impossible dates are left out, not rolled over.
 *
 * `a.b.c` and `a-b-c` are day first, `a/b/c` month first, unless that is impossible; `otherReading` keeps what it could mean as well.
 */
export function findDates(text: string): FoundDate[] {
  if (!/\d{2}/.test(text)) return [];
  const found: FoundDate[] = [];
  for (const match of text.matchAll(iso)) add(found, match, day(match[1], match[3], match[4]), true);
  for (const match of text.matchAll(numeric)) addNumeric(found, match);
  if (/[年년]/.test(text)) {
    for (const match of text.matchAll(cjk)) {
      add(found, match, match[3] ? day(match[1], match[2], match[3]) : month(match[1], match[2]), true);
    }
  }
  for (const match of text.matchAll(inWords)) addInWords(found, text, match);
  for (const match of text.matchAll(yearMonth)) add(found, match, month(match[1], match[2]), true);
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** `YYYY-MM-DD` where such a day exists. */
export function day(year = '', monthOfYear = '', dayOfMonth = ''): string | undefined {
  const inMonth = month(year, monthOfYear);
  const number = Number(dayOfMonth);
  if (!inMonth || number < 1 || number > new Date(Date.UTC(Number(year), Number(monthOfYear), 0)).getUTCDate()) {
    return undefined;
  }
  return `${inMonth}-${dayOfMonth.padStart(2, '0')}`;
}

/** `YYYY-MM` where such a month exists. */
export function month(year = '', monthOfYear = ''): string | undefined {
  const number = Number(monthOfYear);
  if (number < 1 || number > 12 || !isYear(year)) return undefined;
  return `${year}-${monthOfYear.padStart(2, '0')}`;
}

/** Whether four figures are a year in which there may have been an incident with a computer. */
export function isYear(year: string): boolean {
  return /^(?:19[7-9]|20\d)\d$/.test(year);
}

function add(found: FoundDate[], match: RegExpMatchArray, date: string | undefined, isIso: boolean): void {
  const start = match.index ?? 0;
  if (date) found.push({ date, start, end: start + match[0].length, isIso });
}

function addNumeric(found: FoundDate[], match: RegExpMatchArray): void {
  const [whole, first = '', separator, second = '', last = ''] = match;
  // Two figures and dots are more often a version than a day.
  if (last.length === 2 && separator === '.') return;
  const year = last.length === 2 ? `20${last}` : last;
  const dayFirst = day(year, second, first);
  const monthFirst = day(year, first, second);
  const [date, otherReading] = separator === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const start = match.index ?? 0;
  const span = { start, end: start + whole.length, isIso: false };
  if (date && otherReading && date !== otherReading) found.push({ date, otherReading, ...span });
  else if (date ?? otherReading) found.push({ date: date ?? otherReading ?? '', ...span });
}

function addInWords(found: FoundDate[], text: string, match: RegExpMatchArray): void {
  const name = match[0];
  // "it may 2 days later": verbs are in lower case.
  if (name === 'may' || name === 'march' || name === 'mar') return;
  const at = match.index ?? 0;
  const before = text.slice(Math.max(0, at - 20), at);
  const after = text.slice(at + name.length, at + name.length + 40);
  const monthOfYear = String(months.get(name.toLowerCase()));
  const behind = dayAndYearAfter.exec(after) ?? dayAfterSpan.exec(after);
  if (behind) {
    const date = day(behind[2], monthOfYear, behind[1]);
    if (date) found.push({ date, start: at, end: at + name.length + behind[0].length, isIso: false });
    return;
  }
  const year = yearAfter.exec(after);
  if (!year) return;
  const ahead = dayBefore.exec(before);
  const date = ahead ? day(year[1], monthOfYear, ahead[1]) : month(year[1], monthOfYear);
  if (!date) return;
  found.push({
    date,
    start: at - (ahead ? before.length - ahead.index : 0),
    end: at + name.length + year[0].length,
    isIso: false,
  });
}
