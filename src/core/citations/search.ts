import { beyondAscii, firstCharacters, splitAlternatives } from './firstCharacters';
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
}

/** Makes a search of things in order of precedence, by RegExp sources. */
export function searchFor(choices: readonly { readonly source: string; readonly step: Step }[]): Search {
  const byCharacter: Candidate[][] = [];
  const atStart: Candidate[] = [];
  for (const { source, step } of choices) {
    const literal = literalOf(source);
    const candidate = {
      step,
      literal: literal ?? '',
      pattern: literal === undefined ? new RegExp(source, 'y') : undefined,
    };
    if (source.startsWith('^') && splitAlternatives(source).length === 1) {
      atStart.push(candidate);
      continue;
    }
    for (const code of firstCharacters(source)) {
      const there = byCharacter[code];
      if (there) there.push(candidate);
      else byCharacter[code] = [candidate];
    }
  }
  return { atStart, byCharacter: Array.from({ length: beyondAscii + 1 }, (_, code) => byCharacter[code]) };
}

/** The text that a source matches, where it matches only one and no group is wanted. */
function literalOf(source: string): string | undefined {
  const literal = source.replace(/\\([^\w\s])/g, '$1');
  const isLiteral = /^(?:\\[^\w\s]|[^\\^$.*+?()[\]{}|])+$/.test(source);
  return isLiteral && literal !== '' ? literal : undefined;
}
