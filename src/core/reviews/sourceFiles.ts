import { allSteps, type Steps } from '../steps';
import { type FileName, incidentFolder, isGenericStem, readFileName } from './fileName';
import { keyAtStart } from './keyAtStart';
import type { LibraryRules } from './libraryRules';
import { type FileRole, sortingFiles } from './sortFiles';

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
  return allSteps(sortingSourceFiles(paths, rules));
}

/** As {@link sourceFiles}, in steps of a few files. */
export function* sortingSourceFiles(paths: readonly string[], rules: LibraryRules): Steps<SourceFiles> {
  const there = known.get(paths);
  if (there?.rules === rules) return there.files;
  const roles = yield* sortingOnce(paths, rules);
  const files = { roles, materials: materialsIn(roles), ...(yield* namesIn(roles)) };
  known.set(paths, { rules, files });
  return files;
}

const sorted = new WeakMap<readonly string[], { readonly rules: LibraryRules; readonly roles: SourceFiles['roles'] }>();

/** What each file of a source is taken for, in steps of a few files; sorted once per list, as {@link sourceFiles} sorts them. */
export function* sortingOnce(paths: readonly string[], rules: LibraryRules): Steps<SourceFiles['roles']> {
  const there = sorted.get(paths);
  if (there?.rules === rules) return there.roles;
  const roles = yield* sortingFiles(paths, rules);
  sorted.set(paths, { rules, roles });
  return roles;
}

function materialsIn(roles: ReadonlyMap<string, FileRole>): SourceFiles['materials'] {
  const materials = new Map<string, string[]>();
  for (const [path, role] of roles) {
    if (role.role === 'material') for (const owner of role.of) push(materials, owner, path);
  }
  return materials;
}

function* namesIn(roles: ReadonlyMap<string, FileRole>): Steps<Pick<SourceFiles, 'ids' | 'families'>> {
  const ids = new Map<string, string>();
  const families = new Set<string>();
  const add = (name: string, id: string) => {
    const lower = name.toLowerCase();
    if (!ids.has(lower)) ids.set(lower, id);
  };
  let count = 0;
  for (const [path, role] of roles) {
    if (role.role !== 'review') continue;
    if (count++ % 64 === 0) yield;
    const name = readFileName(path);
    const { id, key } = idOfName(name);
    const family = key === undefined ? undefined : wordOfKey(key);
    if (family !== undefined) families.add(family);
    add(id, id);
    if (!isGenericStem(name.stem)) add(name.stem, id);
  }
  return { ids, families };
}

/** The id that the name of a file gives its review. The review may call itself otherwise; this is an alias of it then. */
export function idOfPath(path: string): string {
  return idOfName(readFileName(path)).id;
}

function idOfName(name: FileName): { readonly id: string; readonly key: string | undefined } {
  const own = isGenericStem(name.stem) ? (incidentFolder(name) ?? name.stem) : name.stem;
  const key = keyAtStart(own);
  return { id: key ?? own, key };
}

/** The word with which a key begins, in lower case; nothing for what is no key. */
export function familyOf(id: string): string | undefined {
  return wordOfKey(keyAtStart(id) ?? '');
}

function wordOfKey(key: string): string | undefined {
  return /^[A-Za-z]{2,}(?:-[A-Za-z]{2,})?/.exec(key)?.[0].toLowerCase();
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
