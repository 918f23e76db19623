import type { Span } from '../text/span';
import { addingReview } from './indexedReview';
import type { ReviewDocument } from './review';
import type { AlikeAnswer, WeighedWord } from './searchAlike';
import type { IndexHit } from './searchAnswer';
import { chunkAt, dividedText, type SearchChunk } from './searchChunks';
import { excerptOf } from './searchExcerpt';
import { headingPathOf } from './searchHeadings';
import { SearchIndex } from './searchIndex';
import { phraseTest } from './searchPhrase';
import { comparePlaces } from './searchPlaces';
import { openSegment } from './searchSegment';
import { SegmentBuilder } from './searchSegmentBuilder';

/** A passage of a review in which words were found. */
export interface PassageHit {
  readonly review: ReviewDocument;
  /** The headings above it, outermost first, the title of the review left out. */
  readonly headingPath: readonly string[];
  /** The slug that cites it; nothing before the first heading. */
  readonly passage?: string;
  /** 1-based line of the first word found, or of the passage where only headings or names matched. */
  readonly line: number;
  /** A line of plain text around the words found. */
  readonly excerpt: string;
  /** The words that matched, lower case, in the order in which they occur. */
  readonly matched: readonly string[];
  /** Where they stand in the excerpt: UTF-16 offsets. */
  readonly ranges: readonly Span[];
  readonly score: number;
  /** Whether people speak there: such words stay in the story, in search and on the command line. */
  readonly isTranscript: boolean;
}

/** A passage that has something in common with a text. Offsets are into the text of the review. */
export interface AlikePassage extends Span {
  readonly review: ReviewDocument;
  readonly isFirst: boolean;
  readonly score: number;
}

/** Passages that have much in common with a text, best first, and what a word of it says. */
export interface AlikePassages extends Omit<AlikeAnswer, 'hits'> {
  /** Without their sections, for which whole stories would have to be read: see `chunkAt`. */
  readonly passages: readonly AlikePassage[];
}

/** The index as buffers, and the reviews that its numbers mean. */
export interface StoredPassages {
  readonly segments: readonly ArrayBuffer[];
  readonly reviews: readonly (ReviewDocument | undefined)[];
}

/** A segment is made when it has so many postings, or as many as are findable already: the first answers come soon. */
const mostPostings = 1 << 20;
const leastPostings = 1 << 14;
/** A passage that has the words as they were typed, one behind the other, comes before others. */
const phraseBoost = 1.5;
/** So many more than are wanted are looked at for that. */
const mostForPhrase = 30;

/**
 * Full text over bodies and transcripts, as passages. Brought up to date in small steps by whoever has the clock; until then it
 * answers from what it has.
 */
export class PassageSearch {
  readonly #index = new SearchIndex();
  /** The reviews that are in the index or on the way into it, and the numbers that they have there. */
  readonly #numbers = new Map<ReviewDocument, number>();
  readonly #reviews: (ReviewDocument | undefined)[] = [];
  /** Numbers of reviews that are gone. */
  readonly #free: number[] = [];

  /** Takes in what is new in the list and drops what is gone, in steps of a few ms. One run at a time, and each to its end. */
  *update(reviews: readonly ReviewDocument[]): Generator<void, void> {
    const wanted = new Set(reviews);
    for (const [review, number] of this.#numbers) {
      if (wanted.has(review)) continue;
      this.#numbers.delete(review);
      this.#index.delete(number);
      this.#reviews[number] = undefined;
      this.#free.push(number);
      yield;
    }
    yield* this.#addAll(reviews.filter((review) => !this.#numbers.has(review)));
    yield* this.#index.merge();
  }

  /** What {@link restore} takes: to be transferred or stored. Copies; the numbers of reviews in them are their places in the list. */
  store(): StoredPassages {
    return {
      segments: this.#index.segments.map((segment) => segment.toBuffer().slice(0)),
      reviews: [...this.#reviews],
    };
  }

  /**
   * Takes over what was stored, where this search is still empty: false where a buffer is not one of ours, and then nothing is taken. A place
   * without a review means that it is gone, or that its text has changed since.
   */
  restore({ segments: buffers, reviews }: StoredPassages): boolean {
    const segments = buffers.flatMap((buffer) => openSegment(buffer) ?? []);
    if (segments.length < buffers.length || this.#reviews.length > 0) return false;
    for (const segment of segments) this.#index.add(segment);
    reviews.forEach((review, number) => {
      this.#reviews.push(review);
      if (review) {
        this.#numbers.set(review, number);
      } else {
        this.#index.delete(number);
        this.#free.push(number);
      }
    });
    return true;
  }

  /**
   * Makes reviews findable by segments that were made elsewhere, whose documents are places in the list. Those that are findable already, and
   * places without a review, are left out. What is no segment of ours is passed over.
   */
  adopt({ segments, reviews }: StoredPassages): void {
    const isTaken = reviews.map((review) => review !== undefined && !this.#numbers.has(review));
    for (const buffer of segments) {
      const segment = openSegment(buffer);
      if (!segment) continue;
      const gone: number[] = [];
      segment.documents.forEach((place, at) => {
        const review = isTaken[place] ? reviews[place] : undefined;
        const number = this.#reviews.push(review) - 1;
        segment.documents[at] = number;
        if (review) this.#numbers.set(review, number);
        else gone.push(number);
      });
      this.#index.add(segment);
      for (const number of gone) this.#index.delete(number);
      this.#free.push(...gone);
    }
  }

  /** How many reviews of a list are not findable yet. */
  missing(reviews: readonly ReviewDocument[]): number {
    return reviews.reduce((count, review) => count + (this.#numbers.has(review) ? 0 : 1), 0);
  }

  find(query: string, most: number, transcripts: 'with' | 'without'): readonly PassageHit[] {
    const { hits, isFound } = this.#index.find(query, most + mostForPhrase, transcripts);
    const hasPhrase = phraseTest(query);
    return hits
      .flatMap((hit) => this.#foundAt(hit))
      .toSorted(compareFound)
      .slice(0, most + mostForPhrase)
      .map((found) => ({ ...found, score: rounded(hasPhrase?.(found) ? found.score * phraseBoost : found.score) }))
      .sort(compareFound)
      .slice(0, most)
      .map(({ review, score, ...place }) => toHit(chunkAt(review, place), isFound, score));
  }

  /** The passages that have most in common with the words of a text, best first, at most `most`; without what people said. */
  findAlike(words: readonly WeighedWord[], most: number): AlikePassages {
    const { hits, ...told } = this.#index.alike(words, most);
    const passages = hits
      .flatMap(({ document, start, length, isFirst, score }) => {
        const review = this.#reviews[document];
        return review ? [{ review, start, end: start + length, isFirst, score }] : [];
      })
      .sort((a, b) => b.score - a.score || comparePlaces(a.review, b.review) || a.start - b.start)
      .slice(0, most);
    return { passages, ...told };
  }

  *#addAll(reviews: readonly ReviewDocument[]): Generator<void, void> {
    let builder = new SegmentBuilder();
    let findable = 0;
    for (const review of reviews) {
      // Somebody else may have made it findable meanwhile.
      if (this.#numbers.has(review)) continue;
      const number = this.#free.pop() ?? this.#reviews.length;
      this.#numbers.set(review, number);
      this.#reviews[number] = review;
      yield* addingReview(builder, number, review, dividedText(review));
      if (builder.postingCount < Math.min(mostPostings, Math.max(leastPostings, findable))) continue;
      findable += builder.postingCount;
      this.#index.add(yield* builder.finish());
      builder = new SegmentBuilder();
    }
    if (builder.postingCount > 0) this.#index.add(yield* builder.finish());
  }

  #foundAt({ document, start, length, isFirst, isSpoken, score }: IndexHit): readonly FoundPassage[] {
    const review = this.#reviews[document];
    if (!review) return [];
    const place = { start, end: start + length, isFirst, isTranscript: isSpoken };
    // Whoever reads the text of a part reads all of its file: with its story it is kept, for the next query.
    return [{ ...(review.startsAt ? chunkAt(review, place) : { review, ...place }), score }];
  }
}

/** A passage whose section nobody has asked for: for that, its story has to be read. */
interface FoundPassage extends Omit<SearchChunk, 'section'> {
  readonly score: number;
}

function toHit(chunk: SearchChunk, isFound: (word: string) => boolean, score: number): PassageHit {
  const { review, section, isTranscript } = chunk;
  return {
    review,
    headingPath: headingPathOf(chunk),
    ...(section ? { passage: section.passage } : {}),
    ...excerptOf(chunk, isFound),
    score,
    isTranscript,
  };
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

function compareFound(a: FoundPassage, b: FoundPassage): number {
  return b.score - a.score || comparePlaces(a.review, b.review) || a.start - b.start;
}
