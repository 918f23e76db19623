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
  #lines: KeptLine[];
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
    this.#citations ??= this.#collect();
    return this.#citations;
  }

  /**
   * The citation at an offset, the place just behind it included. Finds it in a line over 10,000 characters too, which `citations` leaves
   * out: there, 200 characters on each side are looked at.
   */
  at(offset: number): FoundCitation | undefined {
    const { index } = this.#lineAt(offset);
    const line = this.#lines[index];
    if (!line || line.text.length <= longestLine) return citationAt(this.citations, offset);
    const start = this.#startOf(index);
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
    const { index } = this.#lineAt(offset);
    const line = this.#lines[index];
    if (!line) return false;
    // Between the two halves of a break is the end of the line.
    const column = Math.min(offset - this.#startOf(index), line.text.length);
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
    this.#citations = undefined;
    this.#groups = undefined;
  }

  /** Puts in the new text, and scans from the line before it (whose break may have changed) until the state is the old one. */
  #replace({ start, end, text }: TextEdit): void {
    const first = Math.max(0, this.#lineAt(Math.min(start, end)).index - 1);
    const last = Math.min(this.#lines.length - 1, this.#lineAt(Math.max(start, end)).index + 1);
    const from = this.#startOf(first);
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
    const after = this.#lines.slice(last + 1);
    this.#lines = [...this.#lines.slice(0, first), ...lines, ...this.#rescanned(after, next)];
  }

  /** The lines behind an edit: scanned again as long as they begin in another state than before. */
  #rescanned(lines: readonly KeptLine[], state: LineState): KeptLine[] {
    const result = [...lines];
    let before = state;
    for (const [index, line] of lines.entries()) {
      if (isSameState(line.before, before)) return result;
      const { kept, next } = this.#keep(line.text, line.eol, before, false);
      result[index] = kept;
      before = next;
    }
    return result;
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

  #collect(): FoundCitation[] {
    const all: FoundCitation[] = [];
    let offset = 0;
    for (const { text, eol, citations } of this.#lines) {
      for (const citation of citations) {
        const moved = { ...citation, start: citation.start + offset, end: citation.end + offset };
        if (!this.#role.isOwn(moved)) all.push(moved);
      }
      offset += text.length + eol.length;
    }
    return all;
  }

  #lineAt(offset: number): { index: number } {
    let start = 0;
    for (const [index, { text, eol }] of this.#lines.entries()) {
      start += text.length + eol.length;
      if (offset < start) return { index };
    }
    return { index: this.#lines.length - 1 };
  }

  #startOf(index: number): number {
    let start = 0;
    for (let at = 0; at < index; at++)
      start += (this.#lines[at]?.text.length ?? 0) + (this.#lines[at]?.eol.length ?? 0);
    return start;
  }
}
