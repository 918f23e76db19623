import { atomAt, repetitionAt } from './regExpAtoms';

/** An expression that matches in a text wherever another one matches in some part of a line of it: at least once within each such match. */
export interface LooserPattern {
  readonly pattern: RegExp;
  /** Whether it also does so in the bytes of the text, each taken for a character. */
  readonly isOfBytes: boolean;
}

/**
 * Makes one that asks nothing about what stands around a match, of a pattern that may run (see `idPatternProblem`). Nothing where that
 * takes more than leaving out `\b`: for a quick look at texts, most of which hold no match at all.
 *
 * Only matches of at most `longest` characters have to be found. So nothing is repeated more often, and however long a line is, the
 * look takes time in proportion.
 */
export function looserPattern(source: string, longest: number): LooserPattern | undefined {
  const parts: readonly string[] = source.match(/\\[\s\S]|\(\?<?[=!]|\[\^?|[\s\S]/g) ?? [];
  const isWithoutSides = parts.every((part) => !sides.has(part));
  // In a class, `\b` is a character.
  if (!isWithoutSides || (parts.includes('\\b') && /\[[^\]]*\\b/.test(source))) return undefined;
  const isOfBytes = /^[ -~]*$/.test(source) && parts.every((part) => !ofOneCharacter.has(part));
  return { pattern: new RegExp(withBounds(source, longest)), isOfBytes };
}

/** The pattern without `\b`, and with no more repetitions than a match of some characters has room for. */
function withBounds(source: string, longest: number): string {
  // A match without the first repetitions of its first atom is one that begins later; not so where a group around it is repeated.
  const mayBeginLater = !/\)[*+?{]/.test(source);
  let isFirst = true;
  let depth = 0;
  let text = '';
  for (let at = 0; at < source.length; ) {
    const head = /^\((?:\?(?::|<[^>]*>))?/.exec(source.slice(at))?.[0];
    const atom = head ?? atomAt(source, at);
    const repetition = head ? undefined : repetitionAt(source, at + atom.length);
    at += atom.length + (repetition?.text.length ?? 0);
    if (head) depth++;
    if (atom === ')') depth--;
    const { least = 1, most = 1 } = repetition ?? {};
    const isShort = isFirst && mayBeginLater;
    text += (atom === '\\b' ? '(?:)' : atom) + boundsOf(least, isShort ? least : most, longest, repetition?.text ?? '');
    if (atom === '|') isFirst = depth === 0;
    else if (!head && atom !== '\\b') isFirst &&= least === 0;
  }
  return text;
}

function boundsOf(least: number, most: number, longest: number, text: string): string {
  if (text === '' || (least === 1 && most === 1)) return '';
  return `{${Math.min(least, longest)},${Math.min(most, longest)}}`;
}

/** What asks for the begin, the end or the neighbours of a text. */
const sides: ReadonlySet<string> = new Set(['^', '$', '\\B', '(?=', '(?!', '(?<=', '(?<!', '\\k']);

/** What takes any character, of which there may be several bytes. */
const ofOneCharacter: ReadonlySet<string> = new Set([
  '.',
  '[^',
  '\\D',
  '\\W',
  '\\S',
  '\\s',
  '\\p',
  '\\P',
  '\\u',
  '\\x',
]);
