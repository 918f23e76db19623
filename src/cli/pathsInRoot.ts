import { resolve } from 'node:path';
import { UserError } from '../core/userError';
import type { Root } from '../indexing/findSources';
import { pathBelow } from '../indexing/isInside';
import { isReallyInside } from '../indexing/namedSources';

/**
 * Files and folders that the user names, relative to the root, `/` separators; empty for the root itself. They are taken relative
 * to the current folder, else to the root.
 *
 * @throws UserError where one does not exist or is outside the root.
 */
export async function pathsInRoot(root: Root, named: readonly string[]): Promise<string[]> {
  return Promise.all(named.map((name) => pathInRoot(root, name)));
}

async function pathInRoot(root: Root, name: string): Promise<string> {
  const places = [resolve(name), resolve(root.place, name)];
  const there: string[] = [];
  for (const place of places) {
    if ((await root.fileSystem.stat(place)) || (await root.fileSystem.list(place))) there.push(place);
  }
  if (there.length === 0) throw new UserError(`There is no file or folder ${name} that can be read.`);
  for (const place of there) {
    const path = pathBelow(root.place, place);
    if (path !== undefined && (await isReallyInside(root, place))) return path;
  }
  throw new UserError(`${name} lies outside the root ${root.place}. Name another --root.`);
}
