import type { SearchDictionary } from './searchDictionary';
import { eachPosting } from './searchPostings';
import type { SoughtWord } from './searchQuery';
import type { SearchSegment } from './searchSegment';
import { swapped } from './searchSwaps';

/** A segment of an index. */
export interface PartOfIndex {
  readonly segment: SearchSegment;
  readonly dictionary: SearchDictionary;
  /** How many passages the parts before it have. */
  readonly base: number;
}

/** A word of a part that a sought word stands for, and how close it is: 1 where it is the same. */
export interface WordMatch {
  readonly part: PartOfIndex;
  readonly word: number;
  readonly closeness: number;
}

interface Matches {
  readonly matches: readonly WordMatch[];
  /** Whether a word of a text is one of them. */
  readonly isFound: (word: string) => boolean;
}

/** What a word's beginning is worth where all of the word were typed but nothing else. */
const beginningCloseness = 0.5;
const typoCloseness = 0.5;

/**
 * The words that a sought word stands for: itself, words that begin so, and, where nobody wrote it so, words a typo or two away. Where
 * there are none of these, words whose beginning is a typo away.
 *
 * @param counts whether a passage is sought at all: what stands only in deleted ones has not been written.
 */
export function wordMatches(
  { word, units, isBeginning, typos }: SoughtWord,
  parts: readonly PartOfIndex[],
  counts: (part: PartOfIndex, passage: number) => boolean,
): Matches {
  const exact = parts.flatMap((part): WordMatch[] => {
    const there = part.dictionary.exact(units);
    return there === undefined ? [] : [{ part, word: there, closeness: 1 }];
  });
  const begun = isBeginning ? parts.flatMap((part) => beginningMatches(part, units)) : [];
  const isThisWord = (other: string) => other === word || (isBeginning && other.startsWith(word));
  const isWritten = (matches: readonly WordMatch[]) => matches.some((match) => isAnywhere(match, counts));
  if (typos === 0 || isWritten(exact)) return { matches: [...exact, ...begun], isFound: isThisWord };

  const alike = typoMatches(parts, units, typos, false);
  const isBegun = isWritten(begun);
  if (!isBegun) alike.push(...swappedMatches(word, parts));
  if (!isBegun && !isWritten(alike)) alike.push(...typoMatches(parts, units, 1, true));
  const words = new Set(alike.map(({ part, word }) => part.segment.wordAt(word)));
  return { matches: [...begun, ...alike], isFound: (other) => isThisWord(other) || words.has(other) };
}

/** The words of a part that begin so, the word itself left out. */
function beginningMatches(part: PartOfIndex, units: Uint16Array): WordMatch[] {
  const [from, to] = part.dictionary.beginning(units);
  const matches: WordMatch[] = [];
  for (let word = from; word < to; word++) {
    const length = part.dictionary.lengthOf(word);
    if (length > units.length) matches.push({ part, word, closeness: (beginningCloseness * units.length) / length });
  }
  return matches;
}

/** Words that begin as the word does when two neighbouring letters are swapped back: `zoko` for `zookeeper`. */
function swappedMatches(word: string, parts: readonly PartOfIndex[]): WordMatch[] {
  const others = swapped(word).map((other) => Uint16Array.from(other, (_, at) => other.charCodeAt(at)));
  return parts.flatMap((part) => others.flatMap((units) => beginningMatches(part, units)));
}

function typoMatches(
  parts: readonly PartOfIndex[],
  units: Uint16Array,
  most: number,
  isBeginning: boolean,
): WordMatch[] {
  return parts.flatMap((part) =>
    part.dictionary
      .alike(units, most, isBeginning)
      .map(({ word, typos }) => ({ part, word, closeness: typoCloseness ** typos })),
  );
}

function isAnywhere({ part, word }: WordMatch, counts: (part: PartOfIndex, passage: number) => boolean): boolean {
  let isThere = false;
  eachPosting(part.segment, word, (passage) => {
    isThere = counts(part, passage);
    return isThere;
  });
  return isThere;
}
