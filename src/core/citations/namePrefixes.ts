import type { Steps } from '../steps';

const mostPrefixes = 200;

/** How many names begin: `whole` are prefixes as {@link prefixOf} makes them, `short` their first two characters; `any` where both are too many. */
export interface NamePrefixes {
  readonly kind: 'whole' | 'short' | 'any';
  readonly texts: readonly string[];
}

/**
 * One regular expression that stops wherever one of many names may begin.
 *
 * Built from what names have in common (`INC-7`, `INC-31` → `INC-\d`), because an alternation of 10,000 names takes 29 ms on first
 * use and this one a few µs. A stop is a candidate only: the rest is looked up. Nothing where there are no names.
 */
export function* collectingPrefixes(names: readonly string[]): Steps<RegExp | undefined> {
  return prefixExpression(yield* choosingPrefixes(names));
}

/** What that expression is made of. */
export function* choosingPrefixes(names: readonly string[]): Steps<NamePrefixes> {
  const prefixes = new Set<string>();
  for (const [at, name] of names.entries()) {
    if (at % 256 === 0) yield;
    prefixes.add(prefixOf(name));
  }
  prefixes.delete('');
  if (prefixes.size <= mostPrefixes) return { kind: 'whole', texts: [...prefixes] };
  const short = new Set<string>();
  for (const [at, name] of names.entries()) {
    if (at % 256 === 0) yield;
    short.add(name.slice(0, 2));
  }
  return short.size <= mostPrefixes * 5 ? { kind: 'short', texts: [...short] } : { kind: 'any', texts: [] };
}

/** The expression made of prefixes that were chosen; nothing where there are no names. */
export function prefixExpression({ kind, texts }: NamePrefixes): RegExp | undefined {
  if (kind === 'any') return /(?<![A-Za-z0-9])[^\s\p{P}]/gu;
  if (texts.length === 0) return undefined;
  if (kind === 'whole') return new RegExp(texts.map(toSource).join('|'), 'gi');
  return new RegExp(`(?<![A-Za-z0-9])(?:${texts.map(escapeRegExp).join('|')})`, 'gi');
}

/** Stands for any digit in a prefix. */
const digit = '\0';

function toSource(prefix: string): string {
  return escapeRegExp(prefix).replaceAll(digit, '\\d');
}

/** What a name has in common with others of its kind, literally but for digits. */
function prefixOf(name: string): string {
  const first = name.charCodeAt(0);
  if (first >= 48 && first <= 57) return digitsPrefix(name);
  let letters = 0;
  while (letters < 8 && isLetter(name.charCodeAt(letters))) letters++;
  if (letters === 0) return name.slice(0, first >= 0xd800 && first <= 0xdbff ? 2 : 1);
  const next = name.slice(letters, letters + 1);
  const word = name.slice(0, letters).toLowerCase();
  if (isDigit(next.charCodeAt(0))) return word + digit;
  const isBeforeDigit = (next === '-' || next === '_' || next === '.') && isDigit(name.charCodeAt(letters + 1));
  return isBeforeDigit ? word + next + digit : word + next;
}

const month = `${digit.repeat(4)}-${digit.repeat(2)}`;

function digitsPrefix(name: string): string {
  let digits = 1;
  while (isDigit(name.charCodeAt(digits))) digits++;
  if (digits === 4 && name[4] === '-' && isDigit(name.charCodeAt(5)) && isDigit(name.charCodeAt(6))) return month;
  return digit.repeat(digits) + name.slice(digits, digits + 1);
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** A text as a regular expression that matches it literally. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
