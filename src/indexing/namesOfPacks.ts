import { collectingNames } from '../core/citations/collectNames';
import { Library, type Source } from '../core/reviews/library';
import { allSteps } from '../core/steps';
import { type StoredTexts, unpackingFiles } from './filePack';
import type { IndexedFile } from './indexSource';
import { packNames } from './namePack';

/** Files of a source. */
export interface FilesOfSource {
  readonly source: Source;
  readonly files: readonly IndexedFile[];
}

/** The files in a pack, of which only the facts are asked for. */
export function filesIn(pack: ArrayBuffer, source: Pick<Source, 'key'>): readonly IndexedFile[] {
  return allSteps(unpackingFiles(pack, source, noTexts)) ?? [];
}

/** The names of the library that some files make, packed; they belong to the files in this order. */
export function namesOf(found: readonly FilesOfSource[]): ArrayBuffer {
  const library = new Library();
  for (const { source, files } of found) {
    library.setSource(source);
    for (const { key, reading } of files) library.set(key, source.key, reading);
  }
  const readings = found.flatMap(({ files }) => files.map(({ reading }) => reading));
  return packNames(allSteps(collectingNames(library)), readings);
}

/** Only facts are packed: nobody asks for a story. */
const noTexts: StoredTexts = {
  read() {
    throw new Error('There are no stories here.');
  },
  readText: () => '',
};
