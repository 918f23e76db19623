import type { ReviewDocument } from '../reviews/review';
import { LineIndex } from '../text/lineIndex';
import type { KnownIds } from './knownIds';
import { citationsInReview } from './relatedReviews';
import { toCitation } from './toCitations';

/** A review that another one names, where, and in which words. */
export interface NamedReview {
  readonly review: ReviewDocument;
  readonly passage?: string;
  /** As the text writes it. */
  readonly text: string;
  readonly sentence: string;
  /** 1-based, in the file. */
  readonly line: number;
}

/** Every place at which a review's text names another one that we know, in the order of the text. */
export function namedReviews(review: ReviewDocument, known: KnownIds): readonly NamedReview[] {
  const { path, text, startsAt } = review;
  const lines = new LineIndex(text);
  return citationsInReview(review, known).flatMap((found): NamedReview[] => {
    const [named] = found.reviews;
    if (!named || (named.id === review.id && named.path === path)) return [];
    const { line, sentence } = toCitation(found, text, path, lines, []);
    const { passage } = found;
    return [
      {
        review: named,
        ...(passage === undefined ? {} : { passage }),
        text: found.text,
        sentence,
        line: line + (startsAt?.line ?? 1) - 1,
      },
    ];
  });
}
