import { beyondAscii, firstCharacters, splitAlternatives, withAll } from './firstCharacters';
import { inLine } from './inLine';
import type { Step } from './mode';

/** One thing to look for: how it is recognised, and what to do then. */
export interface Candidate {
  readonly step: Step;
  /** Sticky; nothing where {@link literal} says it all. */
  readonly pattern: RegExp | undefined;
  readonly literal: string;
}

/** Things to look for at once, by the character with which they begin; the first that matches has the place. */
export interface Search {
  /** Index is an ASCII code, 128 for all other characters. */
  readonly byCharacter: readonly (readonly Candidate[] | undefined)[];
  /** What begins a line only, tried at its first character before all others. */
  readonly atStart: readonly Candidate[];
  /** Not 0 for the characters with which one of those may begin, by index as above. */
  readonly starts: Uint8Array;
  /** Finds the next character, by itself, with which something may begin that may stand anywhere in a line. Global. */
  readonly places: RegExp;
  /** The same, or the next line break. */
  readonly placesAndBreaks: RegExp;
  /** The same, or the next line break behind which something matches that only begins a line. */
  readonly placesAndStarts: RegExp;
  /** The text that is all that is looked for; empty where there is more, or less. */
  readonly only: string;
  /** Whether nothing is looked for. */
  readonly isEmpty: boolean;
}

/** Makes a search of things in order of precedence, by RegExp sources that see one line at a time. */
export function searchFor(choices: readonly { readonly source: string; readonly step: Step }[]): Search {
  const byCharacter: Candidate[][] = [];
  const atStart: Candidate[] = [];
  const starts = new Uint8Array(beyondAscii + 1);
  const startSources: string[] = [];
  const characters = new Map<number, ReadonlySet<number> | undefined>();
  for (const { source, step } of choices) {
    const literal = literalOf(source);
    const candidate = {
      step,
      literal: literal ?? '',
      pattern: literal === undefined ? new RegExp(inLine(source), 'y') : undefined,
    };
    if (source.startsWith('^') && splitAlternatives(source).length === 1) {
      atStart.push(candidate);
      startSources.push(inLine(source));
      // What matches nothing may stand before any character.
      if (new RegExp(`${source}`).test('')) starts.fill(1);
      for (const code of firstCharacters(source).keys()) starts[code] = 1;
      continue;
    }
    for (const [code, following] of firstCharacters(source)) {
      characters.set(code, withAll(characters, code, following));
      const there = byCharacter[code];
      if (there) there.push(candidate);
      else byCharacter[code] = [candidate];
    }
  }
  const [first, ...others] = choices;
  for (const code of breaks) characters.delete(code);
  return {
    atStart,
    starts,
    byCharacter: Array.from({ length: beyondAscii + 1 }, (_, code) => byCharacter[code]),
    places: placesOf(characters),
    placesAndBreaks: placesOf(new Map([...characters, ...breaks.map((code) => [code, undefined] as const)])),
    placesAndStarts: placesOf(characters, startSources),
    only: (first?.step.does === 'close' && others.length === 0 && literalOf(first.source)) || '',
    isEmpty: choices.length === 0,
  };
}

const breaks: readonly number[] = [10, 13];
/** To look at what follows is worth its while where that can be few characters. */
const mostFollowing = 32;

/**
 * An expression for one of some characters, by those of which one follows, or nothing where that may be any; or for a line break behind which
 * one of some sources matches.
 */
function placesOf(
  characters: ReadonlyMap<number, ReadonlySet<number> | undefined>,
  starts: readonly string[] = [],
): RegExp {
  const byFollowing = new Map<string, number[]>([['', []]]);
  for (const [code, following] of characters) {
    const key = following === undefined || following.size > mostFollowing ? '' : `(?=${classOf([...following])})`;
    byFollowing.set(key, [...(byFollowing.get(key) ?? []), code]);
  }
  const places = [...byFollowing].map(([following, codes]) => classOf(codes) + following);
  if (starts.length > 0) places.push(`${classOf(breaks)}(?=${starts.join('|')})`);
  return new RegExp(places.join('|'), 'g');
}

function classOf(codes: readonly number[]): string {
  const characters = codes.map((code) =>
    code === beyondAscii ? '\\x80-\\uffff' : `\\x${code.toString(16).padStart(2, '0')}`,
  );
  return `[${characters.join('')}]`;
}

/** The text that a source matches, where it matches only one and no group is wanted. */
function literalOf(source: string): string | undefined {
  const literal = source.replace(/\\([^\w\s])/g, '$1');
  const isLiteral = /^(?:\\[^\w\s]|[^\\^$.*+?()[\]{}|])+$/.test(source);
  return isLiteral && literal !== '' ? literal : undefined;
}
