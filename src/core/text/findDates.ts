import { months } from './months';
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
const years = /(?<!\d)(?:19[7-9]|20\d)\d(?!\d)/g;
const dated = /(?:19[7-9]|20\d)\d|\d[-/]\d{1,2}[-/]\d/g;
const yearMonth = /(?<![\d./-])(\d{4})[-/](\d{2})(?![\d/-])/g;

const ordinal = '(?:st|nd|rd|th|er|\\.|º)?';
const range = `(?: ?(?:-|–|—|to|and|&|\\+) ?\\d{1,2}${ordinal})?`;
/** What stands before a year: a month, with or without a day behind it. */
const monthBefore = new RegExp(`(\\p{L}{3,12})\\.?,?(?:[ -](\\d{1,2})${ordinal}${range},?(?: of)?)?(?: de)?[ -]$`, 'u');
const dayBefore = new RegExp(`(?<!\\d)(\\d{1,2})${ordinal}${range}(?: ?-| (?:of |de )?|)$`, 'i');
/** The month and day with which a range over the end of a month begins. */
const spanBefore = new RegExp(`(\\p{L}{3,12})\\.? (\\d{1,2})${ordinal} ?(?:-|–|—|to) ?$`, 'u');

/**
 * Every date in a text, in order: `2021-06-30`, `2021年6月30日`, `30.06.2021`, `6/30/2021`, `30 June 2021`, `June 30th, 2021`, `June 2021`.
 * A range counts as its first day. Impossible dates are left out, not rolled over.
 *
 * `a.b.c` and `a-b-c` are day first, `a/b/c` month first, unless that is impossible; `otherReading` keeps what it could mean as well.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!mayHoldDate(text)) return found;
  eachMatch(iso, text, (match) => add(found, match, day(match[1], match[3], match[4]), true));
  eachMatch(numeric, text, (match) => addNumeric(found, match));
  if (/[年년]/.test(text)) {
    eachMatch(cjk, text, (match) =>
      add(found, match, match[3] ? day(match[1], match[2], match[3]) : month(match[1], match[2]), true),
    );
  }
  eachMatch(years, text, (match) => addInWords(found, text, match[0], match.index));
  eachMatch(yearMonth, text, (match) => add(found, match, month(match[1], match[2]), true));
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** Whether a text from an offset on may hold a date: a quick look for a year, or for figures divided in three, which says yes too often. */
export function mayHoldDate(text: string, from = 0): boolean {
  dated.lastIndex = from;
  return dated.test(text);
}

/** As `matchAll`, which makes a new expression with each call: every review asks several times. None matches the empty text. */
function eachMatch(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) visit(match);
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

/** A month before a year, and the day on either side of it. */
function addInWords(found: FoundDate[], text: string, year: string, at: number): void {
  const from = Math.max(0, at - 50);
  const before = text.slice(from, at);
  const match = monthBefore.exec(before);
  const name = match?.[1] ?? '';
  const monthOfYear = months.get(name.toLowerCase());
  // "it may 2 days later": verbs are in lower case.
  if (!match || monthOfYear === undefined || /^(?:may|march|mar)$/.test(name)) return;
  const ahead = before.slice(0, match.index);
  const span = match[2] ? spanBefore.exec(ahead) : undefined;
  const spanMonth = span ? months.get((span[1] ?? '').toLowerCase()) : undefined;
  const lead = match[2] ? undefined : dayBefore.exec(ahead);
  const date =
    span && spanMonth !== undefined
      ? day(year, String(spanMonth), span[2])
      : match[2] || lead
        ? day(year, String(monthOfYear), match[2] ?? lead?.[1])
        : month(year, String(monthOfYear));
  const start = from + (span && spanMonth !== undefined ? span.index : (lead?.index ?? match.index));
  if (date) found.push({ date, start, end: at + year.length, isIso: false });
}
