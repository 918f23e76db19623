import { citableSpans } from './citableSpans';
import type { FoundCitation } from './citation';
import type { DocumentRole } from './documentRole';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import type { LineSpan } from './scanLine';

/** Longer lines are made by machines; they are passed over when a text is scanned. UTF-16 units. */
export const longestLine = 10_000;

/** The citations in one line; offsets into the line, a review's own ids included. */
export function lineCitations(
  line: string,
  spans: readonly LineSpan[],
  language: Language,
  known: KnownIds,
  role: DocumentRole,
): FoundCitation[] {
  if (line.length > longestLine) return [];
  const isWhole = role.isReview && !language.isProse;
  const parts = isWhole
    ? [{ start: 0, end: line.length, kind: 'review' as const }]
    : citableSpans(line, spans, language, role.matchIn);
  return parts.flatMap((part) =>
    known.findIn(line, part, role.path).map((hit) => ({
      start: hit.start,
      end: hit.end,
      text: line.slice(hit.start, hit.end),
      id: hit.id,
      ...(hit.passage === undefined ? {} : { passage: hit.passage }),
      kind: role.isReview ? ('review' as const) : part.kind,
      form: hit.form,
      reviews: hit.reviews,
    })),
  );
}
