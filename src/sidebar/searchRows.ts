import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';

/** One thing that a search found: a review, or a passage of one. */
export interface SearchRow {
  readonly review: ReviewDocument;
  readonly passage?: string;
  /** What stands there, with the words that matched; only for passages. */
  readonly excerpt?: string;
  readonly heading?: string;
}

/** Reviews by id and title, best first; the latest ones where nothing is asked for. */
export function titleRows(library: Library, query: string): readonly SearchRow[] {
  return library.reviews
    .filter(({ title, id }) => `${id} ${title}`.toLowerCase().includes(query.toLowerCase()))
    .map((review) => ({ review }));
}

/** Passages that hold the words, best first. */
export async function passageRows(_library: Library, _query: string): Promise<readonly SearchRow[]> {
  return [];
}
