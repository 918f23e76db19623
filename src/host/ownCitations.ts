import type { IndexedCitation } from '../core/citations/citationIndex';
import { type DatedCitation, firstAndLast, isOwn, type LineOrigin } from '../core/learning/citedSince';
import type { ReviewDocument } from '../core/reviews/review';
import { gitNow } from './gitExtension';
import { filesWithHistory, originsIn } from './lineOrigins';
import { toUri } from './places';

/**
 * Where a review of the user's own is cited first and last, by the history of the lines that cite it now; nothing for a review that is not
 * their own, or where there is no history. Through VS Code's own Git extension as far as it is awake: we start no program.
 */
export async function ownCitations(
  review: ReviewDocument,
  citations: readonly IndexedCitation[],
): Promise<readonly [first: DatedCitation, last: DatedCitation] | undefined> {
  const git = gitNow();
  const uri = toUri(review.key);
  const name = await git
    ?.getRepository(uri)
    ?.getConfig('user.name')
    .catch(() => '');
  if (!git || !name || citations.length === 0) return undefined;
  const isNamed = isOwn(name, review.people, undefined);
  const title = review.origins.title?.line ?? 1;
  if (!isNamed && !isOwn(name, [], (await originsIn(review.key))?.get(title)?.author)) return undefined;
  const origins = new Map<string, ReadonlyMap<number, LineOrigin>>();
  for (const file of filesWithHistory(citations)) origins.set(file, (await originsIn(file)) ?? new Map());
  return firstAndLast(citations, origins);
}
