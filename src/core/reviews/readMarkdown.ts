import type { TextLine } from '../text/textLine';
import type { Outline } from './outline';
import { OutlineBuilder } from './outlineBuilder';
import { isDelimiterRow, tableCells } from './tableRow';

/** Directives of MyST and Quarto that hold text, not code. */
const containers = new Set(
  'note warning tip important caution danger attention hint seealso admonition dropdown details margin sidebar epigraph'.split(
    ' ',
  ),
);

/** With what the mark of an item can begin. */
const itemMarks = '-*+•‣◦0123456789';

/**
 * Reads the parts of a Markdown document, line by line: CommonMark with tables, and the shells that MyST, Quarto, MDX and ERB put around it.
 *
 * Lenient where authors are: never fails, and takes time in proportion to the text.
 */
export function readMarkdown(lines: readonly TextLine[]): Outline {
  return new MarkdownReader(lines).read();
}

class MarkdownReader {
  readonly #lines: readonly TextLine[];
  readonly #outline = new OutlineBuilder('markdown');
  /** Fences of directives that hold text, innermost last. */
  readonly #containers: string[] = [];
  #at = 0;
  #isAfterBlank = true;
  #isInTable = false;
  #isInList = false;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  read(): Outline {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at];
      if (line) this.#line(line);
      this.#at++;
    }
    return this.#outline.finish();
  }

  #line(line: TextLine): void {
    const text = line.text;
    let indent = 0;
    while (indent < text.length && isBlank(text.charCodeAt(indent))) indent++;
    if (indent === text.length) {
      this.#blank();
      return;
    }
    const first = text.charAt(indent);
    const rest = indent === 0 ? text : text.slice(indent);
    const isTaken =
      this.#special(line, first, rest, indent) ||
      this.#indented(line, indent) ||
      this.#tableRow(line, rest) ||
      this.#list(line, first, rest, indent);
    if (!isTaken) this.#prose(line, rest, indent);
    this.#isAfterBlank = false;
  }

  #blank(): void {
    // What stands in below an item after a blank line still belongs to it, so an item stays open.
    if (this.#outline.open !== 'item') this.#outline.close();
    this.#isInTable = false;
    this.#isAfterBlank = true;
  }

  /** Lines that mean something by their first character. */
  #special(line: TextLine, first: string, rest: string, indent: number): boolean {
    switch (first) {
      case '#':
        return indent < 4 && this.#heading(line, rest);
      case '`':
      case '~':
        return this.#fence(line, rest, indent);
      case '<':
        return this.#html(line, rest);
      case '>':
        return this.#quote(line, indent);
      case '=':
      case '-':
      case '*':
      case '_':
        return indent < 4 && (this.#underline(line, first, rest) || this.#ruler(rest));
      case ':':
        return /^:{3,}/.test(rest);
      case '[':
        return this.#definition(rest);
      case '(':
        return /^\([\w-]{1,80}\)=\s*$/.test(rest);
      case '{':
        return /^\{(?:%.{0,200}%|\/\*.{0,200}\*\/)\}\s*$/.test(rest);
      case 'i':
      case 'e':
        return /^(?:import|export)\s.{1,200}(?:from\s+['"]|['"];?$|=>|[{;]$)/.test(rest) && this.#isAfterBlank;
      default:
        return false;
    }
  }

  #heading(line: TextLine, rest: string): boolean {
    let level = 0;
    while (rest.charAt(level) === '#') level++;
    if (level > 6 || (rest.length > level && !/\s/.test(rest.charAt(level)))) return false;
    this.#endAll();
    this.#outline.heading(level, headingText(rest.slice(level)), line, line, this.#nextStart());
    return true;
  }

  /** A paragraph that is underlined is a heading. */
  #underline(line: TextLine, first: string, rest: string): boolean {
    if ((first !== '=' && first !== '-') || this.#outline.open !== 'paragraph' || !isRunOf(rest, first)) return false;
    if (rest.trimEnd().length < 2) return false;
    const lines = this.#outline.takeAll();
    const start = lines[0];
    if (!start) return false;
    const text = lines.map(({ text }) => text.trim()).join(' ');
    this.#outline.heading(first === '=' ? 1 : 2, headingText(text), start, line, this.#nextStart());
    this.#isInList = false;
    return true;
  }

  #ruler(rest: string): boolean {
    const mark = rest.charCodeAt(0);
    let count = 0;
    for (let at = 0; at < rest.length; at++) {
      const unit = rest.charCodeAt(at);
      if (unit === mark) count++;
      else if (unit !== 32 && unit !== 9) return false;
    }
    if (count < 3 || mark === 61) return false;
    this.#endAll();
    return true;
  }

  #fence(line: TextLine, rest: string, indent: number): boolean {
    const mark = rest.charAt(0);
    let length = 0;
    while (rest.charAt(length) === mark) length++;
    if (length < 3 || this.#outline.open === 'quote') return false;
    const fence = mark.repeat(length);
    const info = rest.slice(length).trim();
    if (info === '' && this.#containers.at(-1) === fence) {
      this.#containers.pop();
      this.#outline.close();
      return true;
    }
    if (mark === '`' && info.includes('`')) return false;
    if (indent > 3 && !this.#isInList && this.#outline.open === undefined) return false;
    const directive = /^\{([\w-]{1,40})\}\s*(.{0,300})/.exec(info);
    if (directive && containers.has(directive[1] ?? '')) {
      this.#outline.close();
      this.#containers.push(fence);
      return true;
    }
    if (directive && /^(?:image|figure)$/.test(directive[1] ?? '')) {
      this.#outline.link({ kind: 'image', target: (directive[2] ?? '').trim(), words: '', line: line.line });
    }
    this.#code(line, fence, (directive?.[1] ?? info.split(/[\s{,]/, 1)[0] ?? '').toLowerCase());
    return true;
  }

  #code(first: TextLine, fence: string, language: string): void {
    this.#outline.close();
    const inside: TextLine[] = [];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (!line) break;
      const text = line.text.trim();
      if (text.startsWith(fence) && isRunOf(text, fence.charAt(0))) break;
      inside.push(line);
    }
    this.#outline.code(language, inside, first);
  }

  #html(line: TextLine, rest: string): boolean {
    if (rest.startsWith('<!--')) {
      const close = this.#skipTo('-->', 4);
      if (close === undefined) return true;
      const { end, text } = close;
      if (text.slice(end).trim() !== '') this.#prose(close, text.slice(end).trimStart(), 0);
      return true;
    }
    const tag = /^<(\/?)(details|summary|h[1-6])\b[^<>]{0,200}>/i.exec(rest);
    const name = tag?.[2]?.toLowerCase();
    if (!tag || !name)
      return /^<%.{0,300}%>\s*$/.test(rest) || /^<\/?(?:div|p|center|br|a id=)[^<>]{0,200}>\s*$/i.test(rest);
    if (name === 'details') this.#fold(tag[1] === '/');
    const inner = rest
      .slice(tag[0].length)
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
      .trim();
    if (name.startsWith('h') && tag[1] === '' && inner !== '') {
      this.#outline.heading(Number(name.slice(1)), inner, line, line, this.#nextStart());
    } else if (inner !== '') {
      this.#outline.begin('paragraph', { ...line, text: rest.includes('<summary') ? `**${inner}**` : inner });
      this.#outline.close();
    }
    return true;
  }

  #fold(isEnd: boolean): void {
    this.#endAll();
    this.#outline.folds = Math.max(0, this.#outline.folds + (isEnd ? -1 : 1));
  }

  /** Goes on to the line that holds `mark` and answers it and the place behind the mark; to the end where none does. */
  #skipTo(mark: string, from: number): (TextLine & { readonly end: number }) | undefined {
    for (let offset = from; this.#at < this.#lines.length; this.#at++, offset = 0) {
      const line = this.#lines[this.#at];
      const found = line?.text.indexOf(mark, offset) ?? -1;
      if (line && found >= 0) return { ...line, end: found + mark.length };
    }
    return undefined;
  }

  #quote(line: TextLine, indent: number): boolean {
    if (indent > 3 && !this.#isInList) return false;
    let from = indent;
    while (line.text.charAt(from) === '>' || (line.text.charAt(from) === ' ' && line.text.charAt(from + 1) === '>'))
      from++;
    if (line.text.charAt(from) === ' ') from++;
    const text = line.text.slice(from);
    this.#isInTable = false;
    if (text.trim() === '') this.#outline.close();
    else this.#outline.add('quote', { text, start: line.start + from, line: line.line });
    return true;
  }

  #definition(rest: string): boolean {
    if (this.#outline.open === 'paragraph') return false;
    const definition = definitionIn(rest);
    if (!definition) return false;
    const { name, target } = definition;
    this.#outline.reference(name, target.replace(/^<([^<>]{1,800})>.{0,200}$/, '$1').split(/\s+["'(]/, 1)[0] ?? '');
    return true;
  }

  /** Code that stands in by four. */
  #indented(line: TextLine, indent: number): boolean {
    if (indent < 4 || this.#isInList || this.#outline.open !== undefined || !this.#isAfterBlank) return false;
    const inside = [line];
    for (; this.#at + 1 < this.#lines.length; this.#at++) {
      const next = this.#lines[this.#at + 1];
      if (!next || !/^(?: {4}|\t)/.test(next.text)) break;
      inside.push(next);
    }
    this.#outline.code('', inside, line);
    return true;
  }

  #tableRow(line: TextLine, rest: string): boolean {
    if (this.#isInTable) {
      if (!rest.includes('|')) {
        this.#isInTable = false;
        return false;
      }
      this.#outline.row(tableCells(rest), false, line);
      return true;
    }
    const header = this.#outline.openLines.at(-1);
    if (!header?.text.includes('|') || !isDelimiterRow(rest) || this.#outline.open === 'item') return false;
    this.#outline.takeLast();
    this.#outline.beginTable();
    this.#outline.row(tableCells(header.text), true, header);
    this.#isInTable = true;
    return true;
  }

  #list(line: TextLine, first: string, rest: string, indent: number): boolean {
    if (!itemMarks.includes(first)) return false;
    const marker = /^(?:[-*+•‣◦]|\d{1,9}[.)])(?:\s{1,8}|$)/.exec(rest);
    if (!marker) return false;
    // A paragraph that goes on with a number, such as a year at the start of a line.
    if (this.#outline.open === 'paragraph' && /\d/.test(first) && !/^1[.)]/.test(rest)) return false;
    const task = /^\[[ xX]?\](?:\s|$)/.exec(rest.slice(marker[0].length));
    const from = indent + marker[0].length + (task?.[0].length ?? 0);
    const item = { text: line.text.slice(from), start: line.start + from, line: line.line };
    this.#outline.begin('item', item, columnOf(line.text, indent));
    this.#isInList = true;
    return true;
  }

  #prose(line: TextLine, rest: string, indent: number): void {
    const part =
      indent === 0 && rest === line.text
        ? line
        : { text: rest, start: line.start + line.text.length - rest.length, line: line.line };
    const open = this.#outline.open;
    const isLazy = open !== undefined && !this.#isAfterBlank;
    if (open === 'item' && (isLazy || indent > this.#outline.openIndent)) this.#outline.continue(part);
    else if (open === 'quote' && isLazy) this.#outline.continue(part);
    else {
      if (indent === 0) this.#isInList = false;
      if (beginsWithLabel(rest)) this.#outline.begin('paragraph', part);
      else this.#outline.add('paragraph', part);
    }
  }

  #endAll(): void {
    this.#outline.close();
    this.#isInTable = false;
    this.#isInList = false;
  }

  #nextStart(): number {
    const line = this.#lines[this.#at];
    const next = this.#at + 1 < this.#lines.length ? this.#lines[this.#at + 1] : undefined;
    return next?.start ?? (line ? line.start + line.text.length : 0);
  }
}

/** The reference that a line defines: `[name]: target`. */
export function definitionIn(line: string): { readonly name: string; readonly target: string } | undefined {
  const match = /^\[([^\][]{1,200})\]:\s*(\S.{0,1000})?$/.exec(line);
  const name = match?.[1] ?? '';
  // A note at the foot, or a line of a chat that begins with a time.
  if (!match || name.startsWith('^') || /^\d{1,2}:\d{2}/.test(name)) return undefined;
  return { name, target: match[2] ?? '' };
}

/** A heading without closing `#` and without the attributes that Pandoc, Quarto and kramdown put behind it. */
export function headingText(text: string): string {
  let end = text.trimEnd().length;
  const trimmed = text.slice(0, end);
  const attributes = trimmed.endsWith('}') ? trimmed.lastIndexOf('{') : -1;
  if (attributes >= 0 && /^\{:?\s?[#.]/.test(trimmed.slice(attributes)))
    end = trimmed.slice(0, attributes).trimEnd().length;
  let hashes = end;
  while (hashes > 0 && text.charAt(hashes - 1) === '#') hashes--;
  if (hashes === 0 || (hashes < end && /\s/.test(text.charAt(hashes - 1)))) end = hashes;
  return text.slice(0, end).trim();
}

/** Whether a line begins with a label in bold: such lines stand for themselves though no blank line divides them. */
export function beginsWithLabel(rest: string): boolean {
  return rest.startsWith('**') && /^\*\*[^*]{1,80}(?:[:：]\*\*|\*\*\s{0,2}(?:[:：]|$))/.test(rest);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function columnOf(text: string, indent: number): number {
  let column = 0;
  for (let at = 0; at < indent; at++) column += text.charCodeAt(at) === 9 ? 4 : 1;
  return column;
}

/** Whether a text is nothing but one character and blanks at the end. */
function isRunOf(text: string, mark: string): boolean {
  let at = 0;
  while (text.charAt(at) === mark && mark !== '') at++;
  return at > 0 && text.slice(at).trim() === '';
}
