import { beyondAscii } from './firstCharacters';
import { guards } from './guards';
import { type Frame, frameIn, type LineState, nested } from './lineState';
import type { Mode, Step } from './mode';
import type { Guard, RegionKind } from './region';
import type { Candidate } from './search';
import { isWordAt } from './wordBoundary';

const mostFrames = 64;
const mostFailures = 100;
const searchingGuards: ReadonlySet<Guard> = new Set(['codeSpan', 'regex', 'closesOnLine']);

/** Is told of the stretches of a text that are no plain code, in order. */
export interface SpanSink {
  /**
   * Offsets are into the text, and `continues` says whether it goes on from the line before. What has more than one line is told as a whole,
   * or line by line without the breaks.
   */
  add(start: number, end: number, kind: RegionKind, continues: boolean): void;
}

/**
 * Scans a text from top to bottom. In plain code it goes from one place that may mean something to the next, and comments and strings that hold
 * nothing else are taken at once, whatever lines they have; in all others something is open, and each line break is a place as well.
 *
 * Takes time linear in the length of the text; never throws.
 */
export class TextScanner {
  readonly #text: string;
  readonly #sink: SpanSink;
  readonly #hasCarriage: boolean;
  #at: number;
  /** What is open. */
  #frame: Frame;
  /** What was open when the line began. */
  #inherited: Frame;
  /** The last word of code before {@link #from}; see {@link LineState}. */
  #before: string;
  /** Where the open span or the stretch of code began. */
  #from = 0;
  /** What opens with the next line. */
  #pending: Frame[] | undefined;
  /** Where the line begins that was asked for last. */
  #line = 0;
  /** How far lines are known: {@link #line} is the line of this offset. */
  #seen = 0;
  /** That line by itself, once somebody wants it. */
  #cut: string | undefined;
  #failures: Map<string, number> | undefined;
  /** Whether the region that was taken last was closed by its mark. */
  #isClosed = false;

  /** From a line on that begins at an offset, in what the line before has told. */
  constructor(text: string, begin: number, state: LineState, sink: SpanSink) {
    this.#text = text;
    this.#sink = sink;
    this.#hasCarriage = text.includes('\r');
    this.#frame = state.frame;
    this.#inherited = state.frame;
    this.#before = state.before;
    this.#at = this.#beginLine(begin);
  }

  /** What the text tells a line behind it, once it is scanned. */
  get state(): LineState {
    return { frame: this.#frame, before: this.#before };
  }

  /** Goes on to an offset or some way behind it; says whether there is more. */
  advance(to: number): boolean {
    const text = this.#text;
    const until = Math.min(to, text.length);
    let at = this.#at;
    while (at < until) {
      const frame = this.#frame;
      const { search } = frame;
      const isQuiet = this.#isQuiet();
      at = next(isQuiet ? search.placesAndStarts : search.placesAndBreaks, text, at);
      if (at === text.length) break;
      const code = text.charCodeAt(at);
      if (isBreak(code)) at = this.#break(at, isQuiet);
      else {
        if (isQuiet) this.#inherited = frame;
        at = this.#try(search.byCharacter[code > 127 ? beyondAscii : code] ?? none, at) ?? at + 1;
      }
    }
    this.#at = at;
    if (at < text.length) return true;
    this.#endLine(text.length);
    return false;
  }

  /** Whether neither the end nor the begin of a line changes what is open, or ends a span. */
  #isQuiet(): boolean {
    return this.#frame.isQuiet && this.#frame.mode.kind === undefined && this.#pending === undefined;
  }

  /** Goes over a line break; the offset at which to go on. */
  #break(at: number, isQuiet: boolean): number {
    const begin = at + (this.#text.startsWith('\r\n', at) ? 2 : 1);
    if (!isQuiet) {
      this.#endLine(at);
      return this.#beginLine(begin);
    }
    this.#inherited = this.#frame;
    this.#enterLine(begin);
    return this.#start(begin);
  }

  #endLine(end: number): void {
    this.#leave(end);
    let frame = afterLine(this.#frame, this.#text, end);
    for (const pending of this.#pending?.reverse() ?? []) frame = frameIn(frame, { ...pending });
    this.#pending = undefined;
    this.#frame = frame;
    this.#from = end;
  }

  #beginLine(begin: number): number {
    this.#enterLine(begin);
    this.#from = begin;
    this.#frame = afterDedent(this.#frame, this);
    this.#inherited = this.#frame;
    return this.#start(begin);
  }

  #enterLine(begin: number): void {
    this.#line = begin;
    this.#seen = begin;
    this.#cut = undefined;
    this.#failures = undefined;
  }

  /** Where the line of an offset begins; each offset is behind the one before. */
  #lineOf(offset: number): number {
    let at = offset;
    while (at > this.#seen && !isBreak(this.#text.charCodeAt(at - 1))) at--;
    if (at > this.#seen) this.#enterLine(at);
    if (offset > this.#seen) this.#seen = offset;
    return this.#line;
  }

  /** The line that was asked for last, by itself. */
  get line(): string {
    this.#cut ??= this.#text.slice(this.#line, this.#lineEnd(this.#line));
    return this.#cut;
  }

  #lineEnd(from: number): number {
    if (this.#hasCarriage) return next(anyBreak, this.#text, from);
    const newline = this.#text.indexOf('\n', from);
    return newline < 0 ? this.#text.length : newline;
  }

  /** What only begins a line; the offset at which to go on. */
  #start(begin: number): number {
    for (;;) {
      const frame = this.#frame;
      const { atStart, starts } = frame.search;
      const code = this.#text.charCodeAt(begin);
      const mayStart = atStart.length > 0 && starts[code < 128 ? code : beyondAscii] !== 0;
      const at = mayStart ? (this.#try(atStart, begin) ?? begin) : begin;
      // What ended before the first character leaves it to what is around.
      if (at > begin || frame === this.#frame || this.#frame.level >= frame.level) return at;
    }
  }

  /** Does what the first candidate that matches asks for; the offset at which to go on, nothing where none does. */
  #try(candidates: readonly Candidate[], at: number): number | undefined {
    for (const candidate of candidates) {
      const { step, pattern } = candidate;
      const hasDelimiter = (step.does === 'open' || step.does === 'become') && step.hasDelimiter;
      let delimiter = '';
      let end: number;
      if (pattern !== undefined && hasDelimiter) {
        pattern.lastIndex = at;
        const match = pattern.exec(this.#text);
        if (match === null) continue;
        delimiter = match[1] ?? '';
        end = pattern.lastIndex;
      } else {
        end = endOf(candidate, this.#text, at);
        if (end < 0) continue;
      }
      const taken = this.#take(step, at, end, delimiter);
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
        this.#frame = frameIn(this.#frame.parent, {
          mode: step.mode(),
          depth: 0,
          delimiter: step.hasDelimiter ? delimiter : this.#frame.delimiter,
          indent: this.#frame.indent,
        });
        this.#from = end;
        return end;
      case 'nest':
        this.#frame = nested(this.#frame, 1);
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
      if (mode.kind) this.#sink.add(start, verdict, mode.kind, false);
      this.#from = verdict;
      this.#before = '"';
      return verdict;
    }
    const whole = mode.isWhole ? this.#endOfWhole(mode, delimiter, end) : undefined;
    if (whole !== undefined && mode.kind) {
      this.#sink.add(start, whole, mode.kind, false);
      if (this.#isClosed && mode.kind !== 'comment') this.#before = '"';
      this.#from = whole;
      return whole;
    }
    const frame = frameIn(this.#frame, { mode, depth: 0, delimiter, indent: this.#indentation(mode, start) });
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

  #indentation(mode: Mode, at: number): number {
    if (!mode.isIndented) return 0;
    this.#lineOf(at);
    return (mode.indentation ?? blanks).exec(this.line)?.[0].length ?? 0;
  }

  /**
   * Where a region ends whose opening ends at an offset, if nothing is in it but what does not close it; nothing where it has to be looked at
   * line by line, or goes on behind the text.
   */
  #endOfWhole(mode: Mode, delimiter: string, from: number): number | undefined {
    const text = this.#text;
    const search = mode.search(delimiter);
    this.#isClosed = true;
    if (mode.endsWithLine) {
      if (search.isEmpty) return this.#endWithLine(mode, this.#lineEnd(from));
    } else {
      if (!this.#frame.isQuiet || this.#pending !== undefined || search.atStart.length > 0) return undefined;
      if (search.only !== '') {
        const close = text.indexOf(search.only, from);
        return close < 0 ? undefined : close + search.only.length;
      }
    }
    const places = mode.endsWithLine ? search.placesAndBreaks : search.places;
    for (let at = from; ; ) {
      at = next(places, text, at);
      const code = text.charCodeAt(at);
      if (at === text.length || isBreak(code)) return mode.endsWithLine ? this.#endWithLine(mode, at) : undefined;
      let end = at + 1;
      for (const candidate of search.byCharacter[code > 127 ? beyondAscii : code] ?? none) {
        const matched = endOf(candidate, text, at);
        if (matched < 0) continue;
        if (candidate.step.does === 'close') return matched;
        if (candidate.step.does !== 'skip') return undefined;
        end = Math.max(matched, end);
        break;
      }
      at = end;
    }
  }

  #endWithLine(mode: Mode, end: number): number | undefined {
    this.#isClosed = false;
    return mode.isContinued && isBehindBackslash(this.#text, end) ? undefined : end;
  }

  #close(end: number): number {
    if (this.#frame.depth > 0) {
      this.#frame = nested(this.#frame, -1);
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
    const { kind, remembers, diagram } = this.#frame.mode;
    if (kind) {
      // What a diagram says outside of quotes ends with its line.
      const continues = this.#from === this.#line && this.#frame === this.#inherited && diagram === undefined;
      if (end > this.#from) this.#sink.add(this.#from, end, kind, continues);
    } else if (remembers) this.#remember(end);
  }

  /** Keeps the last word of the stretch of code that ends here, whatever lines it has. */
  #remember(end: number): void {
    const word = lastWord(this.#text, this.#from, end);
    this.#before = word === ':' && this.#isKey(end) ? '":' : word || this.#before;
  }

  /** Whether the colon that ends a stretch of code stands behind a key (`'a':`), with nothing else on its line; not `def f() -> "A":`. */
  #isKey(end: number): boolean {
    const text = this.#text;
    const from = this.#from;
    const colon = text.lastIndexOf(':', end - 1);
    let start = colon;
    while (start > from && !isBreak(text.charCodeAt(start - 1)) && isBlank(text.charCodeAt(start - 1))) start--;
    const isBehind = start === from;
    if (!isBehind && !isBreak(text.charCodeAt(start - 1))) return false;
    if ((lastWord(text, from, start) || this.#before) !== '"') return false;
    return !isBehind || !signature.test(text.slice(this.#lineOfColon(colon), colon));
  }

  /** Where the line begins of a colon, which may have been left behind; each line is left once. */
  #lineOfColon(colon: number): number {
    if (colon >= this.#seen) return this.#lineOf(colon);
    if (colon >= this.#line) return this.#line;
    let at = colon;
    while (at > 0 && !isBreak(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Asks a guard. After many vain searches on one line it is not asked again, so that a line of openings takes linear time. */
  #check(name: Guard, start: number, end: number): boolean | number {
    const line = this.#lineOf(start);
    if (this.#from < line) {
      if (this.#frame.mode.remembers) this.#remember(line);
      this.#from = line;
    }
    const key = name === 'codeSpan' ? String(end - start) : name;
    const failures = this.#failures?.get(key) ?? 0;
    if (failures >= (name === 'codeSpan' ? 1 : mostFailures)) return false;
    const written = name === 'docstring' ? '' : lastWord(this.#text, this.#from, start);
    const verdict = guards[name](this.line, start - line, end - line, written || this.#before);
    if (verdict === false && searchingGuards.has(name)) {
      this.#failures ??= new Map();
      this.#failures.set(key, failures + 1);
    }
    return typeof verdict === 'number' ? verdict + line : verdict;
  }
}

const none: readonly Candidate[] = [];
const blanks = /^[ \t]*/;
const anyBreak = /[\r\n]/g;
const signature = /^\s*(?:def|async|class|\))/;

/** Where a search (global, for one character) finds something next, or where the text ends. */
function next(places: RegExp, text: string, at: number): number {
  places.lastIndex = at;
  return places.test(text) ? places.lastIndex - 1 : text.length;
}

/** Where a match of a candidate ends that begins at an offset; negative where there is none. */
function endOf({ pattern, literal }: Candidate, text: string, at: number): number {
  if (pattern === undefined) return text.startsWith(literal, at) ? at + literal.length : -1;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

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

/** A region that ends with its line takes with it what is open in it. */
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

/** The last word, or the last mark, of a stretch of code; nothing where it is blank. */
function lastWord(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > from && end - start < 20 && isWordAt(text, start - 1)) start--;
  return start < end ? text.slice(start, end) : text.slice(Math.max(from, end - 1), end);
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}
