import type { Finding } from '../finding';
import type { Steps } from '../steps';
import type { ReviewDocument } from './review';

/** One finding on each review whose id another review claims too, with the paths of the others, in steps. Compared without case; linear. */
export function* findingDuplicateIds(reviews: readonly ReviewDocument[]): Steps<Finding[]> {
  const byId = new Map<string, ReviewDocument[]>();
  for (const [at, review] of reviews.entries()) {
    if (at % 64 === 63) yield;
    const key = review.id.toLowerCase();
    const there = byId.get(key);
    if (there) there.push(review);
    else byId.set(key, [review]);
  }
  return [...byId.values()]
    .filter(({ length }) => length > 1)
    .flatMap((claimants) => claimants.map((each) => finding(each, claimants)));
}

function finding(review: ReviewDocument, claimants: readonly ReviewDocument[]): Finding {
  // Whole libraries may share one id by mistake; three names are enough to act.
  const others = claimants
    .slice(0, 4)
    .filter((each) => each !== review)
    .slice(0, 3)
    .map(({ path }) => path);
  const more = claimants.length - 1 - others.length;
  const names = more > 0 ? `${others.join(', ')} and ${more} more` : others.join(' and ');
  const line = review.origins.id?.line;
  return {
    code: 'duplicate-id',
    message: `The id ${review.id} is claimed by ${review.path} and by ${names}. A citation of it offers them all; give each an id of its own to tell them apart.`,
    path: review.path,
    key: review.key,
    ...(line === undefined ? {} : { line }),
    severity: 'information',
  };
}
