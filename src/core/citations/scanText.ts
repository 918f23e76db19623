import { allSteps, type Steps } from '../steps';
import type { Language } from './languages';
import type { LineState } from './lineState';
import { initialState, LineScanner, type LineSpan, type ScannedLine, scanLine } from './scanLine';

/** How many lines are scanned in a step. */
const linesInStep = 200;

/** Is handed a line of a text, where it begins, and its spans. */
export type LineVisitor = (line: string, start: number, spans: readonly LineSpan[]) => void;

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
  const scanner = new LineScanner(initialState(language.mode));
  const isAll = lines === 'all';
  let carriage = text.indexOf('\r');
  for (let start = 0, count = 1; ; count++) {
    if (count % linesInStep === 0) yield;
    const quiet = scanner.quietEnd(text, start);
    let end = quiet === undefined ? start : quiet;
    if (end < text.length && !isBreak(text.charCodeAt(end))) {
      const newline = text.indexOf('\n', end);
      if (carriage >= 0 && carriage < end) carriage = text.indexOf('\r', end);
      end = newline < 0 ? text.length : newline;
      if (carriage >= 0 && carriage < end) end = carriage;
    }
    const isScript = start === 0 && shebang.test(text);
    const spans = isScript ? [] : scanner.scan(text, start, end, quiet);
    if (isAll || spans.length > 0) visit(text.slice(start, end), start, spans);
    if (end === text.length) return;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

/** Of a line, or of a text that begins with one. */
const shebang = /^#![^\S\r\n]*[/\w]/;

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Scans a line; the `#!` line of a script is neither comment nor code. */
export function scanNext(line: string, state: LineState, isFirst: boolean): ScannedLine {
  return isFirst && shebang.test(line) ? { spans: [], next: state } : scanLine(line, state);
}
