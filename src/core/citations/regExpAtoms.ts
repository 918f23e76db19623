/** What follows an atom of a regular expression: `*`, `+`, `?`, `{2,5}` or nothing. */
export interface Repetition {
  readonly text: string;
  readonly isRepeated: boolean;
  /** Whether it may go on for more than a few times. */
  readonly isOpen: boolean;
  /** Whether the same text can be repeated in more than one way. */
  readonly isVariable: boolean;
  readonly canBeNothing: boolean;
  /** How often it is repeated at least. */
  readonly least: number;
  /** How often it may be repeated at most. */
  readonly most: number;
  /** How many lengths it leaves to choose from: 1 for `{3}`, 2 for `?`, infinite for `*`. */
  readonly choices: number;
}

const nearlyMost = 20;

/** However long its numbers are: the engine takes any, and what is not seen here is not checked. */
const repetition = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;

/** The character, escape or class that begins at an offset of a regular expression's source. */
export function atomAt(source: string, at: number): string {
  if (source[at] === '\\') {
    return /^\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|.)/is.exec(source.slice(at, at + 6))?.[0] ?? '\\\\';
  }
  if (source[at] !== '[') return source.slice(at, at + 1);
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return source.slice(at, end + 1);
}

/** The repetition that stands at an offset of a regular expression's source. */
export function repetitionAt(source: string, at: number): Repetition {
  repetition.lastIndex = at;
  const match = repetition.exec(source);
  const text = match?.[0] ?? '';
  const least = match?.[1] === undefined ? (/^[*?]/.test(text) ? 0 : 1) : Number(match[1]);
  const most = match?.[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
  const isOpen = /^[*+]/.test(text) || most > nearlyMost;
  const mostOften = /^[*+]/.test(text) ? Number.POSITIVE_INFINITY : match?.[1] === undefined ? 1 : most;
  return {
    text,
    isRepeated: isOpen || most > 1,
    isOpen,
    isVariable: isOpen || most > Math.max(least, 1),
    canBeNothing: least === 0,
    least,
    most: mostOften,
    choices: mostOften === least ? 1 : mostOften - least + 1,
  };
}

/** Whether an atom matches no character: `^`, `$`, `\b`. */
export function isAnchor(atom: string): boolean {
  return atom === '^' || atom === '$' || atom === '\\b' || atom === '\\B';
}

/** Which of some characters (codes) an atom matches; none for an anchor. */
export function matchedBy(atom: string, codes: readonly number[]): readonly number[] {
  if (isAnchor(atom)) return [];
  const test = new RegExp(`^(?:${atom})$`, 's');
  return codes.filter((code) => test.test(String.fromCharCode(code)));
}
