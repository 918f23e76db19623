import type { ReviewDocument } from '../reviews/review';
import { findCitations } from './findCitations';
import type { KnownIds } from './knownIds';
import { languageOfFormat } from './languageOfFormat';

/** The ids of other indexed reviews that a review's text names or links to, in the order in which it does, each once. */
export function relatedReviews(review: ReviewDocument, known: KnownIds): string[] {
  const language = languageOfFormat(review.format);
  const { key, path, text } = review;
  const cited = findCitations(text, language, known, { matchIn: 'comments', key, path });
  const ids = new Set<string>();
  for (const { reviews } of cited)
    for (const { id, path: other } of reviews) if (other !== path || id !== review.id) ids.add(id);
  ids.delete(review.id);
  return [...ids];
}
