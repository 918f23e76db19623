import { Library } from '../../src/core/reviews/library';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { findSources } from '../../src/indexing/findSources';
import { indexSource } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';

/** Every review below a place: of the folders named, else of the library that is found by its name. */
export async function readReviewsIn(
  place: string,
  folders: readonly string[] = [],
): Promise<readonly ReviewDocument[]> {
  return (await readLibraryIn(place, folders)).reviews;
}

/** The library that they are. */
export async function readLibraryIn(place: string, folders: readonly string[] = []): Promise<Library> {
  if (!nodeFileSystem) throw new Error('There is no file system here.');
  const root = { place, fileSystem: nodeFileSystem };
  const library = new Library();
  for (const source of await findSources(root, { folders, idPatterns: [], allowOutside: false })) {
    library.setSource(source);
    await indexSource(root, source, { onFile: ({ key, reading }) => library.set(key, source.key, reading) });
  }
  return library;
}
