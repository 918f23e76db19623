import type { Source } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { sortingFiles } from '../core/reviews/sortFiles';
import type { FileStat } from './fileSystem';
import type { Root } from './findSources';
import { type FileLook, lookOfRules } from './indexSource';
import { listSource, type SourceListing } from './listSource';
import { inSlices, startPace } from './pace';
import { readFile, type SourceFile } from './readFile';

/** Names of files that make a folder part of a program. */
const code =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|scala|cs|fs|php|swift|c|cc|cpp|h|hpp|ex|exs|erl|clj|dart|lua|pl|vue|svelte|sql|proto)$/i;

/** As many files as are looked at before all are. */
const fewFiles = 200;

/**
 * Whether a folder that has the name of a library is one.
 *
 * Any document is a review, whatever its shape. But a code module may be called `incidents` too, and hold a document:
 * beside code, a document must say of itself when it happened, what it is called, or what people found. Nothing is read where what was `seen`
 * of the source tells.
 */
export async function holdsReview(
  root: Root,
  source: Source,
  seen: ReadonlyMap<string, FileLook> = new Map(),
): Promise<boolean> {
  const pace = startPace();
  const listing = await listSource(root, source, { pace });
  const { files } = listing;
  const all = [...files.keys()];
  const isBesideCode = all.some((path) => code.test(path));
  if (!isBesideCode && heldReview(listing, seen, lookOfRules(source, all), root.fileSystem.statNow)) return true;
  const isEnough = isBesideCode ? tellsOfIncident : () => true;
  // In a large library some of the first files tell; only a folder that is none is looked through.
  for (const paths of all.length > fewFiles ? [all.slice(0, fewFiles), all] : [all]) {
    const roles = await inSlices(sortingFiles(paths, source.rules), pace);
    for (const path of paths) {
      const place = files.get(path);
      if (place === undefined || roles.get(path)?.role !== 'review') continue;
      await pace();
      if (await isReview(root, source, { place, path }, paths, isEnough)) return true;
    }
  }
  return false;
}

/** Whether the first file that held a review is as it was, among the same files and by the same rules, which `of` tells. */
function heldReview(
  { files }: SourceListing,
  seen: ReadonlyMap<string, FileLook>,
  [key, { as }]: readonly [key: string, look: FileLook],
  statNow: ((file: string) => FileStat | undefined) | undefined,
): boolean {
  if (seen.get(key)?.as !== as) return false;
  for (const place of files.values()) {
    const look = seen.get(place);
    if (!look?.holdsReview) continue;
    const now = statNow?.(place);
    return now?.mtime === look.mtime && now.size === look.size;
  }
  return false;
}

async function isReview(
  root: Root,
  source: Source,
  file: SourceFile,
  neighbours: readonly string[],
  isEnough: (review: ReviewDocument) => boolean,
): Promise<boolean> {
  try {
    const { reading } = await readFile(root.fileSystem, source, file, neighbours);
    return reading.kind === 'reviews' && reading.reviews.some(isEnough);
  } catch {
    // It will be a finding when the source is read.
    return false;
  }
}

function tellsOfIncident(review: ReviewDocument): boolean {
  return (
    review.date !== undefined ||
    (review.idFrom !== 'stem' && review.idFrom !== 'folder') ||
    review.moments.length > 0 ||
    review.sections.some(({ kind }) => kind !== 'other' && kind !== 'summary' && kind !== 'context')
  );
}
