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
  const found = language.isProse ? gaps(line, spans, 'prose') : [];
  for (const { start, end, kind } of spans) {
    const counted = kindOf(kind, language, matchIn);
    if (counted) found.push({ start, end, kind: counted });
  }
  if (language.isProse || matchIn === 'everywhere') found.sort((a, b) => a.start - b.start);
  return matchIn === 'everywhere' && !language.isProse
    ? [...found, ...gaps(line, found, 'string')].sort((a, b) => a.start - b.start)
    : found;
}

/** As what a citation in a span counts; nothing where it does not. In prose, comments and labels are those of a diagram in it. */
function kindOf(kind: LineSpan['kind'], language: Language, matchIn: MatchIn): CitationKind | undefined {
  if (kind === 'label') return 'diagram';
  if (kind === 'comment') return language.isProse || language.isDiagram ? 'diagram' : 'comment';
  if (language.isProse) return matchIn === 'everywhere' ? 'string' : undefined;
  return kind === 'string' && matchIn !== 'comments' ? 'string' : undefined;
}

/** The parts of a line that no span covers. */
function gaps(line: string, spans: readonly Span[], kind: CitationKind): CitableSpan[] {
  const result: CitableSpan[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start > from) result.push({ start: from, end: start, kind });
    from = end;
  }
  if (from < line.length) result.push({ start: from, end: line.length, kind });
  return result;
}
