import type { Span } from '../text/span';
import { type CitableSpan, citableSpans } from './citableSpans';
import type { FoundCitation } from './citation';
import type { DocumentRole } from './documentRole';
import type { NameHit } from './findNames';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import type { LineSpan } from './scanLine';

/**
 * Longer lines are made by machines; they are passed over when a text is scanned, but for the labels of diagrams that programs write: each is
 * looked at by itself. UTF-16 units.
 */
export const longestLine = 10_000;

const none: readonly FoundCitation[] = [];

/**
 * The citations in one line; offsets into the line, a review's own ids included. Of a line that is too long, only those in a window are
 * told, none without it.
 */
export function lineCitations(
  line: string,
  spans: readonly LineSpan[],
  language: Language,
  known: KnownIds,
  role: DocumentRole,
  window?: Span,
): readonly FoundCitation[] {
  const isLong = line.length > longestLine;
  if (isLong && !window && !language.isDiagram) return none;
  const isWhole = role.isReview && !language.isProse;
  const parts = isWhole
    ? [{ start: 0, end: line.length, kind: 'review' as const }]
    : citableSpans(line, spans, language, role.matchIn);
  if (parts.length === 0) return none;
  const citations: FoundCitation[] = [];
  for (const whole of parts) {
    const part = window && !language.isDiagram ? within(whole, window) : whole;
    // Many parts of a very long line would take too long.
    const isPassedOver = isLong && !window && part.kind !== 'diagram';
    if (part.start >= part.end || isPassedOver) continue;
    for (const hit of namesIn(line, part, isLong, known, role.path)) {
      const { start, end, passage, form } = hit;
      const reviews = role.nearest(hit.reviews);
      const id = reviews === hit.reviews ? hit.id : (reviews[0]?.id ?? hit.id);
      const kind = role.isReview ? 'review' : part.kind;
      const text = line.slice(start, end);
      citations.push({ start, end, text, id, ...(passage === undefined ? {} : { passage }), kind, form, reviews });
    }
  }
  return citations.length === 0 ? none : citations;
}

function within(part: CitableSpan, window: Span): CitableSpan {
  return { ...part, start: Math.max(part.start, window.start), end: Math.min(part.end, window.end) };
}

/** The names in a part of a line. In a label `\n` breaks the line, so that no name begins with its `n`. */
function namesIn(
  line: string,
  part: CitableSpan,
  isLong: boolean,
  known: KnownIds,
  path: string | undefined,
): readonly NameHit[] {
  if (part.kind !== 'diagram') return known.findIn(line, part, path);
  if (!isLong) return known.findIn(withoutEscapes(line), part, path);
  const label = line.slice(part.start, part.end);
  if (label.length > longestLine) return [];
  return known
    .findIn(withoutEscapes(label), { start: 0, end: label.length }, path)
    .map((hit) => ({ ...hit, start: hit.start + part.start, end: hit.end + part.start }));
}

function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\[nlrt]/g, '  ') : text;
}
