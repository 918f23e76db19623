import type { IndexedCitation } from '../core/citations/citationIndex';
import type { NamedReviews } from '../core/citations/namedReviews';
import type { PathAround } from '../core/learning/pathAround';
import type { ReadingPath, Step } from '../core/learning/readingPath';
import type { MarginNote } from '../core/reviews/marginNote';
import type { Material } from '../core/reviews/review';

/** How a file that a review names was found; `outside`: it lies outside of the library, or a link leads there, so it is not shown. */
export type FileState = 'there' | 'missing' | 'outside';

/** A material as it was found: what it holds where that is to be shown. */
export interface ShownMaterial {
  readonly material: Material;
  readonly state: FileState | 'remote';
  /** The text of a transcript or of a diagram that is text. */
  readonly text?: string;
}

/** What the page of a story needs beyond the review. */
export interface StoryContext {
  /** The images of the review by their paths, relative to the root: the address under which the page may load one that is there. */
  readonly pictures: ReadonlyMap<string, { readonly state: FileState; readonly address?: string }>;
  readonly materials: readonly ShownMaterial[];
  /** The other reviews that its text names. */
  readonly named: NamedReviews;
  /** Reviews that it points to without naming them in a sentence. */
  readonly pointedTo: readonly { readonly key: string; readonly id: string; readonly title: string }[];
  /** Places in code that the text names and that are there: as written → path relative to the root. */
  readonly codePlaces: ReadonlyMap<string, { readonly path: string; readonly line?: number }>;
  readonly citations: readonly IndexedCitation[];
  /** The reader's own questions about it: private, so that they are never on a page that is handed on. */
  readonly notes: readonly MarginNote[];
  /** Where it stands on the path that the reader follows. */
  readonly followed?: PathAround;
  /** Other paths that it is a step of. */
  readonly paths: readonly { readonly path: ReadingPath; readonly step: Step }[];
  /** Of a review of the reader's own: where it was first and last cited, as a sentence. */
  readonly citedSince?: string;
  readonly gathering: 'waiting' | 'gathering' | 'ready' | 'stopped';
}
