import type { Markup } from '../text/markup';
import type { Span } from '../text/span';
import type { TextLine } from '../text/textLine';
import type { Fields } from './fields';

/** The parts of a document, whatever the format: what the field rules see. Offsets are into the text that was read, lines 1-based. */
export interface Outline {
  readonly markup: Markup;
  /** In the order of the document. */
  readonly blocks: readonly Block[];
  /** Attributes that stand in the document itself: AsciiDoc attributes, RST fields, Org keywords. */
  readonly fields: Fields;
  readonly links: readonly Link[];
  /** Names of reference links in lower case → target. */
  readonly references: ReadonlyMap<string, string>;
}

export type Block = Heading | Prose | Row | Code;

interface BlockSpan extends Span {
  /** 1-based line on which it begins. */
  readonly line: number;
}

/** A heading; `text` with its inline marks. */
export interface Heading extends BlockSpan {
  readonly kind: 'heading';
  /** 1 for the outermost. */
  readonly level: number;
  readonly text: string;
  /** Offset at which the line behind it begins. */
  readonly bodyStart: number;
}

/** Lines of prose that belong together, without list or quote marks, with inline marks. */
export interface Prose extends BlockSpan {
  readonly kind: 'paragraph' | 'item' | 'quote';
  readonly lines: readonly TextLine[];
  /** How far the marker of an item stands in; 0 for a paragraph. */
  readonly indent: number;
  /** Whether it stands inside a block that readers unfold. */
  readonly isFolded: boolean;
}

/** A row of a table; cells with inline marks, trimmed. */
export interface Row extends BlockSpan {
  readonly kind: 'row';
  readonly cells: readonly string[];
  /** Counts the tables of the document. */
  readonly table: number;
  readonly isHeader: boolean;
}

/** Text that is no prose: a fence, a literal block. */
export interface Code extends BlockSpan {
  readonly kind: 'code';
  /** The language of the fence in lower case; empty where it names none. */
  readonly language: string;
  readonly lines: readonly TextLine[];
}

/** Something the document points to. */
export interface Link {
  readonly kind: 'link' | 'image' | 'wiki';
  /** As written: a path, a URL, a name. */
  readonly target: string;
  readonly words: string;
  /** 1-based. */
  readonly line: number;
}

/** The words of a block on one line, with inline marks. */
export function rawText(block: Prose): string {
  return block.lines.length === 1 ? (block.lines[0]?.text ?? '') : block.lines.map(({ text }) => text).join(' ');
}
