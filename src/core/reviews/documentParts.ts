import type { TextLine } from '../text/textLine';
import type { Fields } from './fields';
import type { FileName } from './fileName';
import type { Labels } from './labels';
import type { LibraryRules } from './libraryRules';
import type { Block, Outline } from './outline';
import type { Origin } from './review';

/** What the rules that choose the fields of a review are given. */
export interface DocumentParts {
  readonly name: FileName;
  /** Front matter first, then what the document says of itself in its own syntax. */
  readonly fields: Fields;
  readonly outline: Outline;
  /** All blocks of the document, where `outline` may hold no more than headings: not read before somebody asks. */
  readonly body: () => readonly Block[];
  readonly labels: Labels;
  readonly rules: LibraryRules;
  /** The lines below the front matter. */
  readonly lines: readonly TextLine[];
  /** A piece of prose without marks, on one line. */
  readonly plain: (raw: string) => string;
}

/** A value that a rule found, and which rule it was. */
export interface Choice<Value> {
  readonly value: Value;
  readonly origin: Origin;
}
