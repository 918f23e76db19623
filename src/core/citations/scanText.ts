import type { Language } from './languages';
import type { LineState } from './lineState';
import { type Line, linesOf } from './lines';
import { initialState, type ScannedLine, scanLine } from './scanLine';

/** The lines of a text with their spans. */
export function* scanText(text: string, language: Language): Generator<Line & ScannedLine> {
  let state = initialState(language.mode);
  for (const line of linesOf(text)) {
    const scanned = scanNext(line.text, state, line.start === 0);
    state = scanned.next;
    yield { ...line, ...scanned };
  }
}

/** Scans a line; the `#!` line of a script is neither comment nor code. */
export function scanNext(line: string, state: LineState, isFirst: boolean): ScannedLine {
  return isFirst && /^#!\s*[/\w]/.test(line) ? { spans: [], next: state } : scanLine(line, state);
}
