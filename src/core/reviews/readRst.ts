import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { OutlineBuilder } from './outlineBuilder';
import { tableCells } from './tableRow';

const adornment = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const codeDirectives =
  /^(?:code|code-block|sourcecode|literalinclude|parsed-literal|math|mermaid|graphviz|digraph|uml|plantuml|raw|highlight|toctree|contents|csv-table)$/;

/** Reads the parts of a reStructuredText document, line by line. Never fails; linear. */
export function readRst(lines: readonly TextLine[]): Outline {
  return new RstReader(lines).read();
}

class RstReader {
  readonly #lines: readonly TextLine[];
  readonly #outline = new OutlineBuilder('rst');
  /** The ways in which titles are underlined, in the order in which they occur: their place is their level. */
  readonly #levels: string[] = [];
  #at = 0;
  #isAfterBlank = true;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  read(): Outline {
    this.#targets();
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (line) this.#line(line);
    }
    return this.#outline.finish();
  }

  /** `.. _name: target` may stand below where it is used. */
  #targets(): void {
    for (const { text } of this.#lines) {
      const match = text.startsWith('.. _') ? /^\.\. _`?([^`:]{1,200})`?:\s+(\S{1,800})/.exec(text) : null;
      if (match) this.#outline.reference(match[1] ?? '', match[2] ?? '');
    }
  }

  #line(line: TextLine): void {
    const text = line.text.trimEnd();
    if (text === '') {
      if (this.#outline.open !== 'item') this.#outline.close();
      this.#isAfterBlank = true;
      return;
    }
    const isTaken =
      this.#title(line, text) || this.#directive(line, text) || this.#table(line, text) || this.#list(line, text);
    if (!isTaken) this.#prose(line, text);
    this.#isAfterBlank = false;
  }

  /** A line with one under it, and maybe one over it, is a title. */
  #title(line: TextLine, text: string): boolean {
    const next = this.#lines[this.#at + 1];
    const mark = text.charAt(0);
    if (adornment.test(text)) {
      const under = this.#lines[this.#at + 2];
      if (next && under && next.text.trim() !== '' && under.text.trimEnd() === text) {
        this.#heading(`${mark}${mark}`, next.text.trim(), line, under, 2);
        return true;
      }
      // A ruler.
      if (this.#isAfterBlank && (!next || next.text.trim() === '')) return true;
      return false;
    }
    if (!next || !adornment.test(next.text) || /^\s/.test(text) || this.#outline.open === 'paragraph') return false;
    if (next.text.trimEnd().length < Math.min(3, text.length)) return false;
    this.#heading(next.text.charAt(0), text, line, next, 1);
    return true;
  }

  #heading(style: string, text: string, first: TextLine, last: TextLine, skip: number): void {
    let level = this.#levels.indexOf(style);
    if (level < 0) level = this.#levels.push(style) - 1;
    this.#at += skip;
    const next = this.#lines[this.#at + 1]?.start ?? last.start + last.text.length;
    this.#outline.heading(level + 1, text, first, last, next);
  }

  #directive(line: TextLine, text: string): boolean {
    if (!/^\s{0,20}\.\.(?:\s|$)/.test(text)) return false;
    this.#outline.close();
    const match = /^(\s{0,20})\.\. (?:\|[^|]{1,100}\| )?([\w:-]{1,40})::\s{0,20}(.{0,1000})$/.exec(text);
    const name = match?.[2] ?? '';
    const argument = (match?.[3] ?? '').trim();
    if (name === 'image' || name === 'figure') {
      this.#outline.link({ kind: 'image', target: argument, words: this.#option('alt'), line: line.line });
    }
    const isProse = match !== null && !codeDirectives.test(name) && name !== 'image';
    if (isProse) {
      if (argument !== '' && name !== 'figure' && name !== 'list-table') {
        this.#outline.begin('paragraph', {
          text: argument,
          start: line.start + text.indexOf(argument),
          line: line.line,
        });
      }
      return true;
    }
    const inside = this.#indented(indentOf(text));
    if (match && name !== 'image') this.#outline.code(languageOf(name, argument), inside, line);
    return true;
  }

  #table(line: TextLine, text: string): boolean {
    if (/^\s{0,20}\+(?:[-=]{1,1000}\+){1,50}$/.test(text)) {
      this.#gridTable();
      return true;
    }
    if (!/^={2,}(?:\s+={2,})+$/.test(text)) return false;
    this.#simpleTable(line);
    return true;
  }

  #gridTable(): void {
    this.#outline.beginTable();
    let cells: string[] = [];
    let first: TextLine | undefined;
    let isHeader = true;
    const rows: { cells: string[]; line: TextLine }[] = [];
    let headed = 0;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      const text = line?.text.trim() ?? '';
      if (!line || !/^[|+]/.test(text)) break;
      if (text.startsWith('+')) {
        if (first) rows.push({ cells, line: first });
        if (text.includes('=')) headed = rows.length;
        cells = [];
        first = undefined;
        continue;
      }
      first ??= line;
      tableCells(text).forEach((cell, index) => {
        cells[index] = `${cells[index] ?? ''} ${cell}`.trim();
      });
    }
    this.#at--;
    for (const [index, row] of rows.entries()) {
      isHeader = index < headed;
      this.#outline.row(
        row.cells.map((cell) => cell ?? ''),
        isHeader,
        row.line,
      );
    }
  }

  #simpleTable(border: TextLine): void {
    this.#outline.beginTable();
    const columns = [...border.text.matchAll(/=+/g)].map((match) => match.index);
    const rows: TextLine[] = [];
    let borders = 1;
    let headed = 0;
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      const text = line?.text.trimEnd() ?? '';
      if (!line || text === '') break;
      if (/^={2,}(?:\s+={2,})+$/.test(text)) {
        borders++;
        if (borders === 2) headed = rows.length;
        if (borders === 3) break;
      } else if (!/^[-=\s]+$/.test(text)) rows.push(line);
    }
    if (borders < 3) headed = 0;
    rows.forEach((line, index) => {
      const cells = columns.map((from, at) => line.text.slice(from, columns[at + 1]).trim());
      this.#outline.row(cells, index < headed, line);
    });
  }

  #list(line: TextLine, text: string): boolean {
    const field = /^:([^:\s][^:]{0,60}):(?:\s+(.{0,4000}))?$/.exec(text);
    if (field) {
      const value = [field[2] ?? '', ...this.#indented(0).map((each) => each.text.trim())].join(' ').trim();
      this.#outline.close();
      this.#outline.field(field[1] ?? '', value, line.line);
      return true;
    }
    const item = /^(\s{0,30})(?:[-*+•]|\(?(?:\d{1,4}|#|[a-zA-Z])[.)])\s+(?=\S)/.exec(text);
    if (!item || (!this.#isAfterBlank && this.#outline.open === 'paragraph')) return false;
    const from = item[0].length;
    this.#outline.begin(
      'item',
      { text: text.slice(from), start: line.start + from, line: line.line },
      item[1]?.length ?? 0,
    );
    return true;
  }

  #prose(line: TextLine, text: string): void {
    const announcesLiteral = text.endsWith('::');
    if (text.trim() === '::') {
      this.#outline.close();
      this.#literalAfter = this.#at;
      return;
    }
    const indent = indentOf(text);
    const part = { text: text.slice(indent), start: line.start + indent, line: line.line };
    const isLazy = this.#outline.open !== undefined && !this.#isAfterBlank;
    if (this.#outline.open === 'item' && (isLazy || indent > this.#outline.openIndent)) this.#outline.continue(part);
    else if (this.#isAfterBlank && this.#isLiteral())
      this.#outline.code('', [line, ...this.#indented(indent - 1)], line);
    else this.#outline.add('paragraph', part);
    if (announcesLiteral) this.#literalAfter = this.#at;
  }

  #literalAfter = -1;

  /** Whether the paragraph before announced a literal block with `::`. */
  #isLiteral(): boolean {
    if (this.#literalAfter < 0) return false;
    const between = this.#lines.slice(this.#literalAfter + 1, this.#at);
    this.#literalAfter = -1;
    return (
      between.length < 4 &&
      between.every(({ text }) => text.trim() === '') &&
      /^\s/.test(this.#lines[this.#at]?.text ?? '')
    );
  }

  /** The lines that follow and stand in further than this, with blank lines between them. */
  #indented(indent: number): TextLine[] {
    const inside: TextLine[] = [];
    let last = this.#at;
    for (let at = this.#at + 1; at < this.#lines.length; at++) {
      const line = this.#lines[at];
      if (!line) break;
      const isBlank = line.text.trim() === '';
      if (!isBlank && indentOf(line.text) <= indent) break;
      inside.push(line);
      if (!isBlank) last = at;
    }
    inside.length = Math.max(0, last - this.#at);
    this.#at = last;
    return inside;
  }

  #option(name: string): string {
    for (let at = this.#at + 1; at < Math.min(this.#at + 8, this.#lines.length); at++) {
      const match = /^\s{1,20}:([\w-]{1,30}):\s{0,20}(.{0,300})$/.exec(this.#lines[at]?.text ?? '');
      if (!match) return '';
      if (match[1] === name) return (match[2] ?? '').trim();
    }
    return '';
  }
}

function languageOf(directive: string, argument: string): string {
  return /^(?:code|code-block|sourcecode)$/.test(directive)
    ? argument.toLowerCase()
    : directive === 'uml'
      ? 'plantuml'
      : directive;
}

function indentOf(text: string): number {
  let indent = 0;
  while (text.charCodeAt(indent) === 32 || text.charCodeAt(indent) === 9) indent++;
  return indent;
}
