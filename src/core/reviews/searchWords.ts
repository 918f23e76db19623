import type { Span } from '../text/span';

/** A word as it is compared in search, and where it stands in the text. */
export interface SearchWord extends Span {
  /** Lower case, without accents; two neighbouring characters in scripts that write no blanks. */
  readonly word: string;
}

const run = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;
const accents = /[\u0300-\u036f]/g;
const ascii = /^[\w]*$/;

/** Longer runs of letters and digits are hashes and keys; only their beginning can be sought. */
export const longestWord = 40;

/**
 * The words of a text in order. What joins words in code (`retry_limit`, `INC-7`) parts them; Chinese, Japanese, Korean, Thai and
 * their like become overlapping pairs of characters, a lone character staying alone.
 */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const { 0: letters, index } of text.matchAll(run)) {
    addWords(letters, index, words);
  }
  return words;
}

/** The first word of a text that fits; those behind it are not looked at. */
export function findWord(text: string, fits: (word: string) => boolean): SearchWord | undefined {
  for (const { 0: letters, index } of text.matchAll(run)) {
    const words: SearchWord[] = [];
    addWords(letters, index, words);
    const found = words.find(({ word }) => fits(word));
    if (found) return found;
  }
  return undefined;
}

/** The words of a text alone. */
export function searchTerms(text: string): string[] {
  return searchWords(text).map(({ word }) => word);
}

/** Whether a term stands for a pair of characters (or one) of a script without blanks. */
export function isUnspaced(term: string): boolean {
  return unspaced.test(term);
}

/** A word in the form in which words are compared. */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(accents, '').normalize('NFC').toLowerCase();
}

/** Adds the words of a run of letters and figures. */
function addWords(letters: string, start: number, words: SearchWord[]): void {
  if (ascii.test(letters)) words.push(wordAt(letters, start));
  else splitByScript(letters, start, words);
}

function wordAt(letters: string, start: number): SearchWord {
  return { word: foldWord(letters.slice(0, longestWord)), start, end: start + letters.length };
}

function splitByScript(letters: string, offset: number, words: SearchWord[]): void {
  let spacedFrom = 0;
  let at = 0;
  let pair: { character: string; at: number } | undefined;
  let isAlone = false;
  const endPair = () => {
    if (pair && isAlone) words.push(wordAt(pair.character, offset + pair.at));
    pair = undefined;
  };
  for (const character of letters) {
    if (unspaced.test(character)) {
      if (spacedFrom < at) words.push(wordAt(letters.slice(spacedFrom, at), offset + spacedFrom));
      if (pair) words.push(wordAt(pair.character + character, offset + pair.at));
      isAlone = pair === undefined;
      pair = { character, at };
      spacedFrom = at + character.length;
    } else if (!/\p{M}/u.test(character)) {
      endPair();
    }
    at += character.length;
  }
  endPair();
  if (spacedFrom < at) words.push(wordAt(letters.slice(spacedFrom), offset + spacedFrom));
}
