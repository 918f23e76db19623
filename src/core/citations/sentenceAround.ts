import type { Span } from '../text/span';

const longest = 300;
/** Shorter sentences say little by themselves: in UTF-16 units, without what is cited and where links lead. */
const tellsLittle = 34;
const tellsNothing = 12;
const abbreviation =
  /(?:\b(?:e\.g|i\.e|cf|vs|etc|al|no|nr|approx|incl|resp|dr|mr|ms|mrs|prof|fig|sec|z\.B|bzw|vgl|p\.ex)|\b\p{L})\.$/iu;

/**
 * The sentence of a one-line text that holds a span, cut to about 300 UTF-16 units around it; with the one before where it says little by
 * itself; where there is none and it says nothing, with the one after.
 */
export function sentenceAround(text: string, span: Span): string {
  const ends = sentenceEnds(text);
  let first = ends.findLastIndex((end) => end <= span.start);
  const last = ends.findIndex((end) => end >= span.end);
  let end = last < 0 ? text.length : (ends[last] ?? text.length);
  let start = first < 0 ? 0 : (ends[first] ?? 0);
  const around = `${text.slice(start, span.start)}${text.slice(span.end, end)}`;
  const { length } = around.replace(/\]\([^()\s]*\)?/g, '').trim();
  if (length < tellsLittle && first >= 0) {
    first--;
    start = first < 0 ? 0 : (ends[first] ?? 0);
  } else if (length < tellsNothing && last >= 0) end = ends[last + 1] ?? text.length;
  return cut(text, { start, end }, span);
}

/** Offsets just behind the marks that end sentences. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?…]["')\]»”]{0,3}(?=\s)|[。！？]/gu)) {
    const end = match.index + match[0].length;
    const next = /\S/u.exec(text.slice(end, end + 3))?.[0] ?? '';
    const isInside =
      match[0].startsWith('.') && (/\p{Ll}/u.test(next) || abbreviation.test(text.slice(Math.max(0, end - 10), end)));
    if (!isInside) ends.push(end);
  }
  return ends;
}

function cut(text: string, sentence: Span, span: Span): string {
  if (sentence.end - sentence.start <= longest) return text.slice(sentence.start, sentence.end).trim();
  const room = Math.max(0, Math.floor((longest - (span.end - span.start)) / 2));
  const from = Math.max(sentence.start, Math.min(span.start - room, sentence.end - longest));
  const to = Math.min(sentence.end, Math.max(span.end + room, sentence.start + longest));
  const start = from === sentence.start ? from : wordStart(text, from, span.start);
  const end = to === sentence.end ? to : wordEnd(text, to, span.end);
  return `${start > sentence.start ? '…' : ''}${text.slice(start, end).trim()}${end < sentence.end ? '…' : ''}`;
}

function wordStart(text: string, from: number, limit: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 || blank >= limit ? limit : blank + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
  const blank = text.lastIndexOf(' ', to);
  return blank <= limit ? limit : blank;
}
