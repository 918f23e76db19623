import type { Span } from '../text/span';
import { citableSpans } from './citableSpans';
import type { FoundCitation } from './citation';
import type { DocumentRole } from './documentRole';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import type { LineSpan } from './scanLine';

/** Longer lines are made by machines; they are passed over when a text is scanned. UTF-16 units. */
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
  if (line.length > longestLine && !window) return none;
  const isWhole = role.isReview && !language.isProse;
  const parts = isWhole
    ? [{ start: 0, end: line.length, kind: 'review' as const }]
    : citableSpans(line, spans, language, role.matchIn);
  if (parts.length === 0) return none;
  const citations: FoundCitation[] = [];
  for (const whole of parts) {
    const part = window
      ? { ...whole, start: Math.max(whole.start, window.start), end: Math.min(whole.end, window.end) }
      : whole;
    if (part.start >= part.end) continue;
    for (const { start, end, id, passage, form, reviews } of known.findIn(line, part, role.path)) {
      const kind = role.isReview ? 'review' : part.kind;
      const text = line.slice(start, end);
      citations.push({ start, end, text, id, ...(passage === undefined ? {} : { passage }), kind, form, reviews });
    }
  }
  return citations.length === 0 ? none : citations;
}
