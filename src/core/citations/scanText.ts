import type { Language } from './languages';
import type { LineState } from './lineState';
import { linesOf } from './lines';
import { initialState, type LineSpan, type ScannedLine, scanLine } from './scanLine';

/** Hands each line of a text, with where it begins and its spans, to a visitor. */
export function scanText(
  text: string,
  language: Language,
  visit: (line: string, start: number, spans: readonly LineSpan[]) => void,
): void {
  let state = initialState(language.mode);
  for (const line of linesOf(text)) {
    const scanned = scanNext(line.text, state, line.start === 0);
    state = scanned.next;
    visit(line.text, line.start, scanned.spans);
  }
}

/** Scans a line; the `#!` line of a script is neither comment nor code. */
export function scanNext(line: string, state: LineState, isFirst: boolean): ScannedLine {
  return isFirst && /^#!\s*[/\w]/.test(line) ? { spans: [], next: state } : scanLine(line, state);
}
