import type { Source } from '../core/reviews/library';
import type { Steps } from '../core/steps';
import { UserError } from '../core/userError';
import type { PackedFiles } from './filePack';
import { findSources, type Root, type SourceOptions } from './findSources';
import { type FileLook, type IndexedFile, type IndexProgress, indexSource } from './indexSource';
import { listingOnce } from './listingOnce';
import type { FilesInOrder } from './namePack';
import type { TextSegments } from './textIndexer';

/** A folder in which reviews are looked for, and what the settings say about it. */
export interface LibraryRoot {
  readonly root: Root;
  readonly options: SourceOptions;
}

/** What was seen of each source, by its key. */
export type SeenSources = ReadonlyMap<string, ReadonlyMap<string, FileLook>>;

/** Is told what a look at a library finds, in this order: the sources; of each its paths, then its files and how far it is; its end. */
export interface LookListener {
  /** `failures` are sentences about folders that were named and cannot be read. */
  onSources(sources: readonly Source[], failures: readonly string[]): void;
  /** The paths of all files of a source, relative to it. `areKnown` where they are those of the last look, and nothing else in it is new. */
  onPaths(source: Source, paths: readonly string[], areKnown: boolean): void;
  onFile(source: Source, file: IndexedFile): void;
  /** Is told instead where many come at once; who does not take them so is told one by one. */
  onFiles?(source: Source, files: PackedFiles): void;
  onGone(source: Source, key: string): void;
  onProgress(source: Source, progress: IndexProgress): void;
  /** All of the source was looked at. */
  onEnd(source: Source): void;
  /**
   * Where a library is recalled, or read for the first time elsewhere: its names as `packNames` packed them, and its files in the order that
   * belongs to them. After all files.
   */
  onNames?(names: ArrayBuffer, files: FilesInOrder): void;
}

/** Looks at libraries elsewhere than in this thread. */
export interface LibraryLooker {
  /** Whether all folders are such as it can read. */
  canLookAt(roots: readonly LibraryRoot[]): boolean;
  /** As {@link lookAtLibrary}, one look at a time. Rejects where it fails, or ends before its time. */
  look: typeof lookAtLibrary;
  /**
   * Tells what was kept of the last look at these folders, as a look would; false where nothing was. What has changed since is for the next
   * look to say.
   */
  recall(roots: readonly LibraryRoot[], listener: LookListener): Promise<boolean>;
  /** Has full text made with the next look, also where some was kept. */
  wantTexts(): void;
  /** Is told full text after a look: as it was kept, where the library was recalled and it was; else as it is made. */
  onTexts: ((texts: TextSegments, areKept: boolean) => void) | undefined;
  /** Does in steps what the first story of a review would have to do in one go. */
  preparing(): Steps<void>;
  /** Forgets what was kept. */
  forget(): void;
  dispose(): void;
}

/**
 * Finds the sources below some folders and reads what changed in them since it was seen. A source that two folders name is the first one's.
 * Ends early where the signal is aborted.
 */
export async function lookAtLibrary(
  roots: readonly LibraryRoot[],
  seen: SeenSources,
  listener: LookListener,
  signal: AbortSignal,
): Promise<void> {
  const found: { readonly root: Root; readonly source: Source }[] = [];
  const failures: string[] = [];
  for (const { root, options } of roots) {
    const once = listingOnce(root);
    try {
      for (const source of await findSources(once, options, seen))
        if (!found.some((each) => each.source.key === source.key)) found.push({ root: once, source });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.message);
    }
  }
  const others = found.map(({ source }) => source);
  listener.onSources(others, failures);
  for (const { root, source } of found) {
    if (signal.aborted) return;
    await indexSource(root, source, {
      seenBefore: seen.get(source.key) ?? new Map(),
      signal,
      others,
      onPaths: (paths, areKnown) => listener.onPaths(source, paths, areKnown),
      onFile: (file) => listener.onFile(source, file),
      onGone: (key) => listener.onGone(source, key),
      onProgress: (progress) => listener.onProgress(source, progress),
    });
    if (!signal.aborted) listener.onEnd(source);
  }
}
