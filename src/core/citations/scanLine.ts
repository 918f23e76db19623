import { frameIn, type LineState } from './lineState';
import type { Mode } from './mode';
import type { RegionKind } from './region';
import { TextScanner } from './textScanner';

/** A stretch of one line that is no plain code; offsets into the line. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: RegionKind;
  /** Whether it goes on from the line before. */
  readonly continues: boolean;
}

/** The spans of a line, in order, and what it tells the next line. */
export interface ScannedLine {
  readonly spans: readonly LineSpan[];
  readonly next: LineState;
}

/** What the first line of a text is told. */
export function initialState(mode: Mode): LineState {
  return { frame: frameIn(undefined, { mode, depth: 0, delimiter: '', indent: 0 }), before: '' };
}

/** Scans one line, given without its line break. Takes time linear in its length; never throws. */
export function scanLine(line: string, state: LineState): ScannedLine {
  const spans: LineSpan[] = [];
  const scanner = new TextScanner(line, 0, state, {
    add: (start, end, kind, continues) => spans.push({ start, end, kind, continues }),
  });
  scanner.advance(line.length);
  return { spans, next: scanner.state };
}
