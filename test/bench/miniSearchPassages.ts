import MiniSearch, { type SearchResult as Found, type Options, type Query } from 'minisearch';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { type SearchChunk, searchChunks } from '../../src/core/reviews/searchChunks';
import { swapped } from '../../src/core/reviews/searchSwaps';
import { isUnspaced, searchTerms } from '../../src/core/reviews/searchWords';

interface IndexedChunk {
  readonly key: number;
  readonly text: string;
  readonly heading: string;
  readonly name: string;
}

/**
 * The engine that was replaced, on MiniSearch, to measure against: full text over bodies and transcripts, as passages. Brought up to date in small steps by whoever has the clock; until then it
 * answers from what it has.
 */
export class MiniSearchPassages {
  #engine = newEngine();
  /** The pieces of each review that are in the engine. */
  readonly #keys = new Map<ReviewDocument, number[]>();
  readonly #chunks = new Map<number, SearchChunk>();
  #nextKey = 0;

  /**
   * Takes in what is new in the list and drops what is gone, a piece of about a screenful at each step. One run at a time, and each to
   * its end.
   */
  *update(reviews: readonly ReviewDocument[]): Generator<void, void> {
    const wanted = new Set(reviews);
    const gone = [...this.#keys.keys()].filter((review) => !wanted.has(review));
    if (gone.length * 2 > this.#keys.size) this.#clear();
    for (const review of gone) yield* this.#remove(review);
    for (const review of reviews) if (!this.#keys.has(review)) yield* this.#add(review);
  }

  /** The index as text, as a cache would keep it. */
  toText(): string {
    return JSON.stringify(this.#engine);
  }

  load(text: string): void {
    this.#engine = MiniSearch.loadJSON(text, engineOptions);
  }

  find(query: string, most: number, transcripts: 'with' | 'without'): readonly { readonly review: ReviewDocument }[] {
    const terms = [...new Set(searchTerms(query.slice(0, 500)))].slice(0, 32);
    if (terms.length === 0) return [];
    const filter = ({ id }: Found) => transcripts === 'with' || this.#chunks.get(id)?.isTranscript === false;
    const queries = terms.map((term, at) => this.#queryFor(term, at === terms.length - 1, filter));
    const all = this.#engine.search({ combineWith: 'AND', queries }, { filter });
    const found = all.length > 0 ? all : this.#engine.search({ combineWith: 'OR', queries }, { filter });
    return found
      .flatMap((each) => {
        const chunk = this.#chunks.get(each.id);
        return chunk ? [{ chunk, score: Math.round(each.score * 100) / 100, terms: each.terms }] : [];
      })
      .sort((a, b) => b.score - a.score || comparePlaces(a.chunk, b.chunk))
      .slice(0, most)
      .map(({ chunk }) => chunk);
  }

  /**
   * How one word is sought: as a whole or as a beginning; with typos only where nobody wrote it so, lest `clock` finds `block`. Two
   * letters swapped are one typo to people but two to the engine, so the words that come of swapping them back are sought as well.
   */
  #queryFor(term: string, isLast: boolean, filter: (found: Found) => boolean): Query {
    // The last word may be unfinished; of others, only long ones stand for their forms: `not` is not `notified`.
    const prefix = isUnspaced(term) || term.length > 3 || (isLast && term.length > 1);
    const mayHaveTypos = term.length > 3 && !isUnspaced(term) && !/\d/.test(term);
    const has = (word: string, isBeginning: boolean) =>
      this.#engine.search({ queries: [word], prefix: isBeginning, fuzzy: false }, { filter }).length > 0;
    const isWritten = mayHaveTypos && has(term, false);
    const others =
      mayHaveTypos && !isWritten && !has(term, true) ? swapped(term).filter((word) => has(word, true)) : [];
    return {
      combineWith: 'OR',
      queries: [
        { queries: [term], prefix, fuzzy: mayHaveTypos && !isWritten ? 0.2 : false, maxFuzzy: 2 },
        ...others.map((word) => ({ queries: [word], prefix: true, fuzzy: false })),
      ],
    };
  }

  *#add(review: ReviewDocument): Generator<void, void> {
    const keys: number[] = [];
    this.#keys.set(review, keys);
    for (const chunk of searchChunks(review)) {
      const key = this.#nextKey++;
      this.#engine.add(indexed(key, chunk));
      this.#chunks.set(key, chunk);
      keys.push(key);
      yield;
    }
  }

  *#remove(review: ReviewDocument): Generator<void, void> {
    const keys = this.#keys.get(review) ?? [];
    this.#keys.delete(review);
    for (const key of keys) {
      const chunk = this.#chunks.get(key);
      if (!chunk) continue;
      this.#chunks.delete(key);
      this.#engine.remove(indexed(key, chunk));
      yield;
    }
  }

  #clear(): void {
    this.#engine = newEngine();
    this.#keys.clear();
    this.#chunks.clear();
  }
}

const engineOptions: Options<IndexedChunk> = {
  idField: 'key',
  fields: ['text', 'heading', 'name'],
  tokenize: (text) => searchTerms(text),
  processTerm: (term) => term,
  searchOptions: { boost: { heading: 2, name: 3 } },
};

function newEngine(): MiniSearch<IndexedChunk> {
  return new MiniSearch<IndexedChunk>(engineOptions);
}

/** Names of the review are sought with its first piece only, so that its title does not find every one. */
function indexed(key: number, { review, section, start, end, isFirst }: SearchChunk): IndexedChunk {
  return {
    key,
    text: review.text.slice(start, end),
    heading: section?.heading ?? '',
    name: isFirst ? namesOf(review) : '',
  };
}

function namesOf({ title, id, aliases, services, tags, people }: ReviewDocument): string {
  return [title, id, ...aliases, ...services, ...tags, ...people].join(' ').slice(0, 2000);
}

function comparePlaces(a: SearchChunk, b: SearchChunk): number {
  if (a.review.path !== b.review.path) return a.review.path < b.review.path ? -1 : 1;
  if (a.review.id !== b.review.id) return a.review.id < b.review.id ? -1 : 1;
  return a.start - b.start;
}
