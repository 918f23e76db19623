import type { FileReading, Source } from '../core/reviews/library';
import type { ReviewFile } from '../core/reviews/readReviews';
import type { Root } from './findSources';

/** A file of a source without its text: what is needed to read it again from an editor. */
export type KnownFile = Omit<ReviewFile, 'text' | 'isTruncated'>;

/** One file read. */
export interface IndexedFile {
  readonly key: string;
  /** Present where the file was taken for a possible review. The editor keeps it, to read the file again while it is edited. */
  readonly file?: KnownFile;
  readonly reading: FileReading;
}

/** How far the reading of a source is. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What was seen of a file when it was last read, to tell whether it changed. */
export type SeenFiles = Map<string, { readonly mtime: number; readonly size: number }>;

/**
 * Reads the reviews of a source and hands over each file as it is read, at most 16 at once.
 *
 * With `seen`, files whose size and time did not change are left out, and `gone` is told of those that vanished; `seen` is brought
 * up to date. Stops between files when the signal is aborted.
 */
export async function indexSource(
  _root: Root,
  _source: Source,
  _options: {
    readonly onFile: (file: IndexedFile) => void;
    readonly onGone?: (key: string) => void;
    readonly onProgress?: (progress: IndexProgress) => void;
    readonly seen?: SeenFiles;
    readonly signal?: AbortSignal;
  },
): Promise<void> {}
