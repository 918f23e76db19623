import { KnownIds } from '../core/citations/knownIds';
import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';

/**
 * The reviews that a name means: an id, an alias, a path, a URL; more than one only where several files claim it.
 *
 * @throws UserError where there is none, with the ids that come closest.
 */
export function findReviews(library: Library, name: string, path: string | undefined): readonly ReviewDocument[] {
  const known = new KnownIds(library);
  const meaning = known.resolve(name);
  if (meaning.kind !== 'known') throw new UserError(unknown(known, name));
  const claimed = meaning.reviews;
  if (path === undefined) return claimed;
  const wanted = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const found = claimed.filter((review) => review.path === wanted);
  if (found.length === 0) throw new UserError(`${name} is not in ${path}. It is in ${pathsOf(claimed)}.`);
  return found;
}

/** The one review that a name means. @throws UserError where several files claim it, naming them. */
export function onlyReview(reviews: readonly ReviewDocument[], name: string): ReviewDocument {
  const [review, ...others] = reviews;
  if (!review) throw new UserError(`There is no review ${name}.`);
  if (others.length > 0) {
    throw new UserError(`${reviews.length} files claim ${name}: ${pathsOf(reviews)}. Choose one with --path.`);
  }
  return review;
}

function unknown(known: KnownIds, name: string): string {
  const closest = known.closest(name, 3);
  const { length } = known.library.reviews;
  if (length === 0) return `There is no review ${name}, nor any other here.`;
  const hint = closest.length > 0 ? `Closest: ${closest.join(', ')}.` : 'precedent list shows them all.';
  return `There is no review ${name} among the ${length} here. ${hint}`;
}

function pathsOf(reviews: readonly ReviewDocument[]): string {
  return reviews.map((review) => review.path).join(', ');
}
