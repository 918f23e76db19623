import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { GroupBy } from '../host/settings';
import type { Quote } from './libraryNode';

/** Reviews under one heading of the Library view. */
export interface ReviewGroup {
  /** Stable, unique among the groups. */
  readonly key: string;
  readonly label: string;
  readonly reviews: readonly { readonly review: ReviewDocument; readonly quotes: readonly Quote[] }[];
}

/** The reviews that a filter leaves, in the groups in which the view shows them. */
export function groupReviews(library: Library, _by: GroupBy, filter: string): readonly ReviewGroup[] {
  const groups = new Map<string, ReviewDocument[]>();
  for (const review of library.reviews) {
    if (!review.title.toLowerCase().includes(filter.toLowerCase())) continue;
    const year = review.date?.slice(0, 4) ?? '';
    groups.set(year, [...(groups.get(year) ?? []), review]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, reviews]) => ({
      key,
      label: key || 'No date',
      reviews: reviews.map((review) => ({ review, quotes: [] })),
    }));
}
