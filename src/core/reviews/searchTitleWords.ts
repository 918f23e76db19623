import type { ReviewDocument } from './review';
import { isUnspaced, searchTerms } from './searchWords';

/**
 * Words of titles and ids → reviews, to find the few among many that a slower engine then ranks.
 *
 * A typed word finds the words that begin with it and, where it is longer than three letters, those a typo or two away.
 */
export class TitleWords {
  readonly #reviews: readonly ReviewDocument[];
  /** Word → places of its reviews, ascending. */
  readonly #places = new Map<string, number[]>();
  readonly #words: readonly string[];

  constructor(reviews: readonly ReviewDocument[]) {
    this.#reviews = reviews;
    reviews.forEach((review, place) => {
      for (const word of new Set(searchTerms(`${review.title} ${review.id}`))) {
        const places = this.#places.get(word);
        if (places) places.push(place);
        else this.#places.set(word, [place]);
      }
    });
    this.#words = [...this.#places.keys()].sort();
  }

  /** The reviews in whose title or id every typed word is found, best first, at most `most`. */
  find(query: string, most: number): readonly ReviewDocument[] {
    const terms = [...new Set(searchTerms(query))].slice(0, 16);
    let found: ReadonlyMap<number, number> | undefined;
    for (const term of terms) {
      const scores = this.#placesOf(term);
      found = found ? both(found, scores) : scores;
      if (found.size === 0) return [];
    }
    return [...(found ?? [])]
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .slice(0, most)
      .flatMap(([place]) => this.#reviews[place] ?? []);
  }

  /** Places of the reviews that a term finds, with how well: rare words and exact ones count more. */
  #placesOf(term: string): ReadonlyMap<number, number> {
    const scores = new Map<number, number>();
    for (const [word, closeness] of this.#wordsLike(term)) {
      const places = this.#places.get(word) ?? [];
      const score = closeness * Math.log(1 + this.#reviews.length / places.length);
      for (const place of places) if (score > (scores.get(place) ?? 0)) scores.set(place, score);
    }
    return scores;
  }

  #wordsLike(term: string): readonly (readonly [word: string, closeness: number])[] {
    const begun: [string, number][] = [];
    for (let at = firstFrom(this.#words, term); this.#words[at]?.startsWith(term); at++) {
      const word = this.#words[at] ?? '';
      begun.push([word, word === term ? 1 : 0.5 + (0.4 * term.length) / word.length]);
    }
    const edits = isUnspaced(term) || term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
    if (edits === 0) return begun;
    const like = this.#words.filter((word) => mayBeLike(term, word, edits) && isLike(term, word, edits));
    return [...begun, ...like.map((word): [string, number] => [word, 0.3])];
  }
}

/** A quick look before the careful one: a word of fitting length with one of the first two letters in its place, or both swapped. */
function mayBeLike(term: string, word: string, edits: number): boolean {
  if (word.length < term.length - edits || word.startsWith(term)) return false;
  return (
    word[0] === term[0] || word[1] === term[1] || (word[0] === term[1] && word[1] === term[0]) || word[0] === term[1]
  );
}

/** Whether a word, or its beginning, is at most so many typos away: a letter too many, too few, wrong, or two swapped. */
export function isLike(term: string, word: string, edits: number, from = 0, at = 0): boolean {
  let inTerm = from;
  let inWord = at;
  while (inTerm < term.length && term[inTerm] === word[inWord]) {
    inTerm++;
    inWord++;
  }
  if (inTerm === term.length) return true;
  if (edits === 0) return false;
  if (inWord === word.length) return term.length - inTerm <= edits;
  return (
    isLike(term, word, edits - 1, inTerm + 1, inWord + 1) ||
    isLike(term, word, edits - 1, inTerm + 1, inWord) ||
    isLike(term, word, edits - 1, inTerm, inWord + 1) ||
    (term[inTerm] === word[inWord + 1] &&
      term[inTerm + 1] === word[inWord] &&
      isLike(term, word, edits - 1, inTerm + 2, inWord + 2))
  );
}

function both(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const found = new Map<number, number>();
  for (const [place, score] of small) {
    const other = large.get(place);
    if (other !== undefined) found.set(place, score + other);
  }
  return found;
}

/** The place of the first word that is not before the term, in sorted words. */
export function firstFrom(words: readonly string[], term: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
