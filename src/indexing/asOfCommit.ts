import type { Entry, FileSystem } from './fileSystem';
import type { Root } from './findSources';
import type { ChangedFile } from './gitChange';
import type { GitBlobs } from './gitRepository';

/** Contents larger than this are not taken from the repository, in bytes: no review and no code is. */
const largest = 8 * 1024 * 1024;

/**
 * The root as it was in a commit: files that changed since are read from the repository, all others from disk. Places are those of the
 * root itself, so that what is known of the one can be compared with what is known of the other.
 */
export function asOfCommit({ place: root, fileSystem }: Root, files: readonly ChangedFile[], blobs: GitBlobs): Root {
  const oids = new Map<string, string>();
  const hidden = new Set<string>();
  for (const { path, oid } of files) {
    const place = fileSystem.join(root, path);
    if (oid === undefined) hidden.add(place);
    else oids.set(place, oid);
  }
  const then = files.flatMap(({ path, oid }) => (oid === undefined ? [] : [path]));
  const folders = foldersOf(root, fileSystem, then);
  const contentOf = async (place: string): Promise<Uint8Array | undefined> => {
    const oid = oids.get(place);
    return oid === undefined ? undefined : blobs.read(oid, largest);
  };
  const { locate, absolute } = fileSystem;
  const asItWas: FileSystem = {
    async list(folder) {
      const now = (await fileSystem.list(folder)) ?? [];
      const added = folders.get(folder);
      if (now.length === 0 && !added) return fileSystem.list(folder);
      const kept = now.filter(({ name }) => !hidden.has(fileSystem.join(folder, name)) && !added?.has(name));
      return [...kept, ...(added?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    async stat(file) {
      if (oids.has(file)) {
        const content = await contentOf(file);
        return { size: content?.length ?? largest + 1, mtime: 0 };
      }
      return hidden.has(file) ? undefined : fileSystem.stat(file);
    },
    async read(file, limit) {
      if (!oids.has(file) && !hidden.has(file)) return fileSystem.read(file, limit);
      const content = await contentOf(file);
      if (!content) throw Object.assign(new Error('It is not in the commit.'), { code: 'ENOENT' });
      return content.subarray(0, limit);
    },
    join: (folder, path) => fileSystem.join(folder, path),
    ...(locate && {
      locate: async (file: string) => {
        const found = await locate.call(fileSystem, file);
        if (found || !(oids.has(file) || folders.has(file))) return found;
        const top = await locate.call(fileSystem, root);
        return { real: (top?.real ?? root) + file.slice(root.length), identity: `commit:${file}` };
      },
    }),
    ...(absolute && { absolute: (path: string) => absolute.call(fileSystem, path) }),
  };
  return { place: root, fileSystem: asItWas };
}

/** What stood in each folder, by its place and the name in it: these files, and the folders that lead to them. */
function foldersOf(root: string, fileSystem: FileSystem, paths: readonly string[]): Map<string, Map<string, Entry>> {
  const folders = new Map<string, Map<string, Entry>>();
  for (const path of paths) {
    let folder = root;
    const names = path.split('/');
    for (const [at, name] of names.entries()) {
      const entries = folders.get(folder) ?? new Map<string, Entry>();
      folders.set(folder, entries);
      entries.set(name, { name, type: at === names.length - 1 ? 'file' : 'folder' });
      folder = fileSystem.join(folder, name);
    }
  }
  return folders;
}
