import { comparable } from '../text/comparable';
import type { Markup } from '../text/markup';
import { onFirstUse } from '../text/onFirstUse';
import { remembering } from '../text/remembering';
import { isPlaceholder } from './isPlaceholder';
import { type LabelField, labelWords } from './labelWords';
import type { LibraryRules } from './libraryRules';
import { type Block, type Heading, type Outline, type Prose, rawText } from './outline';
import { sectionKind } from './sectionKinds';
import { withoutBrackets } from './splitList';
import { tableLabels } from './tableLabels';
import { words } from './words';

/** A value with a name: a table cell, `**Label:** v`, `- **Label**: v`, `Label: v`. */
export interface Label {
  /** In comparable form. */
  readonly name: string;
  /** As written, without marks. */
  readonly words: string;
  /** Without marks, on one line; empty where nothing follows. */
  readonly value: string;
  /** Whether nothing follows it on its line. */
  readonly isAlone: boolean;
  /** The items below a label that stands alone. */
  readonly items: readonly string[];
  readonly form: 'table' | 'bold' | 'plain' | 'heading';
  /** 1-based. */
  readonly line: number;
  /** Offset of the line's text. */
  readonly start: number;
  /** Offset behind the label and its colon. */
  readonly valueStart: number;
  /** How far the item stands in; 0 for paragraphs and tables. */
  readonly indent: number;
}

/** All labels of a document, in order. */
export class Labels {
  readonly all: readonly Label[];
  readonly #rules: LibraryRules;

  constructor(all: readonly Label[], rules: LibraryRules) {
    this.all = all;
    this.#rules = rules;
  }

  /**
   * The labels of a field that say something: the most telling name first, those of one name in the order of the document, headings that
   * serve as labels last.
   */
  of(field: LabelField): readonly Label[] {
    if (this.all.length === 0) return [];
    const ranks = ranksOf(field, this.#rules);
    const told = this.all.filter(
      ({ name, value, items }) =>
        ranks.has(name) && (items.length > 0 || !isPlaceholder(field === 'people' ? withoutBrackets(value) : value)),
    );
    if (told.length > 1) told.sort((a, b) => (ranks.get(a.name) ?? 0) - (ranks.get(b.name) ?? 0) || a.start - b.start);
    return told.some(({ form }) => form === 'heading')
      ? [...told.filter(({ form }) => form !== 'heading'), ...told.filter(({ form }) => form === 'heading')]
      : told;
  }

  /** The labels for which something holds. */
  where(holds: (label: Label) => boolean): Labels {
    return this.all.every(holds) ? this : new Labels(this.all.filter(holds), this.#rules);
  }
}

/** Headings that name a fact about the document and hold nothing but its value. */
const headingLabels = onFirstUse(
  () =>
    new Set(
      [
        ...['id', 'status'].flatMap((field) => labelWords[field as LabelField]),
        ...words(
          'date | incident date | date of incident | authors | author | owner | owners | involved | incident commander | commander',
        ),
        ...words(
          'affected services | services affected | impacted services | affected systems | reported by | 日付 | 発生日時 | 作成者',
        ),
      ].map(comparable),
    ),
);

/** Documents of one library have many headings in common. */
const headingName = remembering(comparable);

/** Whether a heading, or what stands in it before a colon, may be a label. */
export function isHeadingLabel(words: string): boolean {
  return words.length <= 80 && headingLabels().has(comparable(words));
}

/** How many lines of a document are searched for labels without marks. */
export const plainLines = 40;

/** Finds the labels of a document. `firstLine` is the 1-based line on which its text begins. */
export function findLabels(
  outline: Outline,
  rules: LibraryRules,
  plain: (raw: string) => string,
  firstLine: number,
): Labels {
  const found: Label[] = [];
  const finder = new LabelFinder(outline, rules, plain, firstLine + plainLines);
  outline.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote')
      finder.inProse(block, index, found);
    else if (block.kind === 'heading') finder.inHeading(block, index, found);
  });
  found.push(...tableLabels(outline.blocks, knownNames(rules), plain));
  return new Labels(
    found.sort((a, b) => a.start - b.start),
    rules,
  );
}

/** A label with which a line begins. */
export interface ParsedLabel {
  readonly words: string;
  /** Offset of the value within the line. */
  readonly valueAt: number;
  readonly form: 'bold' | 'plain';
}

/** The label with which a line of prose begins, without the marks of a list; `isNearTop` where one without marks may stand. */
export function parseLabel(
  text: string,
  isNearTop: boolean,
  rules: LibraryRules,
  plain: (raw: string) => string,
  markup: Markup,
): ParsedLabel | undefined {
  const bold = boldLabel(text, markup);
  if (!bold) return isNearTop ? parsePlain(text, rules, plain) : undefined;
  const words = plain(bold.words);
  if (words === '' || words.length > 80) return undefined;
  return bold.hasColon || text.slice(bold.valueAt).trim() === '' || knownNames(rules).has(comparable(words))
    ? { words, valueAt: bold.valueAt, form: 'bold' }
    : undefined;
}

function parsePlain(text: string, rules: LibraryRules, plain: (raw: string) => string): ParsedLabel | undefined {
  const colon = colonWithin(text, 48);
  if (colon > 1 && (text.charAt(colon) === '：' || isBlankAt(text, colon + 1))) {
    const words = plain(text.slice(0, colon));
    const isKnown =
      knownNames(rules).has(comparable(words)) ||
      (words.split(' ').length < 4 && sectionKind(words, rules) !== 'other');
    return isKnown ? { words, valueAt: colon + 1, form: 'plain' } : undefined;
  }
  // "First detected 2020-02-12 11:45"
  const dated = text.length < 100 && /\d{4}-\d/.test(text) ? /^([\p{L} ]{4,40}) (?=\d{4}-\d)/u.exec(text) : null;
  return dated && knownNames(rules).has(comparable(dated[1] ?? ''))
    ? { words: dated[1] ?? '', valueAt: dated[0].length, form: 'plain' }
    : undefined;
}

/** Whether white space stands at an offset, or nothing. */
function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

class LabelFinder {
  readonly #outline: Outline;
  readonly #rules: LibraryRules;
  readonly #plain: (raw: string) => string;
  readonly #lastPlainLine: number;

  constructor(outline: Outline, rules: LibraryRules, plain: (raw: string) => string, lastPlainLine: number) {
    this.#outline = outline;
    this.#rules = rules;
    this.#plain = plain;
    this.#lastPlainLine = lastPlainLine;
  }

  /** Adds the labels with which lines begin; of an item the first. */
  inProse(block: Prose, index: number, labels: Label[]): void {
    const count = block.kind === 'item' ? 1 : block.lines.length;
    for (const [at, line] of block.lines.entries()) {
      if (at === count) break;
      const parsed = this.#parse(line.text, line.line);
      // People quote each other; only what is set in bold is a label there.
      if (!parsed || (block.kind === 'quote' && parsed.form !== 'bold')) continue;
      const raw = [line.text.slice(parsed.valueAt), ...this.#goingOn(block, at, parsed)].join(' ');
      const value = this.#plain(raw);
      const isLast = at === count - 1;
      const below = value === '' && isLast ? this.#below(index, block.indent) : undefined;
      labels.push({
        name: comparable(parsed.words),
        words: parsed.words,
        value: below?.value ?? value,
        isAlone: value === '',
        items: below?.items ?? [],
        form: parsed.form,
        line: line.line,
        start: line.start,
        valueStart: line.start + parsed.valueAt,
        indent: block.kind === 'item' ? block.indent : 0,
      });
    }
  }

  /** Adds a heading such as "Status", with what stands below it, or "Owner: Ada". */
  inHeading(block: Heading, index: number, labels: Label[]): void {
    const text = this.#plain(block.text);
    if (text.length > 80) return;
    const colon = colonWithin(text, 80);
    const words = colon < 0 ? text : text.slice(0, colon);
    const name = headingName(words);
    if (!headingLabels().has(name)) return;
    const value = colon < 0 ? '' : text.slice(colon + 1).trim();
    const below = value === '' ? this.#below(index, 0) : undefined;
    const { line, start, bodyStart } = block;
    const told = { value: below?.value ?? value, items: below?.items ?? [], isAlone: value === '' };
    labels.push({ name, words, ...told, form: 'heading', line, start, valueStart: bodyStart, indent: 0 });
  }

  #parse(text: string, line: number): ParsedLabel | undefined {
    return parseLabel(text, line <= this.#lastPlainLine, this.#rules, this.#plain, this.#outline.markup);
  }

  /** The lines that still belong to a label's value. */
  #goingOn(block: Prose, at: number, parsed: ParsedLabel): string[] {
    if (block.kind === 'item') return block.lines.slice(1).map(({ text }) => text);
    if (parsed.form === 'plain') return [];
    const lines: string[] = [];
    for (const { text, line } of block.lines.slice(at + 1)) {
      if (this.#parse(text, line)) break;
      lines.push(text);
    }
    return lines;
  }

  /** What stands below a label that is alone on its line: a paragraph, or items. */
  #below(index: number, indent: number): { value: string; items: string[] } | undefined {
    const blocks = this.#outline.blocks;
    const next = blocks[index + 1];
    if (next?.kind === 'paragraph') {
      const isHeading = blocks[index]?.kind === 'heading';
      const text = this.#plain(isHeading ? (next.lines[0]?.text ?? '') : rawText(next));
      // Below a heading stands what it names, whatever its shape.
      if (isHeading) return { value: text, items: [] };
      return looksLabelled(text) || this.#parse(next.lines[0]?.text ?? '', next.line)
        ? undefined
        : { value: text, items: [] };
    }
    const items: string[] = [];
    const isItem = blocks[index]?.kind === 'item';
    for (let at = index + 1; at < blocks.length; at++) {
      const block: Block | undefined = blocks[at];
      if (block?.kind !== 'item' || (isItem && block.indent <= indent)) break;
      if (!isItem && this.#parse(block.lines[0]?.text ?? '', block.line)?.form === 'bold') break;
      const text = this.#plain(rawText(block));
      if (!isPlaceholder(text)) items.push(text);
    }
    return items.length > 0 ? { value: items.join(', '), items } : undefined;
  }
}

/** A label in bold at the start of a line: the words, whether a colon follows or closes them, and where the value begins. */
function boldLabel(text: string, markup: Markup): { words: string; hasColon: boolean; valueAt: number } | undefined {
  const mark = boldMark(text, markup);
  if (!mark) return undefined;
  const close = text.indexOf(mark, mark.length + 1);
  if (close < 0 || close > 100) return undefined;
  const inner = text.slice(mark.length, close);
  const behind = /^\s{0,3}(?:[:：]|[-–—](?=\s))?/.exec(text.slice(close + mark.length))?.[0] ?? '';
  const words = inner.replace(/\s{0,3}[:：]\s{0,3}$/, '');
  const hasColon = words !== inner || behind.trim() !== '';
  return { words, hasColon, valueAt: close + mark.length + behind.length };
}

/** Where the first colon stands among the first characters of a text; -1 where none does. */
export function colonWithin(text: string, length: number): number {
  const last = Math.min(length, text.length);
  for (let at = 0; at < last; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a || unit === 0xff1a) return at;
  }
  return -1;
}

function boldMark(text: string, markup: Markup): string | undefined {
  const first = text.charAt(0);
  if (first !== '*' && first !== '_') return undefined;
  if (text.startsWith('**') || text.startsWith('__')) {
    if (/^(?:\*{3}|_{3})/.test(text)) return undefined;
    return text.slice(0, 2);
  }
  return (markup === 'asciidoc' || markup === 'org') && first === '*' && !/^\*\s/.test(text) ? '*' : undefined;
}

/** Whether a text has the shape of `Label: value`, whatever the label. */
function looksLabelled(text: string): boolean {
  const colon = text.slice(0, 40).search(/[:：](?:\s|$)/);
  return colon > 0 && text.slice(0, colon).split(' ').length < 6;
}

type Ranks = ReadonlyMap<LabelField, ReadonlyMap<string, number>>;

const ranksByRules = new WeakMap<LibraryRules, Ranks>();
const namesByRules = new WeakMap<LibraryRules, ReadonlySet<string>>();

/** The names of a field with their rank: the team's own first. */
export function ranksOf(field: LabelField, rules: LibraryRules): ReadonlyMap<string, number> {
  return allRanks(rules).get(field) ?? new Map();
}

function allRanks(rules: LibraryRules): Ranks {
  let ranks = ranksByRules.get(rules);
  if (!ranks) {
    ranks = new Map(
      (Object.entries(labelWords) as [LabelField, readonly string[]][]).map(([field, names]) => {
        const all = [...new Set([...(rules.labels[field] ?? []), ...names].map(comparable))];
        return [field, new Map(all.map((name, rank) => [name, rank]))];
      }),
    );
    ranksByRules.set(rules, ranks);
  }
  return ranks;
}

/** The names of labels, in comparable form. */
export function knownNames(rules: LibraryRules): ReadonlySet<string> {
  let names = namesByRules.get(rules);
  if (!names) {
    names = new Set([...allRanks(rules).values()].flatMap((ranks) => [...ranks.keys()]));
    namesByRules.set(rules, names);
  }
  return names;
}
