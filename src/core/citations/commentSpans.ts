import type { Steps } from '../steps';
import type { Span } from '../text/span';
import type { Language } from './languages';
import type { RegionKind } from './region';
import { scanningSpans, scanSpans } from './scanText';
import type { SpanSink } from './textScanner';

/** A comment or string of a text, its marks included. */
export interface CommentSpan extends Span {
  readonly kind: 'comment' | 'string';
}

/** A comment, a string, or a label of a diagram: a quoted one as a whole, else what stands on its line. */
export interface ReadSpan extends Span {
  readonly kind: 'comment' | 'string' | 'label';
}

/**
 * The comments and strings of a text, in order, without overlap; none in prose.
 *
 * Docstrings (Python, Julia, Elixir, GraphQL) are comments: they talk to people. Text of heredocs, templates and block scalars is string.
 * The code in `${…}` is neither. A comment over several lines is one span. Linear in the length of the text; never throws.
 */
export function commentSpans(text: string, language: Language): CommentSpan[] {
  return language.isProse ? [] : readSpans(text, language).filter(isNoLabel);
}

/** The comments and strings of a text, likewise, and the labels of diagrams; in prose those of the diagrams in it. */
export function readSpans(text: string, language: Language): ReadSpan[] {
  const collected = new CollectedSpans(text);
  scanSpans(text, language, collected);
  return collected.spans;
}

/** The same in steps: some texts are long. */
export function* readingSpans(text: string, language: Language): Steps<ReadSpan[]> {
  const collected = new CollectedSpans(text);
  yield* scanningSpans(text, language, collected);
  return collected.spans;
}

/** Takes the spans of a text; what goes on from line to line is put together. */
export class CollectedSpans implements SpanSink {
  readonly spans: { start: number; end: number; kind: 'comment' | 'string' | 'label' }[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number, kind: RegionKind, continues: boolean): void {
    if (kind === 'code') return;
    const last = continues ? this.spans.at(-1) : undefined;
    if (last?.kind === kind && isBreaks(this.#text, last.end, start)) last.end = end;
    else this.spans.push({ start, end, kind });
  }
}

/** Whether there are only line breaks between two offsets: blank lines of a comment have no spans of their own. */
function isBreaks(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (text[at] === '\n' || text[at] === '\r')) at++;
  return at === to;
}

/** Whether a span is a comment or a string. */
export function isNoLabel(span: ReadSpan): span is CommentSpan {
  return span.kind !== 'label';
}
