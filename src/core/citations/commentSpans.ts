import type { Span } from '../text/span';
import type { Language } from './languages';
import { scanText } from './scanText';

/** A comment or string of a text, its marks included. */
export interface CommentSpan extends Span {
  readonly kind: 'comment' | 'string';
}

/**
 * The comments and strings of a text, in order, without overlap; none in prose.
 *
 * Docstrings (Python, Julia, Elixir, GraphQL) are comments: they talk to people. Text of heredocs, templates and block scalars is string.
 * The code in `${…}` is neither. A comment over several lines is one span. Linear in the length of the text; never throws.
 */
export function commentSpans(text: string, language: Language): CommentSpan[] {
  if (language.isProse) return [];
  const spans: { start: number; end: number; kind: 'comment' | 'string' }[] = [];
  scanText(text, language, (_line, start, found) => {
    for (const span of found) {
      if (span.kind === 'code') continue;
      const last = spans.at(-1);
      if (span.continues && last?.kind === span.kind && isBreaks(text, last.end, start)) last.end = start + span.end;
      else spans.push({ start: start + span.start, end: start + span.end, kind: span.kind });
    }
  });
  return spans;
}

/** Whether there are only line breaks between two offsets: blank lines of a comment have no spans of their own. */
function isBreaks(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (text[at] === '\n' || text[at] === '\r')) at++;
  return at === to;
}
