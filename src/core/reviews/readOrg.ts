import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { OutlineBuilder } from './outlineBuilder';
import { tableCells } from './tableRow';

/** Reads the parts of an Org document, line by line. Never fails; linear. */
export function readOrg(lines: readonly TextLine[]): Outline {
  const outline = new OutlineBuilder('org');
  const reader = new OrgReader(lines, outline);
  reader.read();
  return outline.finish();
}

class OrgReader {
  readonly #lines: readonly TextLine[];
  readonly #outline: OutlineBuilder;
  #at = 0;
  #isInTable = false;
  #isInQuote = false;
  #isAfterBlank = true;

  constructor(lines: readonly TextLine[], outline: OutlineBuilder) {
    this.#lines = lines;
    this.#outline = outline;
  }

  read(): void {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (line) this.#line(line);
    }
  }

  #line(line: TextLine): void {
    const text = line.text.trimEnd();
    if (text.trim() === '') {
      if (this.#outline.open !== 'item') this.#outline.close();
      this.#isInTable = false;
      this.#isAfterBlank = true;
      return;
    }
    const isTaken =
      this.#heading(line, text) ||
      this.#keyword(line, text.trim()) ||
      this.#row(line, text.trim()) ||
      this.#item(line, text);
    if (!isTaken) this.#prose(line, text);
    this.#isAfterBlank = false;
  }

  #heading(line: TextLine, text: string): boolean {
    const match = /^(\*{1,10})\s+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)\s+)?(?:\[#[A-Z]\]\s+)?(\S.{0,2000})$/.exec(
      text,
    );
    if (!match) return false;
    this.#isInTable = false;
    const words = (match[2] ?? '').replace(/\s+:[\w@:]{1,100}:$/, '');
    const next = this.#lines[this.#at + 1]?.start ?? line.start + line.text.length;
    this.#outline.heading(match[1]?.length ?? 1, words, line, line, next);
    return true;
  }

  /** `#+KEY: value`, blocks, drawers, comments. */
  #keyword(line: TextLine, text: string): boolean {
    const begin = /^#\+begin_(\w{1,20})(?:\s+([\w-]{1,30}))?/i.exec(text);
    if (begin) {
      const kind = begin[1]?.toLowerCase() ?? '';
      this.#outline.close();
      this.#isInQuote = kind === 'quote' || kind === 'verse';
      if (!this.#isInQuote && kind !== 'center') {
        this.#outline.code((begin[2] ?? '').toLowerCase(), this.#upTo(new RegExp(`^\\s*#\\+end_${kind}`, 'i')), line);
      }
      return true;
    }
    const keyword = /^#\+([\w-]{1,40}):\s{0,20}(.{0,2000})$/.exec(text);
    if (keyword) {
      this.#outline.field(keyword[1] ?? '', (keyword[2] ?? '').trim(), line.line);
      return true;
    }
    if (text.startsWith('#+')) {
      this.#outline.close();
      this.#isInQuote = false;
      return true;
    }
    if (/^:(?:PROPERTIES|LOGBOOK):$/i.test(text)) {
      for (const each of this.#upTo(/^\s*:END:/i)) {
        const property = /^\s{0,20}:([\w-]{1,60}):\s{1,20}(.{0,2000})$/.exec(each.text);
        if (property) this.#outline.field(property[1] ?? '', (property[2] ?? '').trim(), each.line);
      }
      return true;
    }
    return /^#(?:\s|$)/.test(text) || /^(?:SCHEDULED|DEADLINE|CLOSED):/.test(text) || /^-{5,}$/.test(text);
  }

  #row(line: TextLine, text: string): boolean {
    if (!text.startsWith('|')) {
      this.#isInTable = false;
      return false;
    }
    if (/^\|[-+]+\|?$/.test(text)) return true;
    if (!this.#isInTable) this.#outline.beginTable();
    const isHeader = !this.#isInTable && /^\s{0,20}\|[-+]+\|?\s*$/.test(this.#lines[this.#at + 1]?.text ?? '');
    this.#isInTable = true;
    this.#outline.row(tableCells(text), isHeader, line);
    return true;
  }

  #item(line: TextLine, text: string): boolean {
    const match = /^(\s{0,30})(?:[-+]|\d{1,4}[.)]|(?<=\s)\*)\s+(?:\[[ xX-]\]\s+)?(?=\S)/.exec(text);
    if (!match) return false;
    const from = match[0].length;
    const words = text.slice(from);
    const described = /^(\S.{0,100}?)\s::(?:\s+|$)/.exec(words);
    // A description is a label; it is given the form in which labels are sought, without a change in length.
    const told = described ? words.replace(/^(\S.{0,100}?)\s::/, '*$1*:') : words;
    this.#outline.begin('item', { text: told, start: line.start + from, line: line.line }, match[1]?.length ?? 0);
    return true;
  }

  #prose(line: TextLine, text: string): void {
    const bare = text.trimStart();
    const indent = text.length - bare.length;
    const part = { text: bare, start: line.start + indent, line: line.line };
    const isLazy = this.#outline.open !== undefined && !this.#isAfterBlank;
    if (this.#outline.open === 'item' && (isLazy || indent > this.#outline.openIndent)) this.#outline.continue(part);
    else this.#outline.add(this.#isInQuote ? 'quote' : 'paragraph', part);
  }

  #upTo(end: RegExp): TextLine[] {
    this.#outline.close();
    const inside: TextLine[] = [];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (!line || end.test(line.text)) break;
      inside.push(line);
    }
    return inside;
  }
}
