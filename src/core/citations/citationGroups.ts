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
  for (const { start, end, kind } of spans) {
    const isAlone = kind === 'comment' && isBlankBefore(text, start) && isBlankAfter(text, end);
    const last = blocks.at(-1);
    if (isAlone && last?.isOpen && isOneBreak(text, last.end, start)) last.end = end;
    else blocks.push({ start, end, isOpen: isAlone });
  }
  return blocks.map(({ start, end }) => ({ start, end }));
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
function isOneBreak(text: string, from: number, to: number): boolean {
  if (to - from > 1000) return false;
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(from, to));
}

function isBreak(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}
