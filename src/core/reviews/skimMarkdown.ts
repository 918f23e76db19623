import { comparable } from '../text/comparable';
import { textLines } from '../text/textLine';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { knownNames, type Label, parseLabel, plainLines, ranksOf } from './labels';
import type { LabelField } from './labelWords';
import type { LibraryRules } from './libraryRules';
import type { Heading } from './outline';
import { headBlocks, mayHoldByline } from './peopleInBylines';
import { beginsWithLabel, definitionIn, headingText } from './readMarkdown';
import { aboutTheDocument } from './readSections';
import { sectionKind } from './sectionKinds';
import { isDelimiterRow, tableCells } from './tableRow';

/** What looking through a Markdown document brings: all that facts are chosen from, where it is written plainly. */
export interface SkimmedMarkdown {
  readonly front: FrontMatter;
  /** Where the text below the front matter begins. */
  readonly bodyStart: number;
  readonly headings: readonly Heading[];
  /** Whether nothing stands above the first heading. */
  readonly beginsWithHeading: boolean;
  /** The labels of facts, all above the second heading. */
  readonly labels: readonly Label[];
  /** Whether there is neither a quote nor code, and no label that may begin a section. */
  readonly isOnlyProse: boolean;
}

/**
 * Looks through a Markdown document for its headings and the labels of facts, by the same rules as `readMarkdown` and `findLabels` but without
 * making anything of what else stands there: five times as fast.
 *
 * Nothing where there is something that is not told by the beginning of a line: HTML, directives, underlined headings, tables of labels,
 * references in what facts are read from, labels of facts below a section or over several lines. Then all of it has to be read.
 */
export function skimMarkdown(
  text: string,
  rules: LibraryRules,
  plain: (raw: string) => string,
): SkimmedMarkdown | undefined {
  if (text.includes('\r')) return undefined;
  const top = readTop(text);
  return top && new MarkdownSkimmer(text, rules, plain, top).run();
}

interface Top {
  readonly front: FrontMatter;
  readonly bodyStart: number;
  /** 1-based. */
  readonly firstLine: number;
}

const noFront: FrontMatter = { fields: new Map(), lineCount: 0 };

/** The front matter, where it stands between `---` from the first line on, or there is none. */
function readTop(text: string): Top | undefined {
  if (!text.startsWith('---\n')) {
    const first = /\S/.exec(text)?.[0] ?? '';
    return '-+`~\ufeff'.includes(first) ? undefined : { front: noFront, bodyStart: 0, firstLine: 1 };
  }
  const close = text.indexOf('\n---', 3);
  if (close < 0) return undefined;
  const next = text.indexOf('\n', close + 1);
  const end = next < 0 ? text.length : next;
  if (text.slice(close + 1, end).trimEnd() !== '---') return undefined;
  const lines = textLines(text.slice(0, end));
  const front = readFrontMatter(lines);
  const bodyStart = lines[front.lineCount]?.start ?? end + 1;
  return { front, bodyStart, firstLine: front.lineCount + 1 };
}

/** How far into a line a label may reach, in UTF-16 units, marks included. */
const longestLabel = 110;

/** What the labels of facts are read from. */
const factFields = [
  'id',
  'title',
  'date',
  'severity',
  'services',
  'status',
  'tags',
  'people',
] as const satisfies readonly LabelField[];

/** In sections of these kinds labels are not about the review, or people are named. */
const tellingKinds = new Set(['people', 'excluded', 'followUps', 'transcript']);

class MarkdownSkimmer {
  readonly #text: string;
  readonly #rules: LibraryRules;
  readonly #plain: (raw: string) => string;
  readonly #top: Top;
  readonly #headings: Heading[] = [];
  readonly #labels: Label[] = [];
  /** Where the next line begins; the number of the one that is looked at, 1-based. */
  #next: number;
  #line: number;
  /** How many blocks were begun, code and headings included. */
  #blocks = 0;
  #beginsWithHeading = false;
  #isOnlyProse = true;
  /** Whether references are defined somewhere; whether what facts are read from may hold some. */
  #hasReferences = false;
  #mayRefer = false;
  /** What a line may go on with, and how far in the mark of an item stands. */
  #open: 'paragraph' | 'item' | 'quote' | undefined;
  #openIndent = 0;
  #isAfterBlank = true;
  /** Whether what stands further in belongs to a list, and is no code. */
  #isInList = false;
  /** Whether the last label of a fact would have its value in the next line, too. */
  #isLabelOpen = false;

  constructor(text: string, rules: LibraryRules, plain: (raw: string) => string, top: Top) {
    this.#text = text;
    this.#rules = rules;
    this.#plain = plain;
    this.#top = top;
    this.#next = top.bodyStart;
    this.#line = top.firstLine;
  }

  /** Looks through the document, line by line; nothing where it has to be read. */
  run(): SkimmedMarkdown | undefined {
    const text = this.#text;
    while (this.#next < text.length) {
      const start = this.#next;
      const end = this.#lineEnd(start);
      this.#next = end + 1;
      let from = start;
      while (from < end && isBlank(text.charCodeAt(from))) from++;
      if (from === end) this.#blank();
      else {
        if (!this.#skim(start, from, end)) return undefined;
        this.#isAfterBlank = false;
      }
      this.#line++;
    }
    const { front, bodyStart } = this.#top;
    if (this.#hasReferences && (this.#mayRefer || front.fields.size > 0)) return undefined;
    return {
      front,
      bodyStart,
      headings: this.#headings,
      beginsWithHeading: this.#beginsWithHeading,
      labels: this.#labels,
      isOnlyProse: this.#isOnlyProse,
    };
  }

  #lineEnd(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end < 0 ? this.#text.length : end;
  }

  #blank(): void {
    if (this.#open !== 'item') this.#close();
    this.#isAfterBlank = true;
  }

  /** Ends what is open, and the value of a label with it. */
  #close(): void {
    this.#open = undefined;
    this.#isLabelOpen = false;
  }

  /** Ends what is open, and lists. */
  #endAll(): void {
    this.#close();
    this.#isInList = false;
  }

  /** Takes a line that begins at `start`, its first character at `from`. As with all that answers so: no where the document has to be read. */
  #skim(start: number, from: number, end: number): boolean {
    const text = this.#text;
    const indent = from - start;
    const first = text.charAt(from);
    switch (first) {
      case '#':
        if (indent < 4) {
          const level = countOf(text, first, from, end);
          const behind = from + level;
          if (level < 7 && (behind === end || isBlank(text.charCodeAt(behind))))
            return this.#heading(level, start, behind, end);
          // Perhaps a blank that is none in ASCII.
          if (level < 7 && !isAscii(text.charCodeAt(behind))) return false;
        }
        break;
      case '`':
      case '~':
        if (countOf(text, first, from, end) > 2) return this.#fence(first, from, end, indent);
        break;
      case '>':
        return indent < 4 && this.#quote(from, end);
      case '-':
      case '=':
      case '*':
      case '_':
        if (indent < 4) {
          const count = rulerLength(text, first, from, end);
          // It underlines a heading.
          if (count > 0 && this.#open === 'paragraph' && (first === '-' || first === '=')) return false;
          if (count > 2 && first !== '=') {
            this.#endAll();
            return true;
          }
        }
        if (first === '-' && isDelimiterRow(text.slice(from, end))) return false;
        break;
      case '[':
        if (this.#open === 'paragraph' || !definitionIn(text.slice(from, end))) break;
        this.#hasReferences = true;
        return true;
      case '|':
        if (this.#isTableBelow()) return this.#table(from, end, indent);
        break;
      case '(':
        // The target of a link, as MyST writes it.
        if (text.slice(from, end).trimEnd().endsWith(')=')) return false;
        break;
      case 'i':
      case 'e':
        // Statements of MDX.
        if (text.startsWith('import', from) || text.startsWith('export', from)) return false;
        break;
      case '+':
        if (isDelimiterRow(text.slice(from, end))) return false;
        break;
      // HTML, directives, attributes.
      case '<':
      case ':':
      case '{':
        return false;
    }
    // Code by its indent.
    if (indent > 3 && !this.#isInList && this.#open === undefined && this.#isAfterBlank) return false;
    const content = this.#itemContent(first, from, end);
    if (content === undefined) return false;
    if (content > 0) return this.#item(start, from, content, end);
    return this.#prose(from, end, indent);
  }

  #heading(level: number, start: number, from: number, end: number): boolean {
    this.#endAll();
    const text = headingText(this.#text.slice(from, end));
    this.#takeNoteOfBrackets(text);
    if (this.#blocks++ === 0) this.#beginsWithHeading = true;
    const bodyStart = end + 1 < this.#text.length ? end + 1 : end;
    this.#headings.push({ kind: 'heading', level, text, start, end, line: this.#line, bodyStart });
    return true;
  }

  #isTableBelow(): boolean {
    return isDelimiterRow(this.#text.slice(this.#next, this.#lineEnd(this.#next)));
  }

  /** Goes on behind a table that holds no labels: a list of events, say. The head, and the row below it, were looked at. */
  #table(from: number, end: number, indent: number): boolean {
    const text = this.#text;
    const isWithin = this.#open === 'item' && indent > this.#openIndent;
    if (isWithin || ((this.#open === 'item' || this.#open === 'quote') && !this.#isAfterBlank)) return false;
    if (indent === 0) this.#isInList = false;
    this.#close();
    const width = tableCells(text.slice(from, end)).length;
    this.#next = this.#lineEnd(this.#next) + 1;
    this.#line++;
    this.#blocks++;
    let rows = 0;
    for (; this.#next < text.length; rows++) {
      const lineEnd = this.#lineEnd(this.#next);
      const line = text.slice(this.#next, lineEnd).replace(/^[ \t]+/, '');
      if (!line.startsWith('|')) {
        if (line.includes('|')) return false;
        break;
      }
      if (width === 2 && this.#isKnown(tableCells(line)[0] ?? '')) return false;
      this.#next = lineEnd + 1;
      this.#line++;
      this.#blocks++;
    }
    // A single row below its head may be the values of labels.
    return rows > 1;
  }

  #isKnown(name: string): boolean {
    this.#takeNoteOfBrackets(name);
    return knownNames(this.#rules).has(comparable(this.#plain(name)));
  }

  /** What stands in brackets may be a reference that is defined further below, which changes how it reads. */
  #takeNoteOfBrackets(words: string): void {
    if (words.includes('[')) this.#mayRefer = true;
  }

  /** Goes on behind code. */
  #fence(mark: string, from: number, end: number, indent: number): boolean {
    const text = this.#text;
    const fence = mark.repeat(countOf(text, mark, from, end));
    const told = text.slice(from + fence.length, end).trim();
    if (this.#open === 'quote' || indent > 3 || told.startsWith('{') || told.includes('`')) return false;
    this.#close();
    this.#blocks++;
    this.#isOnlyProse = false;
    while (this.#next < text.length) {
      const lineEnd = this.#lineEnd(this.#next);
      const line = text.slice(this.#next, lineEnd).trim();
      this.#next = lineEnd + 1;
      this.#line++;
      if (line.startsWith(fence) && countOf(line, mark, 0, line.length) === line.length) break;
    }
    return true;
  }

  #quote(from: number, end: number): boolean {
    const text = this.#text;
    let at = from;
    while (text.charAt(at) === '>' || (text.charAt(at) === ' ' && text.charAt(at + 1) === '>')) at++;
    if (text.charAt(at) === ' ') at++;
    if (text.slice(at, end).trim() === '') {
      this.#close();
      return true;
    }
    if (isBold(text, at)) return false;
    if (this.#open !== 'quote') this.#begin('quote');
    this.#isOnlyProse = false;
    return true;
  }

  #begin(kind: 'paragraph' | 'item' | 'quote'): void {
    this.#close();
    this.#open = kind;
    this.#blocks++;
  }

  /** Where the words of an item begin; 0 where the line is none, nothing where that is not clear. */
  #itemContent(first: string, from: number, end: number): number | undefined {
    const text = this.#text;
    let at = from + 1;
    if (first >= '0' && first <= '9') {
      while (at < end && at < from + 10 && isDigit(text.charCodeAt(at))) at++;
      const dot = text.charAt(at);
      if (at > from + 9 || (dot !== '.' && dot !== ')')) return 0;
      if (this.#open === 'paragraph' && !(first === '1' && at === from + 1)) return 0;
      at++;
    } else if (!'-*+•‣◦'.includes(first)) return 0;
    if (at < end && !isBlank(text.charCodeAt(at))) return isAscii(text.charCodeAt(at)) ? 0 : undefined;
    const most = at + 8;
    while (at < end && at < most && isBlank(text.charCodeAt(at))) at++;
    if (at < end && !isAscii(text.charCodeAt(at)) && /\s/.test(text.charAt(at))) return undefined;
    const task = text.charAt(at) === '[' ? /^\[[ xX]?\](?:\s|$)/.exec(text.slice(at, Math.min(end, at + 8))) : null;
    return at + (task?.[0].length ?? 0);
  }

  #item(start: number, from: number, content: number, end: number): boolean {
    this.#begin('item');
    this.#openIndent = columnOf(this.#text, start, from);
    this.#isInList = true;
    return this.#takeLabel(content, end, this.#openIndent);
  }

  #prose(from: number, end: number, indent: number): boolean {
    const text = this.#text;
    const isLazy = this.#open !== undefined && !this.#isAfterBlank;
    // Such a line goes on with the item or the quote.
    if (this.#open === 'item' && (isLazy || indent > this.#openIndent)) return !this.#isLabelOpen;
    if (this.#open === 'quote' && isLazy) return !isBold(text, from);
    if (indent === 0) this.#isInList = false;
    const begins = text.startsWith('**', from) && beginsWithLabel(text.slice(from, end));
    if (begins || this.#open !== 'paragraph') this.#begin('paragraph');
    if (this.#isLabelOpen && !this.#parseLabel(from, end)) return false;
    this.#isLabelOpen = false;
    if (!this.#takeLabel(from, end, 0)) return false;
    if (this.#blocks > headBlocks) return true;
    return !mayHoldByline(text.slice(from, end)) && !/^From:/i.test(text.slice(from, from + 5));
  }

  #parseLabel(from: number, end: number) {
    const isNearTop = this.#line <= this.#top.firstLine + plainLines;
    if (!isNearTop && !isBold(this.#text, from)) return undefined;
    const words = this.#text.slice(from, end);
    this.#takeNoteOfBrackets(words.slice(0, longestLabel));
    return parseLabel(words, isNearTop, this.#rules, this.#plain, 'markdown');
  }

  /** Takes the label with which words of prose begin, if they do. */
  #takeLabel(from: number, end: number, indent: number): boolean {
    const parsed = this.#parseLabel(from, end);
    if (!parsed) return true;
    const { words, valueAt, form } = parsed;
    const name = comparable(words);
    if (!factFields.some((field) => ranksOf(field, this.#rules).has(name))) {
      this.#isOnlyProse = false;
      return !tellingKinds.has(sectionKind(words, this.#rules));
    }
    const raw = this.#text.slice(from + valueAt, end);
    this.#takeNoteOfBrackets(raw);
    const value = this.#plain(raw);
    if (value === '' || this.#headings.length > 1 || !aboutTheDocument().has(name)) return false;
    this.#labels.push({
      name,
      words,
      value,
      isAlone: false,
      items: [],
      form,
      line: this.#line,
      start: from,
      valueStart: from + valueAt,
      indent,
    });
    this.#isLabelOpen = form === 'bold' || this.#open === 'item';
    return true;
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a character is one that takes a look at its number alone: printed, or blank. */
function isAscii(unit: number): boolean {
  return unit > 31 && unit < 127;
}

/** How often a character stands there, one behind the other. */
function countOf(text: string, mark: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charAt(at) === mark) at++;
  return at - from;
}

/** How often a character stands in a line that holds nothing else but blanks; 0 in any other line. */
function rulerLength(text: string, mark: string, from: number, end: number): number {
  let count = 0;
  for (let at = from; at < end; at++) {
    if (text.charAt(at) === mark) count++;
    else if (!isBlank(text.charCodeAt(at))) return 0;
  }
  return count;
}

function isBold(text: string, at: number): boolean {
  const first = text.charAt(at);
  return (first === '*' || first === '_') && text.charAt(at + 1) === first;
}

/** How far in a character stands, a tab counted as four. */
function columnOf(text: string, start: number, from: number): number {
  let column = 0;
  for (let at = start; at < from; at++) column += text.charCodeAt(at) === 9 ? 4 : 1;
  return column;
}
