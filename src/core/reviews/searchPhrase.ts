import type { Span } from '../text/span';
import type { SearchChunk } from './searchChunks';
import { foldWord } from './searchWords';

const longestQuery = 500;
const between = /[^\p{L}\p{N}\p{M}]*/uy;

/**
 * Tells whether a passage has the words of a query as they were typed, one behind the other, whatever stands between them. The last one may be
 * unfinished. Nothing where the query is no phrase: a single word, unless it is of a script that writes no blanks.
 */
export function phraseTest(query: string): ((passage: Span & Pick<SearchChunk, 'review'>) => boolean) | undefined {
  const typed = query.slice(0, longestQuery).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const words = typed.map(foldWord).filter((word) => word !== '');
  const [first, ...others] = words;
  if (first === undefined || (others.length === 0 && !/[^\0-\x7f]/.test(first))) return undefined;
  return ({ review, start, end }) => {
    const piece = review.text.slice(start, end);
    const text = /[^\0-\x7f]/.test(piece) ? foldWord(piece) : piece.toLowerCase();
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      if (follow(text, at + first.length, others)) return true;
    }
    return false;
  };
}

/** Whether words stand from an offset on, with nothing but what parts words before each. */
function follow(text: string, from: number, words: readonly string[]): boolean {
  let at = from;
  for (const word of words) {
    between.lastIndex = at;
    between.test(text);
    if (between.lastIndex === at || !text.startsWith(word, between.lastIndex)) return false;
    at = between.lastIndex + word.length;
  }
  return true;
}
