import type { FoundCitation } from '../citations/citation';
import type { Language } from '../citations/languages';
import type { FindingSeverity } from '../finding';
import type { ReviewDocument } from '../reviews/review';
import type { Span } from '../text/span';
import type { FileLink } from './fileLinks';

/** A text and what is known of it: all that a check of it looks at. */
export interface CheckedDocument {
  readonly text: string;
  /** Relative to the root, `/` separators; absolute for a document outside of it. */
  readonly path: string;
  /** Key of the document as the reader of the library names it. */
  readonly key?: string;
  /** Nothing for a language the scanner does not know. */
  readonly language: Language | undefined;
  /** As {@link findCitations} finds them. */
  readonly citations: readonly FoundCitation[];
  /** The reviews that are read from it; empty for a document that is none. */
  readonly reviews: readonly ReviewDocument[];
}

/** What a check is told beside the document. */
export interface CheckOptions {
  /** How much a citation matters that no review answers to. */
  readonly unknownCitation: FindingSeverity | 'off';
  /** Whether somebody else says which links of the document lead nowhere: they are left to them. */
  readonly linksAreLeft: boolean;
  /** The links of {@link fileLinks} that lead nowhere: whether a file is there is told, not asked. */
  readonly broken: readonly FileLink[];
}

/** Something noticed in a text, before its place is counted in lines. */
export interface Noticed extends Span {
  readonly code: string;
  readonly message: string;
  readonly severity: FindingSeverity;
  /** What a comment `precedent-ignore` may name to silence it. */
  readonly names: readonly string[];
  readonly fixes?: readonly { readonly title: string; readonly replacement: string }[];
}
