import type { ReviewDocument, Section } from '../reviews/review';

/**
 * The review, of those in a file, whose title or id was read from a 1-based line of the file, or whose title is the heading there; nothing on
 * every other line.
 */
export function reviewAtLine(reviews: readonly ReviewDocument[], line: number): ReviewDocument | undefined {
  return reviews.find((review) =>
    [titleLine(review), review.origins.id?.line, titleHeading(review)?.line].includes(line),
  );
}

/** The 1-based line of a review's title in its file; where it has no title, the line on which the review begins. */
export function titleLine({ origins, startsAt }: ReviewDocument): number {
  return origins.title?.line ?? startsAt?.line ?? 1;
}

/** The first heading of a review, where it says the title or the id: the title may have been read from front matter. */
export function titleHeading({ id, title, rawTitle, sections: [first] }: ReviewDocument): Section | undefined {
  const isTitle = first && (first.heading.includes(id) || first.heading === title || first.heading === rawTitle);
  return isTitle ? first : undefined;
}
