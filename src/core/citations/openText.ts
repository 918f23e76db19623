import { citableSpans } from './citableSpans';
import type { FoundCitation } from './citation';
import { citationAt } from './citationAt';
import type { CitationGroup } from './citationGroups';
import { DocumentRole } from './documentRole';
import type { FindOptions } from './findCitations';
import { groupsInLines } from './groupsInLines';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import { lineCitations, longestLine } from './lineCitations';
import { isSameState, type LineState } from './lineState';
import { linesOf } from './lines';
import { initialState } from './scanLine';
import { scanNext } from './scanText';

/** How far to each side of an offset a very long line is looked at, in UTF-16 units. */
const around = 200;

/** One replacement in a text, in offsets of the text before it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line as it was scanned: with the state it began in and its citations, in offsets of the line. */
interface KeptLine {
  readonly text: string;
  readonly eol: string;
  readonly before: LineState;
  readonly citations: readonly FoundCitation[];
}

/**
 * The citations of a document that is being edited: only what changed is looked at again, until the scan is in the same state as
 * before. Always equal to `findCitations` over the whole text.
 */
export class OpenText {
  readonly #language: Language;
  readonly #known: KnownIds;
  readonly #role: DocumentRole;
  #lines: readonly KeptLine[];
  /** A line near the last place that was asked for or edited, and where it begins: the next is likely to be near. */
  #near = { index: 0, start: 0 };
  #citations: readonly FoundCitation[] | undefined;
  #groups: readonly CitationGroup[] | undefined;

  constructor(text: string, language: Language, known: KnownIds, options: FindOptions) {
    this.#language = language;
    this.#known = known;
    this.#role = new DocumentRole(known, options);
    this.#lines = [];
    this.#lines = this.#scan(text, initialState(language.mode), true).lines;
  }

  /** In order, without overlap. Offsets are of the whole text. */
  get citations(): readonly FoundCitation[] {
    this.#citations ??= this.#citationsOf(this.#lines, 0);
    return this.#citations;
  }

  /**
   * The citation at an offset, the place just behind it included. Finds it in a line over 10,000 characters too, which `citations` leaves
   * out: there, 200 characters on each side are looked at.
   */
  at(offset: number): FoundCitation | undefined {
    const { index, start } = this.#lineAt(offset);
    const line = this.#lines[index];
    if (!line || line.text.length <= longestLine) return citationAt(this.citations, offset);
    const { spans } = scanNext(line.text, line.before, index === 0);
    const window = { start: offset - start - around, end: offset - start + around };
    const found = lineCitations(line.text, spans, this.#language, this.#known, this.#role, window);
    return citationAt(
      found
        .map((citation) => ({ ...citation, start: citation.start + start, end: citation.end + start }))
        .filter((citation) => !this.#role.isOwn(citation)),
      offset,
    );
  }

  /** Whether a name of an incident written at an offset would count: in a comment or in prose, as a rule. */
  counts(offset: number): boolean {
    const { index, start: begin } = this.#lineAt(offset);
    const line = this.#lines[index];
    if (!line) return false;
    // Between the two halves of a break is the end of the line.
    const column = Math.min(offset - begin, line.text.length);
    const written = `${line.text.slice(0, column)}x${line.text.slice(column)}`;
    const { spans } = scanNext(written, line.before, index === 0);
    return citableSpans(written, spans, this.#language, this.#role.matchIn).some(
      ({ start, end }) => start <= column && column < end,
    );
  }

  /** The citations by the comment in which they stand; see {@link citationGroups}. */
  get groups(): readonly CitationGroup[] {
    this.#groups ??= groupsInLines(this.#lines, this.#language, this.citations);
    return this.#groups;
  }

  /** The text as it is after the edits. */
  get text(): string {
    return this.#lines.map(({ text, eol }) => text + eol).join('');
  }

  /**
   * Applies edits as VS Code sends them: one after the other, each in offsets of the text as the one before left it. Offsets outside of
   * the text are taken for its nearest end.
   */
  edit(changes: readonly TextEdit[]): void {
    for (const change of changes) this.#replace(change);
    this.#groups = undefined;
  }

  /** Puts in the new text, and scans from the line before it (whose break may have changed) until the state is the old one. */
  #replace({ start, end, text }: TextEdit): void {
    const last = Math.min(this.#lines.length - 1, this.#lineAt(Math.max(start, end)).index + 1);
    const { index: first, start: from } = this.#lineBefore(this.#lineAt(Math.min(start, end)));
    const old = this.#lines
      .slice(first, last + 1)
      .map((line) => line.text + line.eol)
      .join('');
    const changed =
      old.slice(0, Math.max(0, Math.min(start, end) - from)) + text + old.slice(Math.max(start, end) - from);
    const isLast = last === this.#lines.length - 1;
    const state = this.#lines[first]?.before ?? initialState(this.#language.mode);
    const { lines, next } = this.#scan(changed, state, first === 0);
    if (!isLast) lines.pop();
    const rescanned = this.#rescanned(last + 1, next);
    const behind = from + old.length + lengthOf(rescanned);
    const all = this.#lines;
    this.#near = { index: first, start: from };
    this.#lines = all.slice(0, first).concat(lines, rescanned, all.slice(last + 1 + rescanned.length));
    this.#moveCitations(from, behind, changed.length - old.length, [...lines, ...rescanned]);
  }

  /** The lines from one behind an edit on, as long as they begin in another state than before. */
  #rescanned(from: number, state: LineState): KeptLine[] {
    const result: KeptLine[] = [];
    let before = state;
    for (let at = from; at < this.#lines.length; at++) {
      const line = this.#lines[at];
      if (!line || isSameState(line.before, before)) return result;
      const { kept, next } = this.#keep(line.text, line.eol, before, false);
      result.push(kept);
      before = next;
    }
    return result;
  }

  /** Puts the citations of lines in the place of those from one offset to another, and moves those behind. */
  #moveCitations(from: number, to: number, by: number, lines: readonly KeptLine[]): void {
    // What a review calls its own depends on where it stands.
    if (!this.#citations || this.#role.isReview) {
      this.#citations = undefined;
      return;
    }
    const before = this.#citations.filter(({ start }) => start < from);
    const after = this.#citations.filter(({ start }) => start >= to);
    const moved = by === 0 ? after : after.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
    this.#citations = before.concat(this.#citationsOf(lines, from), moved);
  }

  #scan(text: string, state: LineState, isStart: boolean): { lines: KeptLine[]; next: LineState } {
    const lines: KeptLine[] = [];
    let before = state;
    let behindBreak = state;
    for (const line of linesOf(text)) {
      behindBreak = before;
      const { kept, next } = this.#keep(line.text, line.eol, before, isStart && line.start === 0);
      lines.push(kept);
      before = next;
    }
    // What ends with a break ends with an empty line; where more lines follow, they begin in its place.
    return { lines, next: behindBreak };
  }

  #keep(text: string, eol: string, before: LineState, isFirst: boolean): { kept: KeptLine; next: LineState } {
    const { spans, next } = scanNext(text, before, isFirst);
    const citations = lineCitations(text, spans, this.#language, this.#known, this.#role);
    return { kept: { text, eol, before, citations }, next };
  }

  /** The citations of lines of which the first begins at an offset. */
  #citationsOf(lines: readonly KeptLine[], from: number): FoundCitation[] {
    const all: FoundCitation[] = [];
    let offset = from;
    for (const { text, eol, citations } of lines) {
      for (const citation of citations) {
        const moved = { ...citation, start: citation.start + offset, end: citation.end + offset };
        if (!this.#role.isOwn(moved)) all.push(moved);
      }
      offset += text.length + eol.length;
    }
    return all;
  }

  /** The line of an offset, the nearest one where it is outside of the text, and where it begins. */
  #lineAt(offset: number): { readonly index: number; readonly start: number } {
    let { index, start } = this.#near;
    while (index > 0 && offset < start) start -= this.#lengthOf(--index);
    while (index < this.#lines.length - 1 && offset >= start + this.#lengthOf(index)) start += this.#lengthOf(index++);
    this.#near = { index, start };
    return this.#near;
  }

  #lineBefore({ index, start }: { readonly index: number; readonly start: number }) {
    return index === 0 ? { index, start } : { index: index - 1, start: start - this.#lengthOf(index - 1) };
  }

  #lengthOf(index: number): number {
    const line = this.#lines[index];
    return line ? line.text.length + line.eol.length : 0;
  }
}

function lengthOf(lines: readonly KeptLine[]): number {
  return lines.reduce((length, { text, eol }) => length + text.length + eol.length, 0);
}
