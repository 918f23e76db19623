import { incidentFolder, isGenericStem, readFileName } from './fileName';
import { keyAtStart } from './keyAtStart';
import type { LibraryRules } from './libraryRules';
import { type FileRole, sortFiles } from './sortFiles';

/** The files of a source, sorted once for all reviews that ask. */
export interface SourceFiles {
  readonly roles: ReadonlyMap<string, FileRole>;
  /** Review → the files that belong to it by name. */
  readonly materials: ReadonlyMap<string, readonly string[]>;
  /** What names say: lower-case stem or key → the id by which to name that review. */
  readonly ids: ReadonlyMap<string, string>;
  /** The words with which keys in names begin, in lower case: `pm`, `inc`. */
  readonly families: ReadonlySet<string>;
}

const known = new WeakMap<readonly string[], { readonly rules: LibraryRules; readonly files: SourceFiles }>();

/**
 * Sorts the files of a source, once per list: hand over the same list for all files of a source, or each pays for all.
 */
export function sourceFiles(paths: readonly string[], rules: LibraryRules): SourceFiles {
  const there = known.get(paths);
  if (there?.rules === rules) return there.files;
  const roles = sortFiles(paths, rules);
  const materials = new Map<string, string[]>();
  const ids = new Map<string, string>();
  const families = new Set<string>();
  for (const [path, role] of roles) {
    if (role.role === 'material') for (const owner of role.of) push(materials, owner, path);
    if (role.role !== 'review') continue;
    const id = idOfPath(path);
    const family = familyOf(id);
    if (family) families.add(family);
    const { stem } = readFileName(path);
    for (const name of isGenericStem(stem) ? [id] : [id, stem])
      if (!ids.has(name.toLowerCase())) ids.set(name.toLowerCase(), id);
  }
  const files = { roles, materials, ids, families };
  known.set(paths, { rules, files });
  return files;
}

/** The id that the name of a file gives its review. The review may call itself otherwise; this is an alias of it then. */
export function idOfPath(path: string): string {
  const name = readFileName(path);
  const own = isGenericStem(name.stem) ? (incidentFolder(name) ?? name.stem) : name.stem;
  return keyAtStart(own) ?? own;
}

/** The word with which a key begins, in lower case; nothing for what is no key. */
export function familyOf(id: string): string | undefined {
  return /^[A-Za-z]{2,}(?:-[A-Za-z]{2,})?/.exec(keyAtStart(id) ?? '')?.[0].toLowerCase();
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
