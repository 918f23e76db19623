import type { Source } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { sortFiles } from '../core/reviews/sortFiles';
import type { Root } from './findSources';
import { listSource } from './listSource';
import { startPace } from './pace';
import { readFile } from './readFile';

/** Names of files that make a folder part of a program. */
const code =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|scala|cs|fs|php|swift|c|cc|cpp|h|hpp|ex|exs|erl|clj|dart|lua|pl|vue|svelte|sql|proto)$/i;

/**
 * Whether a folder that has the name of a library is one.
 *
 * Any document is a review, whatever its shape. But a code module may be called `incidents` too, and hold a document:
 * beside code, a document must say of itself when it happened, what it is called, or what people found.
 */
export async function holdsReview(root: Root, source: Source): Promise<boolean> {
  const pace = startPace();
  const { files } = await listSource(root, source, { pace });
  const neighbours = [...files.keys()];
  const isEnough = neighbours.some((path) => code.test(path)) ? tellsOfIncident : () => true;
  const roles = sortFiles(neighbours, source.rules);
  for (const [path, place] of files) {
    if (roles.get(path)?.role !== 'review') continue;
    await pace();
    const stat = await root.fileSystem.stat(place);
    if (!stat) continue;
    try {
      const reading = await readFile(root.fileSystem, source, { place, path }, stat, neighbours);
      if (reading.kind === 'reviews' && reading.reviews.some(isEnough)) return true;
    } catch {
      // It will be a finding when the source is read.
    }
  }
  return false;
}

function tellsOfIncident(review: ReviewDocument): boolean {
  return (
    review.date !== undefined ||
    (review.idFrom !== 'stem' && review.idFrom !== 'folder') ||
    review.moments.length > 0 ||
    review.sections.some(({ kind }) => kind !== 'other' && kind !== 'summary' && kind !== 'context')
  );
}
