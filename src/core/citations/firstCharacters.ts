import { atomAt, isAnchor, matchedBy, repetitionAt } from './regExpAtoms';

/** Stands for every character beyond ASCII. */
export const beyondAscii = 128;

const codes = Array.from({ length: 128 }, (_, code) => code);

/**
 * The characters (ASCII codes, and {@link beyondAscii} for all others) with which a match of a pattern can begin, so that all others are
 * passed over without trying.
 *
 * Reads the sources of our own table: literals, classes, escapes, groups, alternatives, repetitions, looking around.
 */
export function firstCharacters(source: string): ReadonlySet<number> {
  const characters = new Set<number>();
  collect(source, characters);
  return characters;
}

/** Adds the first characters of a pattern; says whether it can match nothing. */
function collect(source: string, into: Set<number>): boolean {
  const alternatives = splitAlternatives(source);
  if (alternatives.length > 1) return alternatives.map((each) => collect(each, into)).some((isEmpty) => isEmpty);
  for (let at = 0; at < source.length; ) {
    const part = source[at] === '(' ? source.slice(at, groupEnd(source, at)) : atomAt(source, at);
    const repetition = repetitionAt(source, at + part.length);
    at += part.length + repetition.text.length;
    if (!addPart(part, into) && !repetition.canBeNothing) return false;
  }
  return true;
}

/** Adds the first characters of a group or an atom; says whether it can match nothing. */
function addPart(part: string, into: Set<number>): boolean {
  if (part.startsWith('(')) {
    const head = /^\(\?(?:<?[!=]|:|<[^>]*>)|^\(/.exec(part)?.[0] ?? '(';
    const isAround = /[!=]$/.test(head);
    const canBeEmpty = isAround && head !== '(?=' ? true : collect(part.slice(head.length, -1), into);
    return isAround || canBeEmpty;
  }
  if (isAnchor(part)) return true;
  for (const code of matchedBy(part, codes)) into.add(code);
  if (part === '.' || /^\\[SDWpPs]|^\[/.test(part) || part.charCodeAt(0) > 127) into.add(beyondAscii);
  return false;
}

/** The alternatives of a pattern, those in groups left together. */
export function splitAlternatives(source: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length; ) {
    if (source[at] === '(') at = groupEnd(source, at);
    else if (source[at] === '|') {
      parts.push(source.slice(start, at));
      start = ++at;
    } else at += atomAt(source, at).length;
  }
  return [...parts, source.slice(start)];
}

/** Just behind the parenthesis that closes the one at `start`. */
function groupEnd(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; ) {
    const atom = atomAt(source, at);
    at += atom.length;
    if (atom === '(') depth++;
    else if (atom === ')' && --depth === 0) return at;
  }
  return source.length;
}
