import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { Root } from '../indexing/findSources';
import { pathBelow } from '../indexing/isInside';

/**
 * Tells the path of a review's file in the repository of the root; nothing for a review of a library in another one: outside of the root, or
 * in a submodule.
 */
export async function ownPaths(root: Root, library: Library): Promise<(review: ReviewDocument) => string | undefined> {
  const foreign = new Set<string>();
  for (const { key } of library.sources) if (await isOfAnother(root, key)) foreign.add(key);
  return ({ source, key }) => (foreign.has(source) ? undefined : pathBelow(root.place, key));
}

/** Whether a folder lies outside of the root, or a folder between them is the top of a repository. */
async function isOfAnother({ place, fileSystem }: Root, folder: string): Promise<boolean> {
  const path = pathBelow(place, folder);
  if (path === undefined) return true;
  const parts = path === '' ? [] : path.split('/');
  for (let count = parts.length; count > 0; count--) {
    const above = fileSystem.join(place, parts.slice(0, count).join('/'));
    const git = fileSystem.join(above, '.git');
    // A file in a submodule, a folder in a clone.
    if ((await fileSystem.stat(git)) || (await fileSystem.list(git))) return true;
  }
  return false;
}
