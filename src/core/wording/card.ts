import type { FoundCitation } from '../citations/citation';
import type { ReviewDocument } from '../reviews/review';

/** What a card may show, in the order in which the reader wants it. */
export type CardSection =
  | 'context'
  | 'surprises'
  | 'difficulties'
  | 'summary'
  | 'passage'
  | 'people'
  | 'image'
  | 'citedBy';

/** One sentence that cites the review elsewhere. */
export interface CitingSentence {
  readonly sentence: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What the card is told beside the review. */
export interface CardContext {
  /** The part that is cited: a passage slug or a time. */
  readonly passage?: string;
  readonly sections: readonly CardSection[];
  readonly citedBy: readonly CitingSentence[];
}

/** A paragraph of the card: an optional bold lead, and plain text of the review, to be escaped by whoever shows it. */
export interface CardParagraph {
  readonly lead?: string;
  readonly text: string;
}

/** The short form of a review: plain text in order, for hover, tooltip, picker, completion and preview alike. */
export interface Card {
  /** `Precedent · INC-7 · title`, in parts. */
  readonly id: string;
  readonly title: string;
  /** Date, services, status: one line, absent where the review says none of them. */
  readonly context?: string;
  readonly paragraphs: readonly CardParagraph[];
  /** First image inside the source, relative to the root. */
  readonly image?: { readonly path: string; readonly alt: string };
}

/** Makes the card of a review, at most about 12 lines of text. */
export function card(review: ReviewDocument, context: CardContext): Card {
  const text = context.passage ?? review.summary ?? '';
  return { id: review.id, title: review.title, paragraphs: [{ text }] };
}

/** What to say where a citation of a known family has no review: what was searched, what is closest. */
export function unknownCard(citation: FoundCitation, closest: readonly string[], searched: readonly string[]): Card {
  return { id: citation.id, title: '', paragraphs: [{ text: [...closest, ...searched].join(', ') }] };
}
