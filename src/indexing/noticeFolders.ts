import { defaultRules } from '../core/reviews/libraryRules';
import type { Root } from './findSources';
import { holdsReview } from './holdsReview';
import { IgnoreRules } from './ignoreRules';
import { startPace } from './pace';
import { plainName, sourceNames } from './sourceNames';

/** How deep a folder may stand that is noticed, how many are listed to find some, and how many are told of. */
const depth = 4;
const mostListed = 1000;
const mostTold = 3;

const names = new Set(sourceNames.filter((name) => !name.includes('/')));

interface Folder {
  readonly place: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
}

/**
 * Folders that hold reviews and have the name of a library, but stand where none is looked for, such as `docs/source/incident-reports`:
 * for somebody to say that they are meant. At most three, those next to the root first, without hidden and ignored ones; quick, however
 * large the tree.
 */
export async function noticeFolders(root: Root): Promise<readonly string[]> {
  const { fileSystem } = root;
  const pace = startPace();
  const noticed: string[] = [];
  let level: { readonly folder: Folder; readonly above: IgnoreRules }[] = [
    { folder: { place: root.place, path: '' }, above: IgnoreRules.none },
  ];
  let listed = 0;
  for (let at = 1; at <= depth && level.length > 0; at++) {
    const below: typeof level = [];
    for (const { folder, above } of level) {
      await pace();
      if (noticed.length >= mostTold || listed++ >= mostListed) return noticed.slice(0, mostTold);
      const entries = (await fileSystem.list(folder.place)) ?? [];
      const rules = await above.entering(fileSystem, folder.place, folder.path, entries);
      for (const { name, type, isLink } of entries) {
        const path = folder.path === '' ? name : `${folder.path}/${name}`;
        if (type !== 'folder' || isLink || name.startsWith('.') || name === 'node_modules') continue;
        if (rules.ignores(path, true)) continue;
        const inside = { place: fileSystem.join(folder.place, name), path };
        if (!names.has(plainName(name))) below.push({ folder: inside, above: rules });
        else if (!sourceNames.includes(plainName(path)) && (await isLibrary(root, inside))) noticed.push(path);
      }
    }
    level = below;
  }
  return noticed.slice(0, mostTold);
}

async function isLibrary(root: Root, { place, path }: Folder): Promise<boolean> {
  return await holdsReview(root, { key: place, path, rules: defaultRules, findings: [] });
}
