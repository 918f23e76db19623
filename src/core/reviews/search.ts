import type { Library } from './library';
import type { WeighedWord } from './searchAlike';
import { type AlikePassages, type PassageHit, PassageSearch, type StoredPassages } from './searchPassages';
import { type TitleHit, TitleSearch } from './searchTitles';

export type { PassageHit, TitleHit };

/** A result as the command line prints it. */
export interface SearchResult {
  readonly id: string;
  readonly title: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** The headings above the passage, outermost first, joined by ` › `; empty before the first heading. */
  readonly heading: string;
  readonly excerpt: string;
  readonly matched: readonly string[];
  readonly score: number;
}

/** A search over the library as it was at a version, and the work under way on the next one, driven by whoever needs it. */
interface Kept<Search> {
  readonly search: Search;
  version: number;
  update: { readonly version: number; readonly steps: Generator<void, void> } | undefined;
}

/** Finds reviews of a library by id and title, and passages by their words. Nothing is built before it is asked for. */
export class LibrarySearch {
  readonly #library: Library;
  readonly #titles: Kept<TitleSearch> = { search: new TitleSearch(), version: -1, update: undefined };
  readonly #passages: Kept<PassageSearch> = { search: new PassageSearch(), version: -1, update: undefined };

  constructor(library: Library) {
    this.#library = library;
  }

  /** Reviews by id and title as one types: `inc7`, `7`, `chekout retr`. At most `most`, best first, in the library as it is now. */
  findTitles(query: string, most: number): readonly TitleHit[] {
    while (this.#titles.version !== this.#library.version) this.#step(this.#titles);
    return this.#titles.search.find(query, most);
  }

  /** Whether passages are found in the library as it is now. */
  get isReady(): boolean {
    return this.#passages.version === this.#library.version;
  }

  /**
   * Makes reviews and passages of the library findable, in steps of well under 8 ms: whoever has a clock takes as many at a time as fit
   * (`for (const _ of search.preparing()) await pace();`). Several may do so at once, and stop at any step: what is done stays done.
   *
   * It ends where the library is findable as it was at the first step, or later: while ten thousand reviews are read again it is another one ten
   * times a second.
   */
  *preparing(): Generator<void, void> {
    yield* this.preparingTitles();
    yield* this.#preparing(this.#passages);
  }

  /** The same for ids and titles alone, which is soon done. */
  preparingTitles(): Generator<void, void> {
    return this.#preparing(this.#titles);
  }

  /**
   * Makes passages findable by segments that were made elsewhere, and tells how many reviews of the library are not findable then: those are
   * left to {@link preparing}.
   */
  adopt(passages: StoredPassages): number {
    this.#passages.search.adopt(passages);
    return this.#passages.search.missing(this.#library.reviews);
  }

  *#preparing(kept: Kept<TitleSearch | PassageSearch>): Generator<void, void> {
    const { version } = this.#library;
    while (kept.version < version) {
      this.#step(kept);
      yield;
    }
  }

  /** One step towards the library as it is now. A run goes to its end before the next begins, whoever drives it. */
  #step(kept: Kept<TitleSearch | PassageSearch>): void {
    const { version, reviews } = this.#library;
    kept.update ??= { version, steps: kept.search.update(reviews) };
    if (!kept.update.steps.next().done) return;
    kept.version = kept.update.version;
    kept.update = undefined;
  }

  /**
   * Passages by their words, with typos, unfinished words and without accents; at most `most`, best first. Every word is wanted,
   * any one where none has all. Answers from what has been prepared.
   */
  findPassages(query: string, most: number, transcripts: 'with' | 'without' = 'with'): readonly PassageHit[] {
    return this.#passages.search.find(query, most, transcripts);
  }

  /**
   * The passages that have most in common with the words of a text, best first, at most `most`; never what people said. Answers from what
   * has been prepared.
   */
  findAlike(words: readonly WeighedWord[], most: number): AlikePassages {
    return this.#passages.search.findAlike(words, most);
  }
}

/** A passage as the command line prints it: exactly the keys of {@link SearchResult}. */
export function toSearchResult({ review, headingPath, excerpt, matched, score }: PassageHit): SearchResult {
  const { id, title, path } = review;
  return { id, title, path, heading: headingPath.join(' › '), excerpt, matched, score };
}
