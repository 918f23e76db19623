import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ScannedCitation } from './citationsInText';
import type { Root } from './findSources';
import { readTree, type Skipped, type TreeOptions } from './readTree';
import { scanFile } from './scanFile';

/** A file that was looked at, or left alone. Paths are relative to the root, `/` separators. */
export type ScannedFile =
  | {
      readonly path: string;
      readonly place: string;
      /** In order; at least one. */
      readonly citations: readonly ScannedCitation[];
    }
  | Skipped;

/** What a scan is told. */
export interface ScanOptions extends TreeOptions {
  readonly languages: Languages;
  readonly known: KnownIds;
  readonly matchIn: MatchIn;
}

/**
 * Looks through the files of a folder for citations, in the order of their names.
 *
 * Tells of the files with citations, and of what was left alone and why: ignored and excluded files and folders, binary and
 * huge files, and what cannot be read. What stands under an
 * excluded heading of a review is not told. Stops between files when the signal is aborted.
 */
export function scanTree(root: Root, { languages, known, matchIn, ...tree }: ScanOptions): AsyncGenerator<ScannedFile> {
  return readTree<ScannedFile>(root, tree, async (file, pace) => {
    const scan = await scanFile(root.fileSystem, file, { languages, known, matchIn: () => matchIn, pace });
    if (scan === 'unconcerned') return [];
    const { path, place } = file;
    const { citations, skipped } = scan;
    return [
      ...(citations.length === 0 ? [] : [{ path, place, citations }]),
      ...(skipped === undefined ? [] : [{ path, skipped }]),
    ];
  });
}
