import type { ReviewDocument } from '../reviews/review';
import type { FoundCitation } from './citation';
import { findCitations } from './findCitations';
import type { KnownIds } from './knownIds';
import { languageOfFormat } from './languageOfFormat';

/** What the text of a review cites, in order, by the rules of its format. */
export function citationsInReview({ format, key, path, text }: ReviewDocument, known: KnownIds): FoundCitation[] {
  return findCitations(text, languageOfFormat(format), known, { matchIn: 'comments', key, path });
}

/** The ids of other indexed reviews that a review's text names or links to, in the order in which it does, each once. */
export function relatedReviews(review: ReviewDocument, known: KnownIds): string[] {
  const ids = new Set<string>();
  for (const { reviews } of citationsInReview(review, known))
    for (const { id, path } of reviews) if (path !== review.path || id !== review.id) ids.add(id);
  ids.delete(review.id);
  return [...ids];
}
