import type { ReviewDocument } from '../core/reviews/review';

/** A review that what was typed may mean, and the words of it that begin as typed. */
export interface MatchingReview {
  readonly review: ReviewDocument;
  readonly matched: string;
}

/**
 * The reviews that may be meant by the beginning of an id, of a former id, or of a word of a title; in this order, case
 * aside, at most `most`. Where nothing is typed yet all reviews are meant, the latest first.
 */
export function matchingReviews(
  reviews: readonly ReviewDocument[],
  typed: string,
  { most, byTitle }: { readonly most: number; readonly byTitle: boolean },
): readonly MatchingReview[] {
  if (typed === '')
    return latestFirst(reviews)
      .slice(0, most)
      .map((review) => ({ review, matched: review.id }));
  const wanted = typed.toLowerCase();
  const ranks: MatchingReview[][] = [[], [], []];
  for (const review of reviews) {
    const alias = review.aliases.find((each) => each.toLowerCase().startsWith(wanted));
    const title = byTitle ? wordsFrom(review.title, wanted) : undefined;
    if (review.id.toLowerCase().startsWith(wanted)) ranks[0]?.push({ review, matched: review.id });
    else if (alias !== undefined) ranks[1]?.push({ review, matched: alias });
    else if (title !== undefined) ranks[2]?.push({ review, matched: title });
  }
  return ranks.flat().slice(0, most);
}

/** The title from the first word on that begins so. */
function wordsFrom(title: string, wanted: string): string | undefined {
  const lower = title.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(lower.slice(0, at))) return title.slice(at);
  }
  return undefined;
}

function latestFirst(reviews: readonly ReviewDocument[]): readonly ReviewDocument[] {
  return [...reviews].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0));
}
