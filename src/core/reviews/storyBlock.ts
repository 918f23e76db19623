import type { TextLine } from '../text/textLine';

/** A part of a review as a reader sees it, whatever the format. `line` is 1-based, in the file. */
export type StoryBlock =
  /** `level` is 1 for the outermost. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  /** Prose with its inline marks; `indent` says how far an item stands in. */
  | {
      readonly kind: 'paragraph' | 'item' | 'quote';
      readonly lines: readonly TextLine[];
      readonly indent: number;
      /** Of an item that its author numbered, as written: `1`. */
      readonly number?: string;
      readonly line: number;
    }
  /** A row of a table; rows with the same `table` belong together. */
  | {
      readonly kind: 'row';
      readonly cells: readonly string[];
      readonly isHeader: boolean;
      readonly table: number;
      readonly line: number;
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly line: number }
  | { readonly kind: 'image'; readonly target: string; readonly words: string; readonly line: number }
  /** Something the document says of itself. */
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly line: number }
  /** A text that is Markdown though its document is not. */
  | { readonly kind: 'markdown'; readonly text: string; readonly line: number }
  /** Lines that mean nothing to us, as they stand. */
  | { readonly kind: 'asItStands'; readonly text: string; readonly line: number };

/** All that a block says, marks included. */
export function wordsOf(block: StoryBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'quote':
      return [...(block.number === undefined ? [] : [{ text: block.number }]), ...block.lines]
        .map(({ text }) => text)
        .join('\n');
    case 'row':
      return block.cells.join('\n');
    case 'image':
      return `${block.target} ${block.words}`;
    case 'field':
      return `${block.name} ${block.value}`;
    default:
      return block.text;
  }
}
