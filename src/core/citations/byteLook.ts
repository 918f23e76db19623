import { byteNeedles } from './byteNeedles';
import { splitAlternatives } from './firstCharacters';

/** How to look for names in bytes that were not made a text. */
export interface ByteLook {
  /** Two ASCII characters each: without one of them there is no name. */
  readonly pairs: readonly string[];
  /** How many bytes before and behind the first one of a pair a name reaches at most. */
  readonly reach: number;
  /** Whether a name stands in the bytes around a pair, each taken for a character: yes too often, never no wrongly. */
  readonly mayBeAround: (latin1: string) => boolean;
}

/** How to look for what a RegExp source of ASCII matches, in any case; nothing where no few pairs tell. */
export function byteLook(source: string): ByteLook | undefined {
  const pairs = byteNeedles(new RegExp(source));
  if (!pairs) return undefined;
  const expression = new RegExp(source, 'i');
  // No character of a match takes less than one of the source.
  const reach = Math.max(...splitAlternatives(source).map(({ length }) => length));
  return { pairs, reach, mayBeAround: (latin1) => expression.test(latin1) };
}
