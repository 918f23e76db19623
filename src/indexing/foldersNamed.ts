import type { Root } from './findSources';
import type { Candidate } from './namedSources';
import { patiently } from './patiently';
import { plainName } from './sourceNames';

/** Folders at a path, written in any case and with `_` for `-`; there may be several where the disk tells cases apart. */
export async function foldersNamed({ place, fileSystem }: Root, name: string): Promise<Candidate[]> {
  let found: Candidate[] = [{ place, path: '' }];
  for (const segment of name.split('/')) {
    const next: Candidate[] = [];
    for (const folder of found) {
      for (const entry of (await patiently(() => fileSystem.list(folder.place))) ?? []) {
        if (entry.type !== 'folder' || plainName(entry.name) !== segment) continue;
        const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
        next.push({ place: fileSystem.join(folder.place, entry.name), path });
      }
    }
    found = next;
  }
  return found;
}
