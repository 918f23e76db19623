import type { Span } from '../text/span';
import type { CitationKind } from './citation';
import type { MatchIn } from './findCitations';
import type { Language } from './languages';
import type { LineSpan } from './scanLine';

/** A part of a line in which citations count, and what they are there. */
export interface CitableSpan extends Span {
  readonly kind: CitationKind;
}

/** The parts of a line in which citations count, in order. Offsets are into the line. */
export function citableSpans(
  line: string,
  spans: readonly LineSpan[],
  language: Language,
  matchIn: MatchIn,
): readonly CitableSpan[] {
  if (language.isProse) {
    const prose = gaps(line, spans).map((span) => ({ ...span, kind: 'prose' as const }));
    return matchIn === 'everywhere' ? [...prose, ...all(spans, 'string')].sort((a, b) => a.start - b.start) : prose;
  }
  const found: CitableSpan[] = [];
  for (const { start, end, kind } of spans) {
    if (kind === 'comment' || (kind === 'string' && matchIn !== 'comments')) found.push({ start, end, kind });
  }
  if (matchIn !== 'everywhere') return found;
  return [...found, ...gaps(line, found).map((span) => ({ ...span, kind: 'string' as const }))].sort(
    (a, b) => a.start - b.start,
  );
}

/** The parts of a line that no span covers. */
function gaps(line: string, spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start > from) result.push({ start: from, end: start });
    from = end;
  }
  if (from < line.length) result.push({ start: from, end: line.length });
  return result;
}

function all(spans: readonly LineSpan[], kind: CitationKind): CitableSpan[] {
  return spans.map(({ start, end }) => ({ start, end, kind }));
}
