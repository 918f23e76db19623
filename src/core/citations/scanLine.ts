import { guards } from './guards';
import { type Frame, isSameState, type LineState } from './lineState';
import type { Mode, Step } from './mode';
import type { Guard, RegionKind } from './region';

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

/** Scans one line, given without its line break. Takes time linear in its length; never throws. */
export function scanLine(line: string, state: LineState): ScannedLine {
  const scan = new LineScan(line, state);
  scan.run();
  return { spans: scan.spans, next: scan.next(state) };
}

class LineScan {
  readonly spans: LineSpan[] = [];
  readonly #line: string;
  readonly #pending: Frame[] = [];
  readonly #inherited: Frame;
  #frame: Frame;
  #before: string;
  /** Where the open span or the stretch of code began. */
  #from = 0;
  #failures: Map<string, number> | undefined;

  constructor(line: string, state: LineState) {
    this.#line = line;
    this.#before = state.before;
    this.#frame = afterDedent(state.frame, line);
    this.#inherited = this.#frame;
  }

  run(): void {
    for (let at = 0; at <= this.#line.length; ) {
      const { pattern, steps } = this.#frame.mode.search(this.#frame.delimiter);
      pattern.lastIndex = at;
      const match = pattern.exec(this.#line);
      if (!match) return;
      at = this.#take(match, steps);
    }
  }

  next(state: LineState): LineState {
    this.#leave(this.#line.length);
    let frame = afterLine(this.#frame, this.#line);
    for (const pending of this.#pending.reverse()) frame = { ...pending, parent: frame, level: frame.level + 1 };
    const next = { frame, before: this.#before };
    return isSameState(state, next) ? state : next;
  }

  /** Does what a match asks for; the offset at which to go on. */
  #take(match: RegExpExecArray, steps: readonly { group: number; step: Step }[]): number {
    const taken = steps.find(({ group }) => match[group] !== undefined);
    const end = match.index + match[0].length;
    const step = taken?.step;
    switch (step?.does) {
      case 'open':
        return this.#open(step, match.index, end, match[(taken?.group ?? 0) + step.delimiter] ?? '');
      case 'become':
        this.#leave(match.index);
        this.#frame = { ...this.#frame, mode: step.mode(), depth: 0 };
        this.#from = end;
        return end;
      case 'nest':
        this.#frame = { ...this.#frame, depth: this.#frame.depth + 1 };
        return Math.max(end, match.index + 1);
      case 'close':
        return this.#close(end);
      default:
        return Math.max(end, match.index + 1);
    }
  }

  #open(step: Step & { does: 'open' }, start: number, end: number, delimiter: string): number {
    const verdict = step.when === undefined || this.#check(step.when, start, end);
    const mode = verdict === false ? step.otherwise?.() : step.mode();
    if (!mode || this.#frame.level >= mostFrames) return step.when === 'codeSpan' ? end : start + 1;
    this.#leave(start);
    if (typeof verdict === 'number') {
      if (mode.kind) this.spans.push({ start, end: verdict, kind: mode.kind, continues: false });
      this.#from = verdict;
      this.#before = '"';
      return verdict;
    }
    const indent = (mode.indentation ?? blanks).exec(this.#line)?.[0].length ?? 0;
    const opened = { mode, depth: 0, delimiter: step.delimiter > 0 ? delimiter : '', indent };
    const frame = { ...opened, parent: this.#frame, level: this.#frame.level + 1 };
    if (mode.fromNextLine) {
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

  /** Ends the span or the stretch of code that began at `#from`. */
  #leave(end: number): void {
    const { kind, remembers } = this.#frame.mode;
    if (kind) {
      const continues = this.#from === 0 && this.#frame === this.#inherited;
      if (end > this.#from) this.spans.push({ start: this.#from, end, kind, continues });
    } else if (remembers) {
      this.#before = lastWord(this.#line, this.#from, end) || this.#before;
    }
  }

  /** Asks a guard. After many vain searches on one line it is not asked again, so that a line of openings takes linear time. */
  #check(name: Guard, start: number, end: number): boolean | number {
    const key = name === 'codeSpan' ? String(end - start) : name;
    const failures = this.#failures?.get(key) ?? 0;
    if (failures >= (name === 'codeSpan' ? 1 : mostFailures)) return false;
    const before = lastWord(this.#line, this.#from, start) || this.#before;
    const verdict = guards[name](this.#line, start, end, before);
    if (verdict === false && searchingGuards.has(name)) {
      this.#failures ??= new Map();
      this.#failures.set(key, failures + 1);
    }
    return verdict;
  }
}

const blanks = /^[ \t]*/;

/** Regions made of indented lines end where a line is not indented deeper. */
function afterDedent(frame: Frame, line: string): Frame {
  let result = frame;
  let indent = -1;
  for (let each: Frame | undefined = frame; each; each = each.parent) {
    if (!each.mode.isIndented) continue;
    if (indent < 0) indent = blanks.exec(line)?.[0].length ?? 0;
    if (indent < line.length && indent <= each.indent) result = each.parent ?? result;
  }
  return result;
}

/** What is still open in the next line: all but the outermost region that ends with the line, and what is open in it. */
function afterLine(frame: Frame, line: string): Frame {
  let result = frame;
  for (let each: Frame | undefined = frame; each; each = each.parent) {
    if (!each.mode.endsWithLine) continue;
    if (each === frame && each.mode.isContinued && endsWithBackslash(line)) continue;
    result = each.parent ?? result;
  }
  return result;
}

function endsWithBackslash(line: string): boolean {
  let count = 0;
  while (line[line.length - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

/** The last word, or the last mark, of a stretch of code; nothing where it is blank. */
function lastWord(line: string, from: number, to: number): string {
  let end = to;
  while (end > from && /\s/.test(line[end - 1] ?? '')) end--;
  let start = end;
  while (start > from && end - start < 20 && /[\p{L}\p{N}_$]/u.test(line[start - 1] ?? '')) start--;
  return start < end ? line.slice(start, end) : line.slice(Math.max(from, end - 1), end);
}
