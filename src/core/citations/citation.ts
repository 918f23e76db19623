import type { ReviewDocument } from '../reviews/review';
import type { Span } from '../text/span';

/** Where a citation stands. */
export type CitationKind = 'comment' | 'prose' | 'diagram' | 'string' | 'review';

/** How a citation names its incident. */
export type CitationForm = 'id' | 'alias' | 'path' | 'link' | 'url' | 'marker' | 'pattern';

/** A place in a text that names an incident, and what it resolves to. Offsets are 0-based UTF-16 units. */
export interface FoundCitation extends Span {
  /** As written, passage included. */
  readonly text: string;
  /** The id as the review spells it; as written where no review is known. */
  readonly id: string;
  /** `what-surprised-us` for `INC-7#what-surprised-us`, `14:06` for `INC-7@14:06`. */
  readonly passage?: string;
  readonly kind: CitationKind;
  readonly form: CitationForm;
  /** All reviews that claim the id, in the order of their paths; empty where none does. */
  readonly reviews: readonly ReviewDocument[];
}

/** A citation as the command line prints it and the API hands it out. Lines and columns are 1-based, UTF-16 units. */
export interface Citation {
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly text: string;
  readonly id?: string;
  readonly passage?: string;
  readonly known: boolean;
  readonly kind: CitationKind;
  /** The sentence or comment in which it stands, on one line, comment marks removed. */
  readonly sentence: string;
}
