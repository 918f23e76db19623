import type { FileReading } from './library';
import type { LibraryRules } from './libraryRules';

/** A file that may be a review, with its text. */
export interface ReviewFile {
  readonly key: string;
  /** Key of the source it belongs to. */
  readonly source: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** Relative to the source, `/` separators. */
  readonly pathInSource: string;
  /** Decoded; at most the first 256 kB of the file. */
  readonly text: string;
  /** Whether the file is longer than `text`. */
  readonly isTruncated: boolean;
  /** Every file of the source, relative to it, so that materials and folder rules can be seen. */
  readonly neighbours: readonly string[];
}

/**
 * Reads the review in a file; several where the library says `split: heading`; or says why it is none.
 *
 * Never throws: whatever is wrong with the text becomes findings, and the rest is still read.
 */
export function readReviews(file: ReviewFile, _rules: LibraryRules): FileReading {
  return { kind: 'omitted', omission: { key: file.key, path: file.path, reason: 'not read yet' } };
}
