import { KnownIds } from '../../src/core/citations/knownIds';
import { Library } from '../../src/core/reviews/library';
import type { FileSystem } from '../../src/indexing/fileSystem';
import { findSources } from '../../src/indexing/findSources';
import { indexSource } from '../../src/indexing/indexSource';

/** A library that was read in one go, as in a workspace that is not trusted. */
export interface ReadLibrary {
  readonly library: Library;
  readonly known: KnownIds;
}

/** Reads the library below a root, found by name or in the folders that are named; fails where there is no file system. */
export async function readLibrary(
  place: string,
  fileSystem: FileSystem | undefined,
  folders: readonly string[] = [],
): Promise<ReadLibrary> {
  if (!fileSystem) throw new Error('There is no file system here.');
  const root = { place, fileSystem };
  const sources = await findSources(root, { folders, allowOutside: false, idPatterns: [] });
  const library = new Library();
  for (const source of sources) {
    library.setSource(source);
    await indexSource(root, source, {
      others: sources,
      onFile: ({ key, reading }) => library.set(key, source.key, reading),
    });
  }
  return { library, known: new KnownIds(library) };
}

/** A file system that has to be waited for, as the editor's own has. */
export function withoutReadNow(fileSystem: FileSystem | undefined): FileSystem | undefined {
  if (!fileSystem) return undefined;
  const { readNow: _, ...asked } = fileSystem;
  return asked;
}
