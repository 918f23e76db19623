import { mergeSorted } from './mergeSorted';
import type { ReviewDocument } from './review';
import { compare, comparePlaces } from './searchPlaces';
import { TopScores } from './searchTopScores';
import { isUnspaced, searchTerms } from './searchWords';

/**
 * Words of titles and ids → reviews, to find the few among many that a slower engine then ranks.
 *
 * A typed word finds the words that begin with it and, where it is longer than three letters, those a typo or two away.
 */
export class TitleWords {
  /** The reviews by the numbers that stand for them here; a free number has none. */
  readonly #reviews: (ReviewDocument | undefined)[] = [];
  readonly #numbers = new Map<ReviewDocument, number>();
  readonly #free: number[] = [];
  /** Word → numbers of its reviews. */
  readonly #places = new Map<string, number[]>();
  #words: readonly string[] = [];

  constructor(reviews: readonly ReviewDocument[] = []) {
    for (const _ of this.update(new Set(), reviews));
  }

  /** Whether a title or id has this word. */
  has(word: string): boolean {
    return this.#places.has(word);
  }

  /** Whether a title or id has a word that begins so. */
  begins(start: string): boolean {
    return this.#words[firstFrom(this.#words, start)]?.startsWith(start) ?? false;
  }

  /** Drops some reviews and takes in others, in steps of a few ms; to its end before anything is sought. */
  *update(gone: ReadonlySet<ReviewDocument>, come: readonly ReviewDocument[]): Generator<void, void> {
    const lost = new Set<string>();
    for (const review of gone) {
      for (const word of this.#remove(review)) lost.add(word);
      yield;
    }
    const added: string[] = [];
    for (const review of come) {
      added.push(...this.#add(review));
      yield;
    }
    // A word that went may have come back.
    const kept = lost.size === 0 ? this.#words : this.#words.filter((word) => !lost.has(word));
    this.#words = yield* mergeSorted(kept, added, compare);
  }

  /** The reviews in whose title or id every typed word is found, best first, at most `most`. */
  find(query: string, most: number): readonly ReviewDocument[] {
    const terms = [...new Set(searchTerms(query))].slice(0, 16);
    const sums = new Float64Array(this.#reviews.length);
    const found = new Uint8Array(this.#reviews.length);
    terms.forEach((term, before) => {
      const scores = this.#scoresOf(term);
      for (let number = 0; number < scores.length; number++) {
        const score = scores[number] ?? 0;
        if (score === 0 || found[number] !== before) continue;
        sums[number] = (sums[number] ?? 0) + score;
        found[number] = before + 1;
      }
    });
    for (let number = 0; number < sums.length; number++) if (found[number] !== terms.length) sums[number] = 0;
    return this.#best(sums, most);
  }

  /** The reviews with the highest scores above 0. */
  #best(scores: Float64Array, most: number): readonly ReviewDocument[] {
    const top = new TopScores(most);
    for (const score of scores) if (score > 0) top.add(score);
    const { least } = top;
    const hits: { readonly review: ReviewDocument; readonly score: number }[] = [];
    for (let number = 0; number < scores.length; number++) {
      const score = scores[number] ?? 0;
      if (score === 0 || score < least) continue;
      const review = this.#reviews[number];
      if (review) hits.push({ review, score });
    }
    return hits
      .sort((a, b) => b.score - a.score || comparePlaces(a.review, b.review))
      .slice(0, most)
      .map(({ review }) => review);
  }

  /** The words that come with a review and were not there before. */
  #add(review: ReviewDocument): string[] {
    const number = this.#free.pop() ?? this.#reviews.length;
    this.#reviews[number] = review;
    this.#numbers.set(review, number);
    return wordsOf(review).filter((word) => {
      const places = this.#places.get(word);
      if (places) places.push(number);
      else this.#places.set(word, [number]);
      return places === undefined;
    });
  }

  /** The words that go with a review. */
  #remove(review: ReviewDocument): string[] {
    const number = this.#numbers.get(review);
    if (number === undefined) return [];
    this.#reviews[number] = undefined;
    this.#numbers.delete(review);
    this.#free.push(number);
    return wordsOf(review).filter((word) => {
      const places = this.#places.get(word) ?? [];
      const at = places.indexOf(number);
      if (at >= 0) places.splice(at, 1);
      if (places.length > 0) return false;
      this.#places.delete(word);
      return true;
    });
  }

  /** Of each review, how well a term finds it, 0 where it does not: rare words and exact ones count more. */
  #scoresOf(term: string): Float64Array {
    const scores = new Float64Array(this.#reviews.length);
    for (const [word, closeness] of this.#wordsLike(term)) {
      const places = this.#places.get(word) ?? [];
      const score = closeness * Math.log(1 + this.#numbers.size / places.length);
      for (const place of places) if (score > (scores[place] ?? 0)) scores[place] = score;
    }
    return scores;
  }

  #wordsLike(term: string): readonly (readonly [word: string, closeness: number])[] {
    const begun: [string, number][] = [];
    for (let at = firstFrom(this.#words, term); this.#words[at]?.startsWith(term); at++) {
      const word = this.#words[at] ?? '';
      begun.push([word, word === term ? 1 : 0.5 + (0.4 * term.length) / word.length]);
    }
    // What somebody wrote so is no typo of another.
    const edits = isUnspaced(term) || term.length < 4 || this.has(term) ? 0 : term.length < 8 ? 1 : 2;
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

function wordsOf({ title, id }: ReviewDocument): string[] {
  return [...new Set(searchTerms(`${title} ${id}`))];
}

/** The place of the first word that is not before the term, in sorted words. */
function firstFrom(words: readonly string[], term: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
