import type { Citation } from '../core/citations/citation';
import type { KnownIds } from '../core/citations/knownIds';
import { relatedReviews } from '../core/citations/relatedReviews';
import { type Review, type ReviewDocument, type Section, toReview } from '../core/reviews/review';
import { isExcluded } from '../core/reviews/sectionsAround';

/** A review as `show` prints it. */
export interface ShownReview extends Review {
  readonly sections: readonly Pick<Section, 'heading' | 'kind' | 'line' | 'passage'>[];
  readonly citedBy: readonly Citation[];
}

/** A review with its sections, but for the excluded ones, and where it is cited, in the order of paths. */
export function shownReview(review: ReviewDocument, known: KnownIds, citedBy: readonly Citation[]): ShownReview {
  return {
    ...toReview(review),
    related: relatedReviews(review, known),
    sections: review.sections
      .filter((section) => !isExcluded(review, section))
      .map(({ heading, kind, line, passage }) => ({ heading, kind, line, passage })),
    citedBy: [...citedBy].sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
