import { findDates } from './findDates';
import { monthPattern, months } from './months';

/** A time of day as text tells it. */
export interface ToldTime {
  /** `HH:MM`, 24 hours, as the text counts. */
  readonly time: string;
  /** What the text goes on to say. */
  readonly rest: string;
}

const opening = /^[\s~≈[({<"'*`|>]{0,8}(?:(?:ca|approx|circa|c)\.? ?|(?:approximately|around|about|at|from) )?~?/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const yearlessDate = new RegExp(
  `^(?:${monthPattern}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|\\.)? ${monthPattern})`,
  'iu',
);
const figuresBeforeTime = /^\d{1,2}[-/.]\d{1,2}(?=\.?,?\s{1,3}\d{1,2}:\d{2})/;
const betweenDateAndTime = /^(?:T(?=\d)|[\s,:|@*\])-]{0,4}(?:at |ca\.? |approx\.? )?[~≈[(]?)/i;
const clock =
  /^(\d{1,2})(?:[:：h](\d{2})|時(?:(\d{1,2})分)?)(?:[:：.]\d{2}(?:[.,]\d{1,9})?)?(?!\d)(?:\s?([ap])\.?m\.?(?![\p{L}\p{N}])|([ap])(?![\p{L}\p{N}]))?/iu;
const wholeHour = /^(\d{1,2})\s?([ap])\.?m\.?(?![\p{L}\p{N}])/iu;
const military = /^([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hrs|hours|h|utc|gmt|z)(?![\p{L}\p{N}]))/iu;
const zone =
  /^ ?(?:\((?:[^()]{1,20})\)|(?:hrs|hours|h|Z|UTC|GMT|[A-Z]{1,4}T)(?![\p{L}\p{N}])(?: ?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})/u;
const rangeTo = /^\s?(?:-|–|—|→|->|to|until|〜|～|~)\s?~?/i;
const closing = /^[\s\])}>"'*`|]{0,8}(?:[-–—:：,|.→](?=\s|$|[^\d\s]))?[-\s:*]{0,6}/;

/**
 * The time with which a line begins, in any of the usual coats: `~13:15`, `[08:47]`, `2021-06-30 08:32 UTC`, `9:05:10 pm`, `16:00 – 17:00`,
 * `July 11, 2025, 12:42 PM`, `1406Z`, `14時06分`. Of a range the start counts.
 *
 * Expects text without marks. Answers nothing where there is no possible time of day.
 */
export function timeAtStart(text: string): ToldTime | undefined {
  if (!/\d/.test(text.slice(0, 60))) return undefined;
  const at = clockStart(text);
  if (at === undefined) return undefined;
  const first = readClock(text.slice(at, at + 40));
  if (!first) return undefined;
  let end = at + first.length;
  end += zone.exec(text.slice(end, end + 30))?.[0].length ?? 0;
  end = skipRange(text, end);
  return { time: first.time, rest: text.slice(end).replace(closing, '').trim() };
}

/** The time with which a line ends, for lines such as "First detected 2020-02-12 11:45". */
export function timeAtEnd(text: string): ToldTime | undefined {
  const match = /(?<![\d:])(\d{1,2}:\d{2})(?::\d{2})?(?: ?[AP]M)?(?: ?(?:UTC|GMT|Z|[A-Z]{1,4}T))?[.)]?$/.exec(
    text.slice(-30),
  );
  const read = match && readClock(match[0]);
  if (!match || !read) return undefined;
  const before = text.slice(0, Math.max(0, text.length - 30) + match.index);
  const date = findDates(before).at(-1);
  const isTail = date !== undefined && /^[\s,:T-]{0,4}$/.test(before.slice(date.end));
  return {
    time: read.time,
    rest: (isTail ? before.slice(0, date.start) : before).replace(/[\s:,(-]{1,6}$/, '').trim(),
  };
}

/** Where the figures of a time may begin; nothing where the text begins with other words. */
function clockStart(text: string): number | undefined {
  let at = opening.exec(text)?.[0].length ?? 0;
  const word = /^\p{L}{3,12}/u.exec(text.slice(at, at + 12))?.[0].toLowerCase();
  if (
    word === undefined
      ? !/\d/.test(text.charAt(at))
      : !months.has(word) && !/^(?:mon|tue|wed|thu|fri|sat|sun)/.test(word)
  ) {
    return undefined;
  }
  at += weekday.exec(text.slice(at, at + 14))?.[0].length ?? 0;
  const ahead = text.slice(at, at + 44);
  const date = findDates(ahead)[0];
  if (date?.start === 0) at += date.end;
  else {
    const yearless = yearlessDate.exec(ahead) ?? figuresBeforeTime.exec(ahead);
    if (!yearless) return at;
    at += yearless[0].length;
  }
  return at + (betweenDateAndTime.exec(text.slice(at, at + 20))?.[0].length ?? 0);
}

function readClock(text: string): { readonly time: string; readonly length: number } | undefined {
  const match = clock.exec(text);
  if (match) return told(match[0], match[1], match[2] ?? match[3] ?? '00', match[4] ?? match[5]);
  const hour = wholeHour.exec(text);
  if (hour) return told(hour[0], hour[1], '00', hour[2]);
  const figures = military.exec(text);
  return figures ? told(figures[0], figures[1], figures[2], undefined) : undefined;
}

function told(whole: string, hours = '', minutes = '', half: string | undefined) {
  const hour = Number(hours);
  if (hour > 24 || Number(minutes) > 59 || (half && hour > 12 && hour > 23)) return undefined;
  const shift = half && hour <= 12 ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour % 24;
  return { time: `${String(shift).padStart(2, '0')}:${minutes.padStart(2, '0')}`, length: whole.trimEnd().length };
}

function skipRange(text: string, from: number): number {
  const to = rangeTo.exec(text.slice(from, from + 10));
  if (!to) return from;
  let at = from + to[0].length;
  const date = findDates(text.slice(at, at + 30))[0];
  if (date?.start === 0) at += date.end + (/^[T ]/.test(text.slice(at + date.end)) ? 1 : 0);
  const second = readClock(text.slice(at, at + 40));
  if (!second) return at + (/^\d{1,2}(?=\s|$)/.exec(text.slice(at, at + 3))?.[0].length ?? from - at);
  at += second.length;
  return at + (zone.exec(text.slice(at, at + 30))?.[0].length ?? 0);
}
