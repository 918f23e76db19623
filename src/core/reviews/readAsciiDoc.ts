import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { OutlineBuilder } from './outlineBuilder';
import { tableCells } from './tableRow';

/** Block delimiters whose content is no prose. */
const literal = /^(?:-{4,}|\.{4,}|\+{4,}|`{3,})$/;
/** Block delimiters whose content is prose: examples, sidebars, open blocks. */
const transparent = /^(?:={4,}|\*{4,}|--)$/;

/** Reads the parts of an AsciiDoc document, line by line. Never fails; linear. */
export function readAsciiDoc(lines: readonly TextLine[]): Outline {
  return new AsciiDocReader(lines).read();
}

class AsciiDocReader {
  readonly #lines: readonly TextLine[];
  readonly #outline = new OutlineBuilder('asciidoc');
  #at = 0;
  #isInQuote = false;
  /** The attributes of the block that follows: `source,mermaid`. */
  #attributes = '';
  #isHeader = true;
  #items = false;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  read(): Outline {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (line) this.#line(line);
    }
    return this.#outline.finish();
  }

  #line(line: TextLine): void {
    const text = line.text.trimEnd();
    if (text.trim() === '') {
      this.#outline.close();
      this.#isHeader = false;
      this.#items = false;
      return;
    }
    const isTaken =
      this.#header(line, text) || this.#comment(text) || this.#block(line, text) || this.#structure(line, text);
    if (!isTaken) this.#prose(line, text);
  }

  /** The lines directly below the title: attributes, author, revision. */
  #header(line: TextLine, text: string): boolean {
    const attribute = /^:([\w-]{1,60}):(?:\s+(.{0,2000}))?$/.exec(text);
    if (attribute) {
      this.#outline.close();
      this.#outline.field(attribute[1] ?? '', (attribute[2] ?? '').trim(), line.line);
      return true;
    }
    if (!this.#isHeader || this.#outline.open !== undefined) return false;
    const revision = /^v?[\d.]{0,20},?\s{0,3}(\d{4}-\d{2}-\d{2})(?:$|[:,\s])/.exec(text);
    if (revision?.[1]) {
      this.#outline.field('revdate', revision[1], line.line);
      return true;
    }
    const author = /^([\p{Lu}][\p{L}.'-]{0,40}(?: [\p{L}.'-]{1,40}){1,3})(?: <[^<>]{1,100}>)?(?:;|$)/u.exec(text);
    if (author?.[1] && this.#lines[this.#at - 1]?.text.startsWith('= ')) {
      this.#outline.field('authors', author[1], line.line);
      return true;
    }
    return false;
  }

  #comment(text: string): boolean {
    if (!text.startsWith('//')) return false;
    if (/^\/{4,}$/.test(text)) this.#skipTo(text);
    return true;
  }

  #block(line: TextLine, text: string): boolean {
    if (literal.test(text)) {
      const inside = this.#skipTo(text);
      const language = /^`{3,}/.test(text)
        ? ''
        : (/(?:^|,)\s{0,3}([\w-]{1,30})\s{0,3}(?:,|$)/.exec(this.#attributes.replace(/^source,?/, ''))?.[1] ?? '');
      this.#outline.code(language.toLowerCase(), inside, line);
      this.#attributes = '';
      return true;
    }
    if (/^[|,:!]={3,}$/.test(text)) {
      this.#table(text);
      return true;
    }
    if (/^_{4,}$/.test(text)) {
      this.#outline.close();
      this.#isInQuote = !this.#isInQuote;
      return true;
    }
    if (transparent.test(text)) {
      this.#outline.close();
      return true;
    }
    if (/^\[[^\][]{0,300}\]$/.test(text) || /^\[\[[\w-]{1,100}\]\]$/.test(text)) {
      this.#outline.close();
      this.#attributes = text.slice(1, -1);
      return true;
    }
    return false;
  }

  #structure(line: TextLine, text: string): boolean {
    const heading = /^(={1,6}|#{1,6})\s+(\S.{0,2000})$/.exec(text);
    if (heading) {
      this.#isHeader = heading[1]?.length === 1;
      const next = this.#lines[this.#at + 1]?.start ?? line.start + line.text.length;
      this.#outline.heading(heading[1]?.length ?? 1, (heading[2] ?? '').replace(/\s={1,6}$/, ''), line, line, next);
      return true;
    }
    if (
      /^(?:'{3,}|<{3,}|-{3}|\*{3})$/.test(text) ||
      /^(?:ifdef|ifndef|endif|include|toc)::/.test(text) ||
      /^\.[^\s.]/.test(text)
    ) {
      this.#outline.close();
      return true;
    }
    if (text === '+') return true;
    return this.#list(line, text);
  }

  #list(line: TextLine, text: string): boolean {
    const item = /^(\s{0,20})(\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-z]\.)\s+(?:\[[ xX*]\]\s)?(?=\S)/.exec(text);
    if (item) {
      const from = item[0].length;
      const depth = (item[2]?.length ?? 1) - 1 + (item[1]?.length ?? 0);
      this.#outline.begin('item', { text: text.slice(from), start: line.start + from, line: line.line }, depth);
      this.#items = true;
      return true;
    }
    const described = /^\s{0,20}(\S[^\n]{0,100}?)::(?:\s+|$)/.exec(text);
    if (!described || (/^\w{1,20}::/.test(text) === false && text.includes('://'))) return false;
    // A description list is a list of labels; they are given the form in which labels are sought, without a change in length.
    const value = text.slice(described[0].length);
    const told =
      value === ''
        ? `*${described[1]}*`
        : `*${described[1]}*:${' '.repeat(described[0].trimStart().length - (described[1]?.length ?? 0) - 3)}${value}`;
    const start = line.start + described[0].length - described[0].trimStart().length;
    this.#outline.begin('item', { text: told, start, line: line.line }, 0);
    this.#items = true;
    return true;
  }

  #prose(line: TextLine, text: string): void {
    const bare = text.trim();
    const part = { text: bare.replace(/ \+$/, ''), start: line.start + text.indexOf(bare), line: line.line };
    if (this.#isInQuote) this.#outline.add('quote', part);
    else if (this.#items && this.#outline.open === 'item') this.#outline.continue(part);
    else this.#outline.add('paragraph', part);
    this.#attributes = '';
  }

  #table(fence: string): void {
    this.#outline.beginTable();
    const rows = this.#skipTo(fence).filter(({ text }) => text.trim() !== '' && !text.startsWith('//'));
    const width = columnsOf(this.#attributes, rows);
    let cells: string[] = [];
    let first: TextLine | undefined;
    let isHeader = true;
    for (const line of rows) {
      const text = line.text.trim();
      if (!text.startsWith('|') && !/^\d{0,2}[\w.+^<>]{0,5}\|/.test(text)) {
        // The last cell goes on.
        if (cells.length > 0) cells.push(`${cells.pop()} ${text}`);
        continue;
      }
      if (cells.length >= width && first) {
        this.#outline.row(cells, isHeader, first);
        isHeader = false;
        cells = [];
        first = undefined;
      }
      first ??= line;
      cells.push(...tableCells(text.replace(/^[^|]{0,7}\|/, '|')));
    }
    if (first) this.#outline.row(cells, isHeader && /header/.test(this.#attributes), first);
    this.#attributes = '';
  }

  /** The lines up to the one that closes a block; to the end where none does. */
  #skipTo(fence: string): TextLine[] {
    this.#outline.close();
    const inside: TextLine[] = [];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (!line || line.text.trimEnd() === fence) break;
      inside.push(line);
    }
    return inside;
  }
}

/** How many columns a table has: what `cols` says, else what stands on its first line. */
function columnsOf(attributes: string, rows: readonly TextLine[]): number {
  const told = /cols="?([^"\]]{1,100})"?/.exec(attributes)?.[1];
  const repeated = told && /^(\d{1,2})\*/.exec(told)?.[1];
  if (repeated) return Number(repeated);
  if (told) return told.split(',').filter((part) => part.trim() !== '').length;
  return Math.max(1, tableCells(rows[0]?.text ?? '').length);
}
