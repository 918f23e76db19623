import type { Span } from '../text/span';
import { quotedText } from './quotedText';
import type { SearchChunk } from './searchChunks';
import { findWord, searchWords } from './searchWords';

/** What is shown of a piece in which words were found. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly excerpt: string;
  readonly matched: readonly string[];
  readonly ranges: readonly Span[];
}

/** About two lines of a picker or terminal. */
const longestExcerpt = 220;
/** How much of it may stand before the first word found. */
const lead = 60;

/** A line of plain text around the found words of a piece, where they stand in it, and where the first stands in the review. */
export function excerptOf(
  { review, section, start, end, isFirst }: SearchChunk,
  isFound: (word: string) => boolean,
): Excerpt {
  const raw = review.text.slice(start, end);
  // A piece of a template or drawing has no words to show; the review still has.
  const text = quotedText(raw, review.format) || oneLine(review.summary ?? review.firstParagraph ?? '');
  const found = joined(searchWords(text).filter(({ word }) => isFound(word)));
  const window = windowAround(text, best(found));
  const ranges = found
    .filter((range) => range.start >= window.start && range.end <= window.end)
    .map((range) => ({
      start: range.start - window.start + window.before.length,
      end: range.end - window.start + window.before.length,
    }));
  const names = `${section?.heading ?? ''}\n${isFirst ? `${review.title}\n${review.id}` : ''}`;
  const beside = joined(searchWords(names).filter(({ word }) => isFound(word))).map((range) => slice(names, range));
  const matched = [...new Set([...found.map((range) => slice(text, range)), ...beside])].slice(0, 12);
  const firstInRaw = findWord(raw, isFound);
  return {
    line: lineOf(review.text, firstInRaw ? start + firstInRaw.start : (section?.start ?? start)),
    excerpt: `${window.before}${text.slice(window.start, window.end)}${window.after}`,
    matched,
    ranges,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}

/** Overlapping pairs of characters as one range. */
function joined(spans: readonly Span[]): readonly Span[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const before = ranges.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Where to begin so that most found words are seen; the first such place. */
function best(found: readonly Span[]): number {
  let at = found[0]?.start ?? 0;
  let most = 0;
  let last = 0;
  found.forEach(({ start }, index) => {
    last = Math.max(last, index);
    while (last < found.length && (found[last]?.end ?? 0) <= start + longestExcerpt - lead) last++;
    if (last - index > most) {
      most = last - index;
      at = start;
    }
  });
  return at;
}

function windowAround(text: string, at: number): Span & { readonly before: string; readonly after: string } {
  if (text.length <= longestExcerpt) return { start: 0, end: text.length, before: '', after: '' };
  const from = Math.max(0, Math.min(at - lead, text.length - longestExcerpt));
  const start = from === 0 ? 0 : wordBorder(text, from, Math.min(at, from + lead));
  const to = Math.min(text.length, start + longestExcerpt);
  const end = to === text.length ? to : wordBorder(text, to, Math.max(start, to - lead));
  return { start, end, before: start > 0 ? '…' : '', after: end < text.length ? '…' : '' };
}

/** The nearest place towards `limit` at a blank, else the nearest where no character is cut. */
function wordBorder(text: string, from: number, limit: number): number {
  const step = limit < from ? -1 : 1;
  for (let at = from; at !== limit; at += step) {
    if (text.charAt(step > 0 ? at - 1 : at) === ' ') return at;
  }
  let at = from;
  // Half of a pair is `Cs`; joiners are `Cf`.
  while (at > 0 && /\p{M}|\p{Cs}|\p{Cf}/u.test(text.charAt(at))) at--;
  return at;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++;
  }
  return line;
}
