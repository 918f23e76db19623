import type { FoundCitation } from '../citations/citation';
import type { ReviewDocument } from '../reviews/review';
import { type Card, type CardContext, card, unknownCard } from './card';
import { dateInWords } from './datesInWords';
import { shortLine } from './shortLine';

/** What a citation's card is told beside the citation. */
export interface CitationCardContext extends Pick<CardContext, 'sections' | 'citedBy' | 'isCitedInPart'> {
  /** Known ids nearest to one that is unknown, best first. */
  readonly closest: readonly string[];
  /** Paths of the sources that were searched. */
  readonly searched: readonly string[];
  /** Whether a finding that is shown beside the card says that no review has the id. */
  readonly isReported?: boolean;
}

/** The card of whatever a citation names: one review, several that claim its id, or none. */
export function citationCard(citation: FoundCitation, context: CitationCardContext): Card {
  const [review, ...others] = citation.reviews;
  if (!review) return unknownCard(citation, context.closest, context.searched, context.isReported);
  if (others.length > 0) return severalCard(citation.id, citation.reviews);
  return card(review, {
    sections: context.sections,
    citedBy: context.citedBy,
    ...(context.isCitedInPart ? { isCitedInPart: true } : {}),
    ...(citation.passage === undefined ? {} : { passage: citation.passage }),
    ...(citation.form === 'alias' ? { citedAs: nameIn(citation.text) } : {}),
  });
}

/** The card of an id that several reviews claim: all of them, none preferred. */
export function severalCard(id: string, reviews: readonly ReviewDocument[]): Card {
  const shown = reviews.slice(0, 4);
  return {
    id: shortLine(id, 80),
    title: `${reviews.length === 2 ? 'Two' : reviews.length} reviews have this id`,
    paragraphs: [
      ...shown.map((review) => ({
        kind: 'summary' as const,
        lead: shortLine(review.title || review.id, 100),
        text: [review.date === undefined ? '' : dateInWords(shortLine(review.date, 40)), shortLine(review.path, 120)]
          .filter((part) => part !== '')
          .join(' · '),
      })),
      ...(reviews.length > shown.length
        ? [{ kind: 'note' as const, text: `and ${reviews.length - shown.length} more` }]
        : []),
    ],
  };
}

/** The name in `OLD-3#what-surprised-us` or `OLD-3@14:06`. */
function nameIn(text: string): string {
  const end = text.search(/[#@]/);
  return end < 1 ? text : text.slice(0, end);
}
