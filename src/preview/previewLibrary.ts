import type { FoundCitation } from '../core/citations/citation';
import type { IndexedCitation } from '../core/citations/citationIndex';
import type { KnownIds } from '../core/citations/knownIds';
import type { ReviewDocument } from '../core/reviews/review';
import type { Card } from '../core/wording/card';

/** A document that is being rendered. */
export interface PreviewDocument {
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** As its reader names it; opaque here. */
  readonly key: string;
}

/** Where a review is cited, as far as it is known. */
export interface CitedPlaces {
  /** Whether the whole workspace has been searched. */
  readonly isComplete: boolean;
  /** Whether somebody stopped the search, so that it will not be either. */
  readonly isStopped?: boolean;
  readonly citations: readonly IndexedCitation[];
}

/** What the preview is told by whoever runs it, asked anew each time a document is rendered. */
export interface PreviewLibrary {
  readonly known: KnownIds;
  /** The document that the renderer's `env.currentDocument` names; nothing for a text that is no file, such as release notes. */
  documentOf(rendered: unknown): PreviewDocument | undefined;
  /** The card of what a document cites. It says nothing of the document itself, which changes while it is written. */
  cardOf(citation: FoundCitation, document: PreviewDocument): Card;
  /** The way from a document to a file, percent-encoded, for a link; nothing where there is none. */
  linkTo(document: PreviewDocument, key: string): string | undefined;
  citedIn(review: ReviewDocument): CitedPlaces;
  /** Whether a citation stands in what people said: such a line is linked to, never quoted. */
  isSpoken(citation: IndexedCitation): boolean;
}
