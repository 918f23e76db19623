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
  const files = new SortedFiles(sortFiles(paths, rules));
  known.set(paths, { rules, files });
  return files;
}

/** What only stories ask for is worked out when the first does. */
class SortedFiles implements SourceFiles {
  readonly roles: ReadonlyMap<string, FileRole>;
  #materials: SourceFiles['materials'] | undefined;
  #names: Pick<SourceFiles, 'ids' | 'families'> | undefined;

  constructor(roles: ReadonlyMap<string, FileRole>) {
    this.roles = roles;
  }

  get materials(): SourceFiles['materials'] {
    this.#materials ??= materialsIn(this.roles);
    return this.#materials;
  }

  get ids(): SourceFiles['ids'] {
    this.#names ??= namesIn(this.roles);
    return this.#names.ids;
  }

  get families(): SourceFiles['families'] {
    this.#names ??= namesIn(this.roles);
    return this.#names.families;
  }
}

function materialsIn(roles: ReadonlyMap<string, FileRole>): SourceFiles['materials'] {
  const materials = new Map<string, string[]>();
  for (const [path, role] of roles) {
    if (role.role === 'material') for (const owner of role.of) push(materials, owner, path);
  }
  return materials;
}

function namesIn(roles: ReadonlyMap<string, FileRole>): Pick<SourceFiles, 'ids' | 'families'> {
  const ids = new Map<string, string>();
  const families = new Set<string>();
  for (const [path, role] of roles) {
    if (role.role !== 'review') continue;
    const id = idOfPath(path);
    const family = familyOf(id);
    if (family) families.add(family);
    const { stem } = readFileName(path);
    for (const name of isGenericStem(stem) ? [id] : [id, stem])
      if (!ids.has(name.toLowerCase())) ids.set(name.toLowerCase(), id);
  }
  return { ids, families };
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
