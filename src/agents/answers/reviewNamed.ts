import type { KnownIds } from '../../core/citations/knownIds';
import type { ReviewDocument } from '../../core/reviews/review';
import { UserError } from '../../core/userError';
import { inQuotes } from './quoted';

/** The reviews that a name means: an id, an alias, a path or a URL; more than one only where several files claim it. */
export function reviewsNamed(known: KnownIds, name: string): readonly ReviewDocument[] {
  const meaning = known.resolve(name);
  return meaning.kind === 'known' ? meaning.reviews : [];
}

/** What to say where no review has a name. */
export function noReview(known: KnownIds, name: string): UserError {
  const { length } = known.library.reviews;
  if (length === 0) return new UserError('There are no incident reviews here.');
  const closest = known.closest(name.slice(0, 200), 3).map((id) => inQuotes(id));
  const hint = closest.length === 0 ? '' : ` Closest ids: ${closest.join(', ')}.`;
  return new UserError(
    `No review here has the id ${inQuotes(name)}.${hint} search_incident_reviews finds reviews by their words.`,
  );
}
