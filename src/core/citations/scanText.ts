import { allSteps, type Steps } from '../steps';
import type { Language } from './languages';
import type { LineState } from './lineState';
import { linesOf } from './lines';
import { initialState, type LineSpan, type ScannedLine, scanLine } from './scanLine';

/** How many lines are scanned in a step. */
const linesInStep = 200;

/** Is handed a line of a text, where it begins, and its spans. */
export type LineVisitor = (line: string, start: number, spans: readonly LineSpan[]) => void;

/** Hands each line of a text, with where it begins and its spans, to a visitor. */
export function scanText(text: string, language: Language, visit: LineVisitor): void {
  allSteps(scanningText(text, language, visit));
}

/** The same in steps: some texts are long. */
export function* scanningText(text: string, language: Language, visit: LineVisitor): Steps<void> {
  let state = initialState(language.mode);
  let count = 0;
  for (const line of linesOf(text)) {
    if (++count % linesInStep === 0) yield;
    const scanned = scanNext(line.text, state, line.start === 0);
    state = scanned.next;
    visit(line.text, line.start, scanned.spans);
  }
}

/** Scans a line; the `#!` line of a script is neither comment nor code. */
export function scanNext(line: string, state: LineState, isFirst: boolean): ScannedLine {
  return isFirst && /^#!\s*[/\w]/.test(line) ? { spans: [], next: state } : scanLine(line, state);
}
