import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import { matchGlobs } from './cheapGlobs';
import type { ScannedCitation } from './citationsInText';
import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { type Listed, listFiles } from './listFiles';
import { type Pace, startPace } from './pace';
import { type FileScan, type Scanner, scanFile } from './scanFile';

/** A file that was looked at, or left alone. Paths are relative to the root, `/` separators. */
export type ScannedFile =
  | {
      readonly path: string;
      readonly place: string;
      /** In order; at least one. */
      readonly citations: readonly ScannedCitation[];
    }
  | { readonly path: string; readonly skipped: string };

/** What a scan is told. */
export interface ScanOptions {
  readonly languages: Languages;
  readonly known: KnownIds;
  readonly matchIn: MatchIn;
  /** Globs of paths to leave alone. */
  readonly exclude?: readonly string[];
  /** Files and folders to look at, relative to the root; absent means all of it. A file named here is looked at whatever excludes it. */
  readonly paths?: readonly string[];
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** How many files are read at a time. */
const atOnce = 16;

/**
 * Looks through the files of a folder for citations, in the order of their names.
 *
 * Tells of the files with citations, and of what was left alone and why: ignored and excluded files and folders, binary and
 * huge files, and what cannot be read. What stands under an
 * excluded heading of a review is not told. Stops between files when the signal is aborted.
 */
export async function* scanTree(root: Root, options: ScanOptions): AsyncGenerator<ScannedFile> {
  const pace = startPace();
  const { languages, known, matchIn } = options;
  const scanner: Scanner = { languages, known, matchIn: () => matchIn, pace };
  const files: ListedFile[] = [];
  for (const path of options.paths ?? ['']) {
    for await (const listed of listBelow(root, path, options, pace)) {
      if (listed.kind === 'file') files.push(listed);
      else yield { path: listed.path, skipped: listed.reason };
    }
  }
  const once = [...new Map(files.map((file) => [file.place, file])).values()];
  for (let done = 0; done < once.length; done += atOnce) {
    if (options.signal?.aborted) return;
    const batch = once.slice(done, done + atOnce);
    const scans = await Promise.all(batch.map((file) => scanUnlessStopped(root, file, scanner, options.signal)));
    for (const [at, { path, place }] of batch.entries()) {
      const { citations = [], skipped } = scans[at] ?? {};
      if (citations.length > 0) yield { path, place, citations };
      if (skipped !== undefined) yield { path, skipped };
    }
    options.onProgress?.({ done: done + batch.length, total: once.length });
  }
}

type ListedFile = Extract<Listed, { kind: 'file' }>;

async function* listBelow(root: Root, path: string, options: ScanOptions, pace: Pace): AsyncGenerator<Listed> {
  const { fileSystem } = root;
  const place = path === '' ? root.place : fileSystem.join(root.place, path);
  if (path !== '' && (await fileSystem.stat(place))) {
    yield { kind: 'file', place, path };
    return;
  }
  const real = await fileSystem.locate?.(root.place);
  yield* listFiles(fileSystem, place, {
    path,
    allowed: real ? [real.real] : [],
    ignore: await IgnoreRules.above(root, path),
    isExcluded: matchGlobs(options.exclude ?? []),
    pace,
    ...(options.signal && { signal: options.signal }),
  });
}

async function scanUnlessStopped(
  root: Root,
  file: ListedFile,
  scanner: Scanner,
  signal: AbortSignal | undefined,
): Promise<FileScan | undefined> {
  await scanner.pace();
  if (signal?.aborted) return undefined;
  const scan = await scanFile(root.fileSystem, file, scanner);
  return scan === 'unconcerned' ? undefined : scan;
}
