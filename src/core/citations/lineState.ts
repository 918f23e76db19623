import type { Mode } from './mode';
import type { Search } from './search';

/** A region that is open, inside those that were open before. Immutable. */
export interface Frame {
  readonly mode: Mode;
  /** What is looked for in it. */
  readonly search: Search;
  /** How many nested openings wait for their closing. */
  readonly depth: number;
  /** What group 1 of the opening matched. */
  readonly delimiter: string;
  /** Columns by which the opening line is indented; only for regions that indentation ends. */
  readonly indent: number;
  readonly parent: Frame | undefined;
  /** How many frames are below it. */
  readonly level: number;
  /** Whether neither the begin nor the end of a line ends it or what is around it. */
  readonly isQuiet: boolean;
}

/** A frame in another one, or below all others. */
export function frameIn(
  parent: Frame | undefined,
  { mode, depth, delimiter, indent }: Pick<Frame, 'mode' | 'depth' | 'delimiter' | 'indent'>,
): Frame {
  const level = parent ? parent.level + 1 : 0;
  const isQuiet = (parent?.isQuiet ?? true) && !mode.isIndented && !mode.endsWithLine;
  return { mode, search: mode.search(delimiter), depth, delimiter, indent, parent, level, isQuiet };
}

/** The same frame with more nested openings, or fewer, that wait for their closing. */
export function nested(frame: Frame, more: number): Frame {
  const { mode, search, depth, delimiter, indent, parent, level, isQuiet } = frame;
  return { mode, search, depth: depth + more, delimiter, indent, parent, level, isQuiet };
}

/** All that one line tells the next. Immutable; compare with {@link isSameState}. */
export interface LineState {
  readonly frame: Frame;
  /** The last word or mark of code before, for guards; `"` stands for a string. Empty where nothing remembers. */
  readonly before: string;
}

/** Whether scanning goes on in the same way from both. */
export function isSameState(a: LineState, b: LineState): boolean {
  if (a === b) return true;
  if (a.before !== b.before) return false;
  let left: Frame | undefined = a.frame;
  let right: Frame | undefined = b.frame;
  while (left !== right) {
    if (!left || !right || left.mode !== right.mode || left.depth !== right.depth) return false;
    if (left.delimiter !== right.delimiter || left.indent !== right.indent) return false;
    left = left.parent;
    right = right.parent;
  }
  return true;
}
