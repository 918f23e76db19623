import type { Span } from '../text/span';
import type { FoundCitation } from './citation';
import type { CommentSpan } from './commentSpans';
import { commentSpans } from './commentSpans';
import type { Language } from './languages';

/** One comment, or line comments on consecutive lines, with what it cites: what gets one lens. */
export interface CitationGroup extends Span {
  /** In order; at least one. */
  readonly citations: readonly FoundCitation[];
}

/**
 * The citations of a text by the comment in which they stand. Line comments on consecutive lines with nothing else on them are one comment; a
 * comment behind code is one by itself. A citation outside of comments and strings (in prose) is a group by itself.
 */
export function citationGroups(text: string, language: Language, citations: readonly FoundCitation[]): CitationGroup[] {
  return citations.length === 0 ? [] : groupBySpans(citations, commentBlocks(text, commentSpans(text, language)));
}

/** Comments and strings, with line comments that belong together as one span. */
export function commentBlocks(text: string, spans: readonly CommentSpan[]): Span[] {
  const blocks: { start: number; end: number; isOpen: boolean }[] = [];
  for (const span of spans) {
    const isOpen = isAlone(text, span);
    const last = blocks.at(-1);
    if (isOpen && last?.isOpen && isOneBreak(text, last.end, span.start)) last.end = span.end;
    else blocks.push({ start: span.start, end: span.end, isOpen });
  }
  return blocks.map(({ start, end }) => ({ start, end }));
}

/** The one of these blocks that holds a part of a comment or string; nothing where none does. Looks no farther than that block reaches. */
export function commentBlockAround(text: string, spans: readonly CommentSpan[], part: Span): Span | undefined {
  const at = spans.findIndex(({ start, end }) => start <= part.start && part.end <= end);
  const span = spans[at];
  if (!span) return undefined;
  if (!isAlone(text, span)) return { start: span.start, end: span.end };
  let { start, end } = span;
  const joins = (other: CommentSpan, from: number, to: number) => isOneBreak(text, from, to) && isAlone(text, other);
  for (let other = at - 1; other >= 0; other--) {
    const before = spans[other];
    if (!before || !joins(before, before.end, start)) break;
    start = before.start;
  }
  for (let other = at + 1; other < spans.length; other++) {
    const after = spans[other];
    if (!after || !joins(after, end, after.start)) break;
    end = after.end;
  }
  return { start, end };
}

/** Whether a comment has its lines to itself, so that it may go on in the one below. */
function isAlone(text: string, { start, end, kind }: CommentSpan): boolean {
  return kind === 'comment' && isBlankBefore(text, start) && isBlankAfter(text, end);
}

/** Puts citations, in order, into the spans that hold them. */
export function groupBySpans(citations: readonly FoundCitation[], spans: readonly Span[]): CitationGroup[] {
  const groups: { start: number; end: number; citations: FoundCitation[] }[] = [];
  let at = 0;
  for (const citation of citations) {
    while (at < spans.length && (spans[at]?.end ?? 0) <= citation.start) at++;
    const span = spans[at];
    const place = span && span.start <= citation.start ? span : citation;
    const last = groups.at(-1);
    if (last && last.start === place.start && last.end === place.end) last.citations.push(citation);
    else groups.push({ start: place.start, end: place.end, citations: [citation] });
  }
  return groups;
}

function isBlankBefore(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 || isBreak(text[at]);
}

function isBlankAfter(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at >= text.length || isBreak(text[at]);
}

/** Whether only one line break and blanks stand between two offsets. */
export function isOneBreak(text: string, from: number, to: number): boolean {
  if (to - from > 1000 || !isBlankAfter(text, from)) return false;
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(from, to));
}

function isBreak(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}
