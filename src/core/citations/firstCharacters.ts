import { atomAt, isAnchor, matchedBy, repetitionAt } from './regExpAtoms';

/** Stands for every character beyond ASCII. */
export const beyondAscii = 128;

const codes = Array.from({ length: 128 }, (_, code) => code);

/**
 * The characters (ASCII codes, and {@link beyondAscii} for all others) with which a match of a pattern can begin, each with those that can
 * follow; nothing where that may be any, or the end. So all others are passed over without trying.
 *
 * Reads the sources of our own table: literals, classes, escapes, groups, alternatives, repetitions, looking around.
 */
export function firstCharacters(source: string): ReadonlyMap<number, ReadonlySet<number> | undefined> {
  const characters = new Map<number, ReadonlySet<number> | undefined>();
  for (const { codes, rest } of headsOf(source).heads) {
    const { heads, canBeNothing } = headsOf(rest);
    const following = canBeNothing ? undefined : new Set(heads.flatMap((head) => head.codes));
    for (const code of codes) characters.set(code, withAll(characters, code, following));
  }
  return characters;
}

/** What can follow a character by what is known already and by one more way to go on; nothing where that may be any. */
export function withAll(
  known: ReadonlyMap<number, ReadonlySet<number> | undefined>,
  code: number,
  more: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  const there = known.get(code);
  if (!known.has(code)) return more;
  return there && more && new Set([...there, ...more]);
}

/** Characters with which a match can begin, and the source of what can follow them. */
interface Head {
  readonly codes: readonly number[];
  readonly rest: string;
}

/** In which ways a pattern can begin, and whether it can match nothing. */
function headsOf(source: string): { readonly heads: readonly Head[]; readonly canBeNothing: boolean } {
  const alternatives = splitAlternatives(source);
  if (alternatives.length > 1) {
    const all = alternatives.map(headsOf);
    return { heads: all.flatMap(({ heads }) => heads), canBeNothing: all.some(({ canBeNothing }) => canBeNothing) };
  }
  const all: Head[] = [];
  for (let at = 0; at < source.length; ) {
    const part = source[at] === '(' ? source.slice(at, groupEnd(source, at)) : atomAt(source, at);
    const repetition = repetitionAt(source, at + part.length);
    at += part.length + repetition.text.length;
    const { heads, canBeNothing } = headsOfPart(part);
    const again = repetition.isRepeated ? `(?:${part})*` : '';
    for (const { codes, rest } of heads) all.push({ codes, rest: `${rest}${again}${source.slice(at)}` });
    if (!canBeNothing && !repetition.canBeNothing) return { heads: all, canBeNothing: false };
  }
  return { heads: all, canBeNothing: true };
}

/** The same of a group or an atom. What is looked at ahead counts as what may be matched. */
function headsOfPart(part: string): ReturnType<typeof headsOf> {
  if (part.startsWith('(')) {
    const head = /^\(\?(?:<?[!=]|:|<[^>]*>)|^\(/.exec(part)?.[0] ?? '(';
    if (/[!=]$/.test(head) && head !== '(?=') return { heads: [], canBeNothing: true };
    const inner = headsOf(part.slice(head.length, -1));
    if (head !== '(?=') return inner;
    // Whatever follows may begin within what was looked at.
    return { heads: inner.heads.map(({ codes }) => ({ codes, rest: '' })), canBeNothing: true };
  }
  if (isAnchor(part)) return { heads: [], canBeNothing: true };
  const isBeyond = part === '.' || /^\\[SDWpPs]|^\[(?:\^|.*\\[SDWpPsux])|[^ -~]/.test(part);
  return {
    heads: [{ codes: [...matchedBy(part, codes), ...(isBeyond ? [beyondAscii] : [])], rest: '' }],
    canBeNothing: false,
  };
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
