import { allSteps, type Steps } from '../steps';
import type { Language } from './languages';
import type { LineState } from './lineState';
import { initialState, type ScannedLine, scanLine } from './scanLine';
import { type LineVisitor, SpansByLine } from './spansByLine';
import { type SpanSink, TextScanner } from './textScanner';

/** How much of a text is scanned in a step, in UTF-16 units. */
const inStep = 10_000;

/** Hands each line of a text, with where it begins and its spans, to a visitor. */
export function scanText(text: string, language: Language, visit: LineVisitor): void {
  allSteps(scanningText(text, language, visit));
}

/** The same in steps: some texts are long. Lines without spans are passed over where only those with some are wanted. */
export function* scanningText(
  text: string,
  language: Language,
  visit: LineVisitor,
  lines: 'all' | 'withSpans' = 'all',
): Steps<void> {
  const spans = new SpansByLine(text, visit, lines);
  yield* scanningSpans(text, language, spans);
  spans.finish();
}

/** Tells of the spans of a text. */
export function scanSpans(text: string, language: Language, sink: SpanSink): void {
  scannerOf(text, language, sink).advance(text.length);
}

/** The same in steps. */
export function* scanningSpans(text: string, language: Language, sink: SpanSink): Steps<void> {
  const scanner = scannerOf(text, language, sink);
  for (let to = inStep; scanner.advance(to); to += inStep) yield;
}

function scannerOf(text: string, language: Language, sink: SpanSink): TextScanner {
  const begin = text.startsWith('#!') ? (shebang.exec(text)?.[0].length ?? 0) : 0;
  return new TextScanner(text, begin, initialState(language.mode), sink);
}

/** The first line of a script with its break: it is neither comment nor code. */
const shebang = /^#![^\S\r\n]*[/\w][^\r\n]*(?:\r\n?|\n|$)/;

/** Scans a line; the `#!` line of a script is neither comment nor code. */
export function scanNext(line: string, state: LineState, isFirst: boolean): ScannedLine {
  return isFirst && shebang.test(line) ? { spans: [], next: state } : scanLine(line, state);
}
