import type { Entry } from './fileSystem';
import type { Root } from './findSources';

/**
 * The root, with each folder and each source listed once: for one look at it by several readers. Made anew for each look, since nothing tells it of
 * changes. What could not be listed is asked for again.
 */
export function listingOnce(root: Root): Root {
  const { fileSystem } = root;
  const listed = new Map<string, Promise<readonly Entry[] | undefined>>();
  const list = (folder: string) => {
    const there = listed.get(folder);
    if (there) return there;
    const listing = fileSystem.list(folder).then((entries) => {
      if (!entries) listed.delete(folder);
      return entries;
    });
    listed.set(folder, listing);
    return listing;
  };
  return { ...root, fileSystem: { ...fileSystem, list }, listings: new Map() };
}
