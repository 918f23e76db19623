import Fuse, { type FuseResult, type FuseResultMatch, type IFuseOptions } from 'fuse.js';
import type { Span } from '../text/span';
import type { ReviewDocument } from './review';
import { findByDate } from './searchDates';
import { IdLane } from './searchIdLane';
import { swapped } from './searchSwaps';
import { TitleWords } from './searchTitleWords';
import { foldWord, isUnspaced, searchTerms, searchWords } from './searchWords';

/** A review found by its id or title, with what matched. Ranges are UTF-16 offsets into `review.id` and `review.title`. */
export interface TitleHit {
  readonly review: ReviewDocument;
  readonly idRanges: readonly Span[];
  readonly titleRanges: readonly Span[];
  /** The former name that matched, where one did. */
  readonly alias?: string;
}

/** fuse.js alone ranks so many within a frame; beyond, it ranks what a word index picked. */
const mostForFuse = 1000;
const mostCandidates = 100;
/** Nobody types more; fuse.js looks at every letter of every word. */
const longestQuery = 200;
const longestTitle = 300;

const options: IFuseOptions<ReviewDocument> = {
  keys: [
    { name: 'title', weight: 2, getFn: ({ title }) => foldInPlace(title.slice(0, longestTitle)) },
    { name: 'id', weight: 1, getFn: ({ id }) => foldInPlace(id.slice(0, longestTitle)) },
  ],
  useTokenSearch: true,
  tokenMatch: 'all',
  threshold: 0.3,
  ignoreLocation: true,
  includeMatches: true,
};

/** Finds reviews by id, title and date as one types. Empty queries find nothing. */
export class TitleSearch {
  #reviews: ReadonlySet<ReviewDocument> = new Set();
  readonly #lane = new IdLane();
  readonly #words = new TitleWords();
  #fuse: Fuse<ReviewDocument> | undefined;

  constructor(reviews: readonly ReviewDocument[] = []) {
    for (const _ of this.update(reviews));
  }

  /** Takes in what is new in the list and drops what is gone, in steps of a few ms. One run at a time, to its end before anything is sought. */
  *update(reviews: readonly ReviewDocument[]): Generator<void, void> {
    const wanted = new Set(reviews);
    const gone = new Set([...this.#reviews].filter((review) => !wanted.has(review)));
    const come = reviews.filter((review) => !this.#reviews.has(review));
    this.#reviews = wanted;
    yield* this.#lane.update(gone, come);
    yield* this.#words.update(gone, come);
    this.#fuse = reviews.length <= mostForFuse ? new Fuse(reviews, options) : undefined;
  }

  /**
   * At most `most` reviews, best first: those named in full, then, where a number was typed, those whose name begins so, then by title,
   * then names that begin with the letters typed, then, where a date was typed, those of that day, month or year.
   */
  find(query: string, most: number): readonly TitleHit[] {
    const typed = query.slice(0, longestQuery).trim();
    if (typed === '') return [];
    const named = this.#lane.find(typed, most).map(({ review, ranges, alias, isWhole }) => ({
      hit: { review, idRanges: ranges, titleRanges: [], ...(alias === undefined ? {} : { alias }) },
      isFirst: isWhole || /\d/.test(typed),
    }));
    const meant = this.#unswapped(foldWord(typed));
    const isWritten = this.#writtenAsTyped(meant);
    const found = this.#fuseFor(meant).search(meant);
    const titled = wholeWordsFirst(
      found.filter(({ item }) => isWritten(item)),
      meant,
    )
      .slice(0, most)
      .map(titleHit);
    const hits = new Map<ReviewDocument, TitleHit>();
    const add = (hit: TitleHit) => {
      const there = hits.get(hit.review);
      hits.set(hit.review, there ? { ...there, titleRanges: hit.titleRanges } : hit);
    };
    for (const { hit, isFirst } of named) if (isFirst) add(hit);
    for (const hit of titled) add(hit);
    for (const { hit } of named) if (!hits.has(hit.review)) add(hit);
    for (const review of findByDate(this.#reviews, typed)) {
      if (hits.size >= most) break;
      if (!hits.has(review)) add({ review, idRanges: [], titleRanges: [] });
    }
    return [...hits.values()].slice(0, most);
  }

  /** What was typed, with neighbouring letters swapped back in words that begin none of ours but then do. */
  #unswapped(typed: string): string {
    let meant = typed;
    for (const { word, start, end } of searchWords(typed)) {
      const isWord = word.length > 3 && word.length === end - start && !/\d/.test(word);
      if (!isWord || this.#words.begins(word)) continue;
      const other = swapped(word).find((each) => this.#words.begins(each));
      if (other !== undefined) meant = meant.slice(0, start) + other + meant.slice(end);
    }
    return meant;
  }

  /** Tells of a review whether it has the typed words that are words of ours: there is no typo in those. */
  #writtenAsTyped(typed: string): (review: ReviewDocument) => boolean {
    const words = searchTerms(typed).filter((word) => word.length > 3 && !isUnspaced(word) && this.#words.has(word));
    return ({ title, id }) => {
      const text = foldWord(`${title} ${id}`);
      return words.every((word) => text.includes(word));
    };
  }

  #fuseFor(typed: string): Fuse<ReviewDocument> {
    return this.#fuse ?? new Fuse(this.#words.find(typed, mostCandidates), options);
  }
}

/** Those first whose titles have more of the typed words as they were typed: in others those begin a word, or are misspelt. */
function wholeWordsFirst(
  results: readonly FuseResult<ReviewDocument>[],
  typed: string,
): readonly FuseResult<ReviewDocument>[] {
  const terms = [...new Set(searchTerms(typed))];
  const wholeIn = ({ title }: ReviewDocument) => {
    const words = new Set(searchTerms(title));
    return terms.filter((term) => words.has(term)).length;
  };
  return results
    .map((result) => ({ result, whole: wholeIn(result.item) }))
    .sort((a, b) => b.whole - a.whole)
    .map(({ result }) => result);
}

/** A text without case and accents and as long as it was, so that what fuse.js finds in it stands there in the text as well. */
function foldInPlace(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const folded = foldWord(character);
    return folded === '' ? character : folded.padEnd(character.length).slice(0, character.length);
  });
}

function titleHit({ item, matches = [] }: FuseResult<ReviewDocument>): TitleHit {
  return { review: item, idRanges: rangesOf('id', matches), titleRanges: rangesOf('title', matches) };
}

/** Ranges of at least two characters, joined where they touch: single letters that happen to occur say nothing. */
function rangesOf(key: string, matches: readonly FuseResultMatch[]): readonly Span[] {
  const ranges: { start: number; end: number }[] = [];
  const indices = matches.filter((match) => match.key === key).flatMap((match) => match.indices);
  for (const [start, last] of indices.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const before = ranges.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, last + 1);
    else ranges.push({ start, end: last + 1 });
  }
  const isLong = ranges.some(({ start, end }) => end - start > 1);
  return isLong ? ranges.filter(({ start, end }) => end - start > 1) : ranges;
}
