import type { Guard, RegionKind } from './region';
import type { Search } from './search';

/** What to do at a place of interest. */
export type Step =
  | {
      readonly does: 'open';
      readonly mode: () => Mode;
      readonly when: Guard | undefined;
      readonly otherwise: (() => Mode) | undefined;
      /** Whether group 1 of the pattern is the delimiter. */
      readonly hasDelimiter: boolean;
    }
  | {
      readonly does: 'become';
      readonly mode: () => Mode;
      /** As with `open`: the delimiter of what it was counts no more. */
      readonly hasDelimiter: boolean;
    }
  | { readonly does: 'close' | 'nest' | 'skip' };

/** How to scan while a region is open, or in plain code. */
export interface Mode {
  /** What the text in it is; nothing for plain code of the language, but in diagrams where all of it is read. */
  readonly kind: RegionKind | undefined;
  /** What ends, nests or interrupts it, given the delimiter that opened it. */
  readonly search: (delimiter: string) => Search;
  readonly endsWithLine: boolean;
  readonly isContinued: boolean;
  readonly fromNextLine: boolean;
  /** Whether it may be taken at once, from its opening to its end: a comment or string that begins and ends where its marks are. */
  readonly isWhole: boolean;
  readonly isIndented: boolean;
  /** What of the opening line counts as its indentation. */
  readonly indentation: RegExp | undefined;
  /** Whether it is code whose last word guards want to know. */
  readonly remembers: boolean;
  /** The id of the language, where it is that of a diagram. */
  readonly diagram: string | undefined;
}
