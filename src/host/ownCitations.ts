import type * as vscode from 'vscode';
import type { IndexedCitation } from '../core/citations/citationIndex';
import { type DatedCitation, firstAndLast, isOwn, type LineOrigin, readBlame } from '../core/learning/citedSince';
import type { ReviewDocument } from '../core/reviews/review';
import { type Git, gitNow } from './gitExtension';
import { toUri } from './places';

/** In so many files we look up when their lines were written. */
const mostFiles = 25;

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
  if (!isNamed && !isOwn(name, [], (await originsIn(git, uri)).get(title)?.author)) return undefined;
  const origins = new Map<string, ReadonlyMap<number, LineOrigin>>();
  for (const file of [...new Set(citations.map((each) => each.file))].slice(0, mostFiles))
    origins.set(file, await originsIn(git, toUri(file)));
  return firstAndLast(citations, origins);
}

/** Who wrote the lines of a file; of one without a history, nobody. */
async function originsIn(git: Git, uri: vscode.Uri): Promise<ReadonlyMap<number, LineOrigin>> {
  if (uri.scheme !== 'file') return new Map();
  try {
    return readBlame((await git.getRepository(uri)?.blame(uri.fsPath)) ?? '');
  } catch {
    return new Map(); // a file that is not in the repository
  }
}
