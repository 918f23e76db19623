import type { FoundCitation } from '../citations/citation';
import { reviewName } from '../citations/citationIndex';
import type { Finding } from '../finding';
import type { ReviewDocument } from '../reviews/review';
import { shortLine } from '../wording/shortLine';

/** Citations of a file. */
export interface CitingFile {
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly key: string;
  readonly citations: readonly FoundCitation[];
}

/** A review that files cited before a change and do not cite any more, and the citation that was the last of them. */
export interface LostReview {
  /** As it is now. */
  readonly review: ReviewDocument;
  readonly path: string;
  readonly citation: FoundCitation;
}

/**
 * The reviews that changed files cited before and do not cite now, each where it stood first, in the order in which they stood. `today` answers what
 * a review of before is now: a review that is gone can be cited by nobody. That a review names itself is no citation.
 */
export function lostReviews(
  before: readonly CitingFile[],
  now: readonly CitingFile[],
  today: (review: ReviewDocument) => readonly ReviewDocument[],
): LostReview[] {
  const cited = new Set(now.flatMap((file) => citedBy(file).map(({ review }) => reviewName(review))));
  const lost = new Map<string, LostReview>();
  for (const file of before) {
    for (const { review: then, citation } of citedBy(file)) {
      for (const review of today(then)) {
        const name = reviewName(review);
        if (!cited.has(name) && !lost.has(name)) lost.set(name, { review, path: file.path, citation });
      }
    }
  }
  return [...lost.values()];
}

/** Whether a file cites a review other than by being it. */
export function citesReview({ key, citations }: CitingFile, review: ReviewDocument): boolean {
  const name = reviewName(review);
  return key !== review.key && citations.some(({ reviews }) => reviews.some((each) => reviewName(each) === name));
}

/** The question to be asked where the last citation of a review stood; `line` is 1-based, in the file as it is now. */
export function lastCitationQuestion({ review, path }: LostReview, line: number | undefined): Finding {
  const title = review.title === review.id ? '' : ` (${shortLine(review.title, 100)})`;
  return {
    code: 'last-citation',
    message: `The last citation of ${shortLine(review.id, 80)}${title} goes with this change. Does something else here still need its story?`,
    path,
    ...(line !== undefined && { line }),
    severity: 'hint',
  };
}

function citedBy({ key, citations }: CitingFile) {
  return citations.flatMap((citation) =>
    citation.reviews.flatMap((review) => (review.key === key ? [] : [{ review, citation }])),
  );
}
