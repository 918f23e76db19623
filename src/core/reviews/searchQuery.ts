import { isUnspaced, searchTerms } from './searchWords';

/** One word of a query, and how it is sought. */
export interface SoughtWord {
  readonly word: string;
  readonly units: Uint16Array;
  /** Whether it finds the words that begin so. */
  readonly isBeginning: boolean;
  /** How many typos it may have where nobody wrote it so. */
  readonly typos: 0 | 1 | 2;
}

const longestQuery = 500;
const mostWords = 32;

/**
 * The words of a query, each once. The last one may be unfinished; of others, only long ones stand for their forms: `not` is not `notified`.
 * Numbers and pairs of characters have no typos.
 */
export function soughtWords(query: string): readonly SoughtWord[] {
  const words = [...new Set(searchTerms(query.slice(0, longestQuery)))]
    .filter((word) => word !== '')
    .slice(0, mostWords);
  return words.map((word, at) => {
    const isPair = isUnspaced(word);
    const isLast = at === words.length - 1;
    return {
      word,
      units: Uint16Array.from(word, (_, unit) => word.charCodeAt(unit)),
      isBeginning: isPair || word.length > 3 || (isLast && word.length > 1),
      typos: word.length < 4 || isPair || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2,
    };
  });
}
