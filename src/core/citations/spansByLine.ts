import type { RegionKind } from './region';
import type { LineSpan } from './scanLine';
import type { SpanSink } from './textScanner';

/** Is handed a line of a text, where it begins, and its spans. */
export type LineVisitor = (line: string, start: number, spans: readonly LineSpan[]) => void;

const none: readonly LineSpan[] = [];

/** Hands the spans of a text to a visitor, line by line: all lines, or those that have some. */
export class SpansByLine implements SpanSink {
  readonly #text: string;
  readonly #visit: LineVisitor;
  readonly #isAll: boolean;
  readonly #hasCarriage: boolean;
  /** The line that is next: where it begins, where it ends, and its spans. */
  #start = 0;
  #end: number;
  #spans: LineSpan[] | undefined;

  constructor(text: string, visit: LineVisitor, lines: 'all' | 'withSpans') {
    this.#text = text;
    this.#visit = visit;
    this.#isAll = lines === 'all';
    this.#hasCarriage = text.includes('\r');
    this.#end = this.#endOf(0);
  }

  add(start: number, end: number, kind: RegionKind, continues: boolean): void {
    while (start > this.#end) this.#leaveFor(start);
    this.#put(start, Math.min(end, this.#end), kind, continues);
    while (end > this.#end) {
      this.#leave();
      this.#put(this.#start, Math.min(end, this.#end), kind, true);
    }
  }

  /** Hands over what is left, once no spans will follow. */
  finish(): void {
    while (this.#isAll && this.#end < this.#text.length) this.#leave();
    this.#leave();
  }

  #put(start: number, end: number, kind: RegionKind, continues: boolean): void {
    if (start >= end) return;
    this.#spans ??= [];
    this.#spans.push({ start: start - this.#start, end: end - this.#start, kind, continues });
  }

  /** Hands over the line, and goes towards that of an offset behind it: to the next, or at once where none is wanted between. */
  #leaveFor(offset: number): void {
    this.#leave();
    if (this.#isAll || offset <= this.#end) return;
    let start = offset;
    while (start > this.#end && !isBreak(this.#text.charCodeAt(start - 1))) start--;
    this.#start = start;
    this.#end = this.#endOf(start);
  }

  /** Hands over the line, and goes to the next. */
  #leave(): void {
    const text = this.#text;
    if (this.#spans || this.#isAll) this.#visit(text.slice(this.#start, this.#end), this.#start, this.#spans ?? none);
    this.#spans = undefined;
    if (this.#end === text.length) return;
    this.#start = this.#end + (text.startsWith('\r\n', this.#end) ? 2 : 1);
    this.#end = this.#endOf(this.#start);
  }

  #endOf(start: number): number {
    const text = this.#text;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (!this.#hasCarriage) return end;
    anyBreak.lastIndex = start;
    return anyBreak.test(text) ? anyBreak.lastIndex - 1 : text.length;
  }
}

const anyBreak = /[\r\n]/g;

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
