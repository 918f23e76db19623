import { guards } from './guards';
import type { Frame, LineState } from './lineState';
import type { Mode, Step } from './mode';
import type { Guard, RegionKind } from './region';
import type { Candidate, Search } from './search';
import { isWordAt } from './wordBoundary';

const mostFrames = 64;
const mostFailures = 100;
const searchingGuards: ReadonlySet<Guard> = new Set(['codeSpan', 'regex', 'closesOnLine']);

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
  return { frame: { mode, depth: 0, delimiter: '', indent: 0, parent: undefined, level: 0 }, before: '' };
}

const none: readonly LineSpan[] = [];

/** Scans one line, given without its line break. Takes time linear in its length; never throws. */
export function scanLine(line: string, state: LineState): ScannedLine {
  const scanner = new LineScanner(state);
  const spans = scanner.scan(line, 0, line.length);
  return { spans, next: scanner.state };
}

/** Scans the lines of a text one after the other, each with what those before have told; for those with many. */
export class LineScanner {
  #state: LineState;
  #text = '';
  /** Where the line begins and ends in the text; all other offsets are into the line. */
  #begin = 0;
  #end = 0;
  /** The line by itself, once somebody wants it: most are never cut out. */
  #cut: string | undefined;
  #spans: LineSpan[] | undefined;
  #pending: Frame[] | undefined;
  /** What is open. */
  #frame: Frame;
  /** What was open when the line began. */
  #inherited: Frame;
  #before: string;
  /** Where the open span or the stretch of code began. */
  #from = 0;
  #failures: Map<string, number> | undefined;
  /** Of what the answer to {@link #isQuiet} is known. */
  #asked: Frame | undefined;
  #isSo = false;

  constructor(state: LineState) {
    this.#state = state;
    this.#frame = state.frame;
    this.#inherited = state.frame;
    this.#before = state.before;
  }

  /** What the line that was scanned last tells the next one. */
  get state(): LineState {
    if (this.#frame !== this.#state.frame || this.#before !== this.#state.before)
      this.#state = { frame: this.#frame, before: this.#before };
    return this.#state;
  }

  /** The line that was scanned last. */
  get line(): string {
    this.#cut ??= this.#text.slice(this.#begin, this.#end);
    return this.#cut;
  }

  /**
   * The offset of the first character, from one at which a line begins, that might mean something, or of the line break before it, or of the end;
   * nothing where more than characters has to be looked at.
   */
  quietEnd(text: string, begin: number): number | undefined {
    if (!this.#isQuiet()) return undefined;
    const table = this.#search().byCharacter;
    let at = begin;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13 || table[code > 127 ? 128 : code] !== undefined) break;
    }
    return at;
  }

  /** The spans of a line, in order. The characters before `at` (an offset into the text) are known to mean nothing. */
  scan(text: string, begin: number, end: number, at?: number): readonly LineSpan[] {
    this.#text = text;
    this.#begin = begin;
    this.#end = end;
    this.#cut = undefined;
    this.#spans = undefined;
    this.#from = 0;
    if (at === end) {
      this.#inherited = this.#frame;
      this.#leave(end - begin);
    } else this.#scanFrom(at === undefined ? undefined : at - begin);
    return this.#spans ?? none;
  }

  #scanFrom(quiet: number | undefined): void {
    this.#pending = undefined;
    this.#failures = undefined;
    this.#frame = afterDedent(this.#frame, this);
    this.#inherited = this.#frame;
    const text = this.#text;
    const begin = this.#begin;
    const length = this.#end - begin;
    let at = quiet ?? this.#start();
    let table = this.#search().byCharacter;
    for (; at < length; ) {
      const code = text.charCodeAt(begin + at);
      const candidates = table[code > 127 ? 128 : code];
      if (candidates === undefined) {
        at++;
        continue;
      }
      const frame = this.#frame;
      at = this.#try(candidates, at);
      if (frame !== this.#frame) table = this.#search().byCharacter;
    }
    this.#leave(length);
    let frame = afterLine(this.#frame, text, this.#end);
    for (const pending of this.#pendings()) frame = { ...pending, parent: frame, level: frame.level + 1 };
    this.#frame = frame;
  }

  /** What this line opens and begins with the next one, the outermost first. */
  #pendings(): readonly Frame[] {
    return this.#pending?.reverse() ?? [];
  }

  /** Whether a line in which no character means anything leaves all as it is. */
  #isQuiet(): boolean {
    const frame = this.#frame;
    if (frame !== this.#asked) {
      this.#asked = frame;
      this.#isSo = isQuiet(frame) && this.#search().atStart.length === 0;
    }
    return this.#isSo;
  }

  #search(): Search {
    return this.#frame.mode.search(this.#frame.delimiter);
  }

  /** What only begins a line; the offset at which to go on. */
  #start(): number {
    for (;;) {
      const frame = this.#frame;
      const { atStart } = this.#search();
      const at = atStart.length === 0 ? 0 : (this.#tryEach(atStart, 0) ?? 0);
      // What ended before the first character leaves it to what is around.
      if (at > 0 || frame === this.#frame || this.#frame.level >= frame.level) return at;
    }
  }

  /** Does what the first candidate that matches asks for; the offset at which to go on. */
  #try(candidates: readonly Candidate[], at: number): number {
    return this.#tryEach(candidates, at) ?? at + 1;
  }

  #tryEach(candidates: readonly Candidate[], at: number): number | undefined {
    for (const { step, pattern, literal } of candidates) {
      if (pattern === undefined) {
        if (!this.#text.startsWith(literal, this.#begin + at)) continue;
        const taken = this.#take(step, at, at + literal.length, '');
        if (taken !== undefined) return taken;
        continue;
      }
      pattern.lastIndex = at;
      const hasDelimiter = (step.does === 'open' || step.does === 'become') && step.hasDelimiter;
      const match = hasDelimiter ? pattern.exec(this.line) : undefined;
      if (match === undefined ? !pattern.test(this.line) : match === null) continue;
      const taken = this.#take(step, at, pattern.lastIndex, match?.[1] ?? '');
      if (taken !== undefined) return taken;
    }
    return undefined;
  }

  /** Does what a step says; nothing where its guard says no. */
  #take(step: Step, start: number, end: number, delimiter: string): number | undefined {
    switch (step.does) {
      case 'open':
        return this.#open(step, start, end, delimiter);
      case 'become':
        this.#leave(start);
        this.#frame = {
          ...this.#frame,
          mode: step.mode(),
          depth: 0,
          delimiter: step.hasDelimiter ? delimiter : this.#frame.delimiter,
        };
        this.#from = end;
        return end;
      case 'nest':
        this.#frame = { ...this.#frame, depth: this.#frame.depth + 1 };
        return Math.max(end, start + 1);
      case 'close':
        return this.#close(end);
      case 'skip':
        return Math.max(end, start + 1);
    }
  }

  #open(step: Step & { does: 'open' }, start: number, end: number, delimiter: string): number | undefined {
    const verdict = step.when === undefined || this.#check(step.when, start, end);
    const mode = verdict === false ? step.otherwise?.() : step.mode();
    if (!mode || this.#frame.level >= mostFrames) return step.when === 'codeSpan' ? end : undefined;
    this.#leave(start);
    if (typeof verdict === 'number') {
      if (mode.kind) this.#add({ start, end: verdict, kind: mode.kind, continues: false });
      this.#from = verdict;
      this.#before = '"';
      return verdict;
    }
    const indent = mode.isIndented ? ((mode.indentation ?? blanks).exec(this.line)?.[0].length ?? 0) : 0;
    const frame = { mode, depth: 0, delimiter, indent, parent: this.#frame, level: this.#frame.level + 1 };
    if (mode.fromNextLine) {
      this.#pending ??= [];
      this.#pending.push(frame);
      this.#from = end;
      this.#before = '"';
    } else {
      this.#frame = frame;
      this.#from = start;
      if (!mode.kind) this.#before = '(';
    }
    return end;
  }

  #close(end: number): number {
    if (this.#frame.depth > 0) {
      this.#frame = { ...this.#frame, depth: this.#frame.depth - 1 };
      return end;
    }
    const { kind } = this.#frame.mode;
    this.#leave(end);
    if (kind !== 'comment') this.#before = '"';
    this.#frame = this.#frame.parent ?? this.#frame;
    this.#from = end;
    return end;
  }

  #add(span: LineSpan): void {
    if (this.#spans) this.#spans.push(span);
    else this.#spans = [span];
  }

  /** The last word of the stretch of code that ends here. */
  #lastWord(end: number): string {
    return lastWord(this.#text, this.#begin + this.#from, this.#begin + end);
  }

  /** Ends the span or the stretch of code that began at `#from`. */
  #leave(end: number): void {
    const { kind, remembers } = this.#frame.mode;
    if (kind) {
      // What a diagram says outside of quotes ends with its line.
      const continues = this.#from === 0 && this.#frame === this.#inherited && this.#frame.mode.diagram === undefined;
      if (end > this.#from) this.#add({ start: this.#from, end, kind, continues });
    } else if (remembers) {
      const word = this.#lastWord(end);
      const isKey = word === ':' && this.#before === '"' && isKeyOnly(this.line, this.#from, end);
      this.#before = isKey ? '":' : word || this.#before;
    }
  }

  /** Asks a guard. After many vain searches on one line it is not asked again, so that a line of openings takes linear time. */
  #check(name: Guard, start: number, end: number): boolean | number {
    const key = name === 'codeSpan' ? String(end - start) : name;
    const failures = this.#failures?.get(key) ?? 0;
    if (failures >= (name === 'codeSpan' ? 1 : mostFailures)) return false;
    const written = name === 'docstring' ? '' : this.#lastWord(start);
    const before = written || this.#before;
    const verdict = guards[name](this.line, start, end, before);
    if (verdict === false && searchingGuards.has(name)) {
      this.#failures ??= new Map();
      this.#failures.set(key, failures + 1);
    }
    return verdict;
  }
}

const blanks = /^[ \t]*/;

/** Regions made of indented lines end where a line is not indented deeper. */
function afterDedent(frame: Frame, scanned: { readonly line: string }): Frame {
  let result = frame;
  let indent = -1;
  for (let each: Frame | undefined = frame; each; each = each.parent) {
    if (!each.mode.isIndented) continue;
    const { line } = scanned;
    if (indent < 0) indent = blanks.exec(line)?.[0].length ?? 0;
    if (indent < line.length && indent <= each.indent) result = each.parent ?? result;
  }
  return result;
}

/** What is still open in the next line: all but the outermost region that ends with the line, and what is open in it. */
function afterLine(frame: Frame, text: string, end: number): Frame {
  let result = frame;
  for (let each: Frame | undefined = frame; each; each = each.parent) {
    if (!each.mode.endsWithLine) continue;
    if (each === frame && each.mode.isContinued && isBehindBackslash(text, end)) continue;
    result = each.parent ?? result;
  }
  return result;
}

/** Whether an odd number of backslashes stands before an offset. */
function isBehindBackslash(text: string, end: number): boolean {
  let count = 0;
  while (text[end - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

/** Whether neither the begin nor the end of a line changes what is open. */
function isQuiet(frame: Frame): boolean {
  for (let each: Frame | undefined = frame; each; each = each.parent)
    if (each.mode.isIndented || each.mode.endsWithLine) return false;
  return true;
}

/** The last word, or the last mark, of a stretch of code; nothing where it is blank. */
function lastWord(line: string, from: number, to: number): string {
  let end = to;
  while (end > from && isBlank(line.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > from && end - start < 20 && isWordAt(line, start - 1)) start--;
  return start < end ? line.slice(start, end) : line.slice(Math.max(from, end - 1), end);
}

/** Whether a stretch is only the colon behind a key (`'a':`), and not the end of a signature (`def f() -> "A":`). */
function isKeyOnly(line: string, from: number, to: number): boolean {
  return line.slice(from, to).trim() === ':' && !/^\s*(?:def|async|class|\))/.test(line);
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}
