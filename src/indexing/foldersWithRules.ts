import type { Root } from './findSources';
import { IgnoreRules } from './ignoreRules';
import { listFiles } from './listFiles';
import type { Candidate } from './namedSources';
import { startPace } from './pace';
import { rulesFile } from './sourceNames';

/** How many folders below the root a library that describes itself is looked for. */
const depth = 3;

/** Every folder with a `precedent.yaml` to depth 3, but for ignored folders and what links lead to. */
export async function foldersWithRules({ place, fileSystem }: Root): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const walk = listFiles(fileSystem, place, {
    path: '',
    allowed: [],
    ignore: IgnoreRules.none,
    depth,
    onlyNamed: rulesFile,
    pace: startPace(),
  });
  for await (const listed of walk) {
    if (listed.kind !== 'file') continue;
    if (listed.path === rulesFile) found.push({ place, path: '' });
    else if (listed.path.endsWith(`/${rulesFile}`)) {
      const path = listed.path.slice(0, -rulesFile.length - 1);
      found.push({ place: fileSystem.join(place, path), path });
    }
  }
  return found;
}
