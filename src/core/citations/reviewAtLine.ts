import type { ReviewDocument } from '../reviews/review';

/** The review, of those in a file, whose title or id was read from a 1-based line of the file; nothing on every other line. */
export function reviewAtLine(reviews: readonly ReviewDocument[], line: number): ReviewDocument | undefined {
  return reviews.find((review) => titleLine(review) === line || review.origins.id?.line === line);
}

/** The 1-based line of a review's title in its file; where it has no title, the line on which the review begins. */
export function titleLine({ origins, startsAt }: ReviewDocument): number {
  return origins.title?.line ?? startsAt?.line ?? 1;
}
