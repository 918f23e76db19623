import type { FoundCitation } from '../citations/citation';
import type { TextEdit } from '../citations/openText';
import type { ReviewDocument } from '../reviews/review';

/** A review whose last citation went with an edit. */
export interface LastCitation {
  readonly review: ReviewDocument;
  /** The last one that the document had of it, in offsets of the text before the edit. */
  readonly citation: FoundCitation;
  /** Where it stood, as an offset into the text after the edit. */
  readonly offset: number;
}

/**
 * The reviews that a document cited before an edit and that nothing cites any more, in the order in which they stood.
 *
 * `edits` lead from the one text to the other: one after the other, each in offsets of the text as the one before left it. Whether a
 * review is cited in another document is asked at most once for each review that this one lost. A citation that several reviews claim
 * is one of each.
 */
export function lastCitations(
  before: readonly FoundCitation[],
  after: readonly FoundCitation[],
  edits: readonly TextEdit[],
  isCitedElsewhere: (review: ReviewDocument) => boolean,
): LastCitation[] {
  const lost = citedReviews(before);
  for (const name of citedReviews(after).keys()) lost.delete(name);
  return [...lost.values()]
    .filter(({ review }) => !isCitedElsewhere(review))
    .map(({ review, citation }) => ({ review, citation, offset: offsetAfter(citation.start, edits) }))
    .sort((a, b) => a.citation.start - b.citation.start);
}

/** The last citation of each review. The library may have been read again between two looks: reviews are known by file and id. */
function citedReviews(
  citations: readonly FoundCitation[],
): Map<string, { readonly review: ReviewDocument; readonly citation: FoundCitation }> {
  return new Map(
    citations.flatMap((citation) =>
      citation.reviews.map((review) => [JSON.stringify([review.key, review.id]), { review, citation }] as const),
    ),
  );
}

/** Where an offset is after edits; what was replaced moves to where its replacement begins. */
export function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((at, { start, end, text }) => {
    if (end <= at) return at + text.length - (end - start);
    return Math.min(at, start);
  }, offset);
}
