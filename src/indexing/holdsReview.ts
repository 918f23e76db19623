import type { Source } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { sortingFiles } from '../core/reviews/sortFiles';
import type { Root } from './findSources';
import { listSource } from './listSource';
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
 * beside code, a document must say of itself when it happened, what it is called, or what people found.
 */
export async function holdsReview(root: Root, source: Source): Promise<boolean> {
  const pace = startPace();
  const { files } = await listSource(root, source, { pace });
  const all = [...files.keys()];
  const isEnough = all.some((path) => code.test(path)) ? tellsOfIncident : () => true;
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
