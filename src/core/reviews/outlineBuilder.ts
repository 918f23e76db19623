import type { Markup } from '../text/markup';
import type { TextLine } from '../text/textLine';
import type { Field, Fields } from './fields';
import { fieldName } from './fields';
import { findLinks } from './findLinks';
import type { Block, Code, Link, Outline, Prose } from './outline';

/** Collects the parts of a document while a format's reader goes through its lines. */
export class OutlineBuilder {
  readonly #markup: Markup;
  readonly #blocks: Block[] = [];
  readonly #fields = new Map<string, Field>();
  readonly #links: Link[] = [];
  readonly #references = new Map<string, string>();
  #open: { kind: Prose['kind']; lines: TextLine[]; indent: number } | undefined;
  #table = 0;
  /** How many unfolding blocks we are in. */
  folds = 0;

  constructor(markup: Markup) {
    this.#markup = markup;
  }

  /** What kind of prose the next line would continue. */
  get open(): Prose['kind'] | undefined {
    return this.#open?.kind;
  }

  /** The lines of the prose that is open. */
  get openLines(): readonly TextLine[] {
    return this.#open?.lines ?? [];
  }

  /** How far the open item stands in. */
  get openIndent(): number {
    return this.#open?.indent ?? 0;
  }

  /** Adds a line to the open prose of this kind, or begins one. */
  add(kind: Prose['kind'], line: TextLine): void {
    if (this.#open?.kind !== kind) this.begin(kind, line);
    else this.#open.lines.push(line);
  }

  /** Begins prose, whatever was open. */
  begin(kind: Prose['kind'], line: TextLine, indent = 0): void {
    this.close();
    this.#open = { kind, lines: [line], indent };
  }

  /** Adds a line to whatever is open. */
  continue(line: TextLine): void {
    this.#open?.lines.push(line);
  }

  /** Ends the open prose. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    const first = open?.lines[0];
    const last = open?.lines.at(-1);
    if (!open || !first || !last) return;
    const { kind, lines, indent } = open;
    const isFolded = this.folds > 0;
    const block: Prose = { kind, lines, indent, isFolded, start: first.start, end: endOf(last), line: first.line };
    this.#blocks.push(block);
  }

  /** Prose whose words are not those of its line: `line` is where it stands in the text. */
  told(kind: Prose['kind'], text: string, line: TextLine): void {
    const indent = line.text.length - line.text.trimStart().length;
    const start = line.start + indent;
    const lines = [{ text, start, line: line.line }];
    this.#blocks.push({ kind, lines, indent: 0, isFolded: false, start, end: endOf(line), line: line.line });
  }

  /** Takes back the last line of the open prose; what is left stays open. */
  takeLast(): TextLine | undefined {
    const line = this.#open?.lines.pop();
    if (this.#open?.lines.length === 0) this.#open = undefined;
    return line;
  }

  /** Takes back all lines of the open prose. */
  takeAll(): readonly TextLine[] {
    const lines = this.#open?.lines ?? [];
    this.#open = undefined;
    return lines;
  }

  /** A heading that stands in these lines; `level` is 1 for the outermost. */
  heading(level: number, text: string, first: TextLine, last: TextLine, bodyStart: number): void {
    this.close();
    this.#blocks.push({
      kind: 'heading',
      level,
      text,
      start: first.start,
      end: endOf(last),
      line: first.line,
      bodyStart,
    });
  }

  /** Says that the next rows belong to a new table. */
  beginTable(): void {
    this.close();
    this.#table++;
  }

  row(cells: readonly string[], isHeader: boolean, line: TextLine): void {
    this.#blocks.push({
      kind: 'row',
      cells,
      isHeader,
      table: this.#table,
      start: line.start,
      end: endOf(line),
      line: line.line,
    });
  }

  /** A fence or literal block; `lines` without the fences. */
  code(language: string, lines: readonly TextLine[], first: TextLine): void {
    const last = lines.at(-1) ?? first;
    const block: Code = { kind: 'code', language, lines, start: first.start, end: endOf(last), line: first.line };
    this.#blocks.push(block);
  }

  field(name: string, value: string, line: number): void {
    const key = fieldName(name);
    if (!this.#fields.has(key)) this.#fields.set(key, { name, value, line });
  }

  reference(name: string, target: string): void {
    const key = name.toLowerCase();
    if (!this.#references.has(key)) this.#references.set(key, target);
  }

  link(link: Link): void {
    this.#links.push(link);
  }

  /** The whole, once all lines were seen. */
  finish(): Outline {
    this.close();
    return new BuiltOutline(this.#markup, this.#blocks, this.#fields, this.#references, this.#links);
  }
}

/** Its links are sought when somebody asks for them. */
class BuiltOutline implements Outline {
  readonly markup: Markup;
  readonly blocks: readonly Block[];
  readonly fields: Fields;
  readonly references: ReadonlyMap<string, string>;
  /** Links that the reader of the format found by itself. */
  readonly #told: readonly Link[];
  #links: readonly Link[] | undefined;

  constructor(
    markup: Markup,
    blocks: readonly Block[],
    fields: Fields,
    references: ReadonlyMap<string, string>,
    told: readonly Link[],
  ) {
    this.markup = markup;
    this.blocks = blocks;
    this.fields = fields;
    this.references = references;
    this.#told = told;
  }

  get links(): readonly Link[] {
    this.#links ??= this.#findLinks();
    return this.#links;
  }

  #findLinks(): readonly Link[] {
    const links = [...this.#told, ...this.blocks.flatMap((block) => this.#linksIn(block))];
    return this.#told.length > 0 ? links.sort((a, b) => a.line - b.line) : links;
  }

  #linksIn(block: Block): Link[] {
    if (block.kind === 'code') return [];
    const pieces =
      block.kind === 'heading'
        ? [{ text: block.text, line: block.line }]
        : block.kind === 'row'
          ? block.cells.map((text) => ({ text, line: block.line }))
          : withBrokenLinks(block.lines);
    return pieces.flatMap(({ text, line }) =>
      /[[<`]|:\/\//.test(text) ? findLinks(text, this.markup, this.references).map((link) => ({ ...link, line })) : [],
    );
  }
}

/** Lines as they stand; joined where a link may be broken over two. */
function withBrokenLinks(lines: readonly TextLine[]): readonly { readonly text: string; readonly line: number }[] {
  if (lines.length < 2 || !lines.some(({ text }) => text.lastIndexOf('[') > text.lastIndexOf(']'))) return lines;
  return [{ text: lines.map(({ text }) => text).join(' '), line: lines[0]?.line ?? 1 }];
}

function endOf(line: TextLine): number {
  return line.start + line.text.length;
}
