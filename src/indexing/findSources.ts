import type { Source } from '../core/reviews/library';
import type { FileSystem } from './fileSystem';

/** The root of one workspace folder, or of the command line. */
export interface Root {
  /** Where it is: a place of the file system. */
  readonly place: string;
  readonly fileSystem: FileSystem;
}

/** What the settings or flags say about sources. */
export interface SourceOptions {
  /** Folders relative to the root, absolute, or below `~`; empty means: find them by name. */
  readonly folders: readonly string[];
  /** What `~` stands for; nothing where paths outside the root are not allowed (an untrusted workspace). */
  readonly home?: string;
  readonly allowOutside: boolean;
  /** Further id patterns from settings or flags. */
  readonly idPatterns: readonly string[];
}

/**
 * Finds the folders that hold reviews: the ones named, or the first well-known name that holds a review and every folder
 * with a `precedent.yaml` to depth 3.
 *
 * @throws UserError where a named folder does not exist or lies outside and may not.
 */
export async function findSources(_root: Root, _options: SourceOptions): Promise<readonly Source[]> {
  return [];
}
