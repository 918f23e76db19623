// What the extension precedent.precedent gives to other extensions, version 1. Copy this file; docs/api.md says how to use it.

import type { Event } from 'vscode';

/** What `activate` of the extension gives. */
export interface PrecedentApi {
  /** By semantic versioning: `1.…` stays compatible with this file. */
  readonly apiVersion: string;
  /** Ends when the library has been read once. */
  readonly ready: Promise<void>;
  /** The review of an id, or of another name of it, once the library is read; of several that claim it, the first by path. */
  getReview(id: string): Promise<Review | undefined>;
  /** Where the reviews of an id are cited, once the workspace is searched; for an id without a review, where it is written. */
  findCitations(id: string): Promise<readonly Citation[]>;
  /** Fires when reviews came, changed or went. */
  readonly onDidChangeLibrary: Event<void>;
}

/** A post-incident review. What its document does not say is absent or an empty list, never guessed. */
export interface Review {
  readonly id: string;
  readonly idFrom: 'frontMatter' | 'label' | 'fileName' | 'heading' | 'number' | 'folder' | 'stem';
  readonly aliases: readonly string[];
  readonly title: string;
  /** Relative to the workspace folder, `/` separators. */
  readonly path: string;
  /** When it happened: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly status?: string;
  /** Verbatim. */
  readonly severity?: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly summary?: string;
  readonly surprises: readonly string[];
  readonly difficulties: readonly string[];
  readonly contributors: readonly string[];
  readonly materials: readonly Material[];
  /** Ids of reviews that it links to or names. */
  readonly related: readonly string[];
}

/** Anything beyond the text of a review. */
export interface Material {
  /** Relative to the workspace folder, `/` separators; a URL for a link. */
  readonly path: string;
  readonly kind: 'image' | 'diagram' | 'transcript' | 'document' | 'link';
  readonly title?: string;
}

/** A place that names an incident. Lines and columns are 1-based, columns in UTF-16 units. */
export interface Citation {
  /** Relative to the workspace folder, `/` separators. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Just behind the last character. */
  readonly endColumn: number;
  /** As written, passage included. */
  readonly text: string;
  readonly id?: string;
  readonly passage?: string;
  /** Whether a review has that id. */
  readonly known: boolean;
  readonly kind: 'comment' | 'prose' | 'diagram' | 'string' | 'review';
  /** The sentence or comment in which it stands, on one line. */
  readonly sentence: string;
}
