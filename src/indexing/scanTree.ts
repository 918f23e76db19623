import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ReviewDocument } from '../core/reviews/review';
import { isExcluded, sectionAt } from '../core/reviews/sectionsAround';
import { matchGlobs } from './cheapGlobs';
import { citationsInText, mostCitations, type ScannedCitation } from './citationsInText';
import { decodeText } from './decodeText';
import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { type Listed, listFiles } from './listFiles';
import { type Pace, startPace } from './pace';
import { codeOf, readPatiently } from './readDocument';

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

/** Files larger than this are not looked at, in bytes: nobody wrote them. */
const largest = 2 * 1024 * 1024;

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
    for (const scanned of await Promise.all(batch.map((file) => scanFile(root, file, options, pace)))) {
      yield* scanned;
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

async function scanFile(
  root: Root,
  { place, path }: ListedFile,
  options: ScanOptions,
  pace: Pace,
): Promise<ScannedFile[]> {
  await pace();
  if (options.signal?.aborted) return [];
  try {
    const stat = await root.fileSystem.stat(place);
    if (stat && stat.size > largest) return [{ path, skipped: 'larger than 2 MB' }];
    const text = textOf(await readPatiently(root.fileSystem, place, largest));
    if (text === undefined) return [{ path, skipped: 'not text' }];
    if (!options.known.mayOccurIn(text)) return [];
    return await citationsIn({ path, place, text }, options, pace);
  } catch (error) {
    const code = codeOf(error);
    // Deleted while we looked.
    if (code === 'ENOENT') return [];
    if (code !== undefined) return [{ path, skipped: `it cannot be read (${code})` }];
    const what = error instanceof Error ? error.message : String(error);
    return [{ path, skipped: `Precedent failed on it (${what}), which is a bug` }];
  }
}

async function citationsIn(
  file: { readonly path: string; readonly place: string; readonly text: string },
  { languages, known, matchIn }: ScanOptions,
  pace: Pace,
): Promise<ScannedFile[]> {
  const { path, place, text } = file;
  const options = { matchIn, path, key: place };
  const all = await citationsInText(text, path, { languages, known, options, pace });
  const reviews = known.library.in(place);
  const citations = all.filter(({ found }) => !reviews.some((review) => isHidden(review, found.start)));
  return [
    ...(citations.length === 0 ? [] : [{ path, place, citations }]),
    ...(all.length < mostCitations ? [] : [{ path, skipped: `only its first ${mostCitations} citations are told` }]),
  ];
}

/** Whether an offset stands under a heading that is shown in the source only. */
function isHidden(review: ReviewDocument, offset: number): boolean {
  const section = sectionAt(review, offset);
  return section !== undefined && isExcluded(review, section);
}

/** As the editor reads it: bytes that are no UTF-8 are shown as such, and cite nothing. */
function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return new TextDecoder().decode(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
