import type { ReviewDocument } from '../reviews/review';
import { LineIndex } from '../text/lineIndex';
import { citingSentence } from './citingSentence';
import type { KnownIds } from './knownIds';
import { citationsInReview } from './relatedReviews';

/** A review that another one names, where it does first, and in which words. */
export interface NamedReview {
  readonly review: ReviewDocument;
  readonly sentence: string;
  /** 1-based, in the file. */
  readonly line: number;
}

/** What a name in a review's text means. */
export interface MeantReview {
  readonly review: ReviewDocument;
  readonly passage?: string;
}

/** What a review's text says of others. */
export interface NamedReviews {
  /** Each review once, in the order of the text. */
  readonly first: readonly NamedReview[];
  /** As the text writes it → what it means. */
  readonly meanings: ReadonlyMap<string, MeantReview>;
}

/** The other reviews that a review's text names. */
export function namedReviews(review: ReviewDocument, known: KnownIds): NamedReviews {
  const { path, text, startsAt } = review;
  const lines = new LineIndex(text);
  const first = new Map<ReviewDocument, NamedReview>();
  const meanings = new Map<string, MeantReview>();
  for (const { start, end, text: written, passage, reviews } of citationsInReview(review, known)) {
    const [named] = reviews;
    if (!named || (named.id === review.id && named.path === path)) continue;
    if (!meanings.has(written)) meanings.set(written, { review: named, ...(passage === undefined ? {} : { passage }) });
    if (first.has(named)) continue;
    const line = lines.at(start).line + (startsAt?.line ?? 1) - 1;
    first.set(named, { review: named, sentence: citingSentence(text, { start, end }, []), line });
  }
  return { first: [...first.values()], meanings };
}
