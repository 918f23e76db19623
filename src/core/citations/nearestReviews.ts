import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';

/**
 * Of several reviews that a name means, those of the workspace folder in which the citing document lies, the innermost where one lies in
 * another: a team means its own INC-7. All of them where none is nearer; within one folder, nothing is guessed.
 *
 * `key` is that of the document, as its reader names it.
 */
export function nearestReviews(
  reviews: readonly ReviewDocument[],
  key: string | undefined,
  library: Library,
): readonly ReviewDocument[] {
  if (reviews.length < 2 || key === undefined) return reviews;
  const nearness = reviews.map(({ source }) => {
    const root = library.rootOf(source);
    return root !== undefined && isBelow(root, key) ? root.length : 0;
  });
  const most = Math.max(...nearness);
  return nearness.every((each) => each === most) ? reviews : reviews.filter((_, at) => nearness[at] === most);
}

function isBelow(root: string, key: string): boolean {
  return key.startsWith(root) && (/[\\/]$/.test(root) || /^[\\/]/.test(key.slice(root.length)));
}
