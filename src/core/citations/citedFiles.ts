import { hasImports, type Import, isImportOf, keysOfImport, keysOfImported } from './imports';

/** A file in which something is cited, of the root that its path counts from. */
export interface CitedFile {
  /** Key of the file, as its reader names it. */
  readonly file: string;
  /** Relative to its root, `/` separators. */
  readonly path: string;
}

/** The files of one root in which something is cited, and what they import: to tell which of them are near to a file. */
export class CitedFiles {
  readonly #byFolder = new Map<string, CitedFile[]>();
  readonly #byName = new Map<string, CitedFile[]>();
  readonly #importers = new Map<string, { readonly file: CitedFile; readonly imported: Import }[]>();

  constructor(files: Iterable<CitedFile> = []) {
    for (const file of files) this.add(file);
  }

  /** Takes one more file. */
  add(file: CitedFile): void {
    add(this.#byFolder, folderOf(file.path), file);
    for (const key of keysOfImported(file.path)) add(this.#byName, key, file);
  }

  /** Takes what one of the files imports. */
  setImports(file: CitedFile, imports: readonly Import[]): void {
    for (const imported of imports) {
      for (const key of keysOfImport(imported)) add(this.#importers, key, { file, imported });
    }
  }

  /** The files in the folder of a path, in the order of their paths, that path left out. */
  beside(path: string): readonly CitedFile[] {
    return inOrder((this.#byFolder.get(folderOf(path)) ?? []).filter((file) => file.path !== path));
  }

  /** The files that a text at a path imports. */
  importedBy(path: string, imports: readonly Import[]): readonly CitedFile[] {
    const found = new Set<CitedFile>();
    for (const imported of imports) {
      for (const key of keysOfImport(imported)) {
        for (const file of this.#byName.get(key) ?? []) if (isImportOf(imported, path, file.path)) found.add(file);
      }
    }
    return inOrder([...found]);
  }

  /** The files that import the one at a path. */
  importersOf(path: string): readonly CitedFile[] {
    if (!hasImports(path)) return [];
    const found = new Set<CitedFile>();
    for (const key of keysOfImported(path)) {
      for (const { file, imported } of this.#importers.get(key) ?? []) {
        if (isImportOf(imported, file.path, path)) found.add(file);
      }
    }
    return inOrder([...found]);
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function inOrder(files: readonly CitedFile[]): readonly CitedFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
