import { collectingNames } from '../core/citations/collectNames';
import { Library, type Source } from '../core/reviews/library';
import { allSteps } from '../core/steps';
import { openFiles, type PackedFiles, type StoredTexts } from './filePack';
import { packNames } from './namePack';

/** Packs of files of a source, as they follow one another. */
export interface PacksOfSource {
  readonly source: Source;
  readonly packs: readonly PackedFiles[];
}

/** The files in a pack, of which only the facts are asked for; none in what is no pack. */
export function filesIn(pack: ArrayBuffer, source: Pick<Source, 'key'>): readonly PackedFiles[] {
  const files = openFiles(pack, source, noTexts);
  return files ? [files] : [];
}

/** The names of the library that some files make, packed; they belong to the files in this order. */
export function namesOf(found: readonly PacksOfSource[]): ArrayBuffer {
  const library = new Library();
  for (const { source, packs } of found) {
    library.setSource(source);
    for (const { readings } of packs) library.setAll(source.key, readings);
  }
  const readings = found.flatMap(({ packs }) => packs.flatMap((pack) => [...pack.readings.values()]));
  return packNames(allSteps(collectingNames(library)), readings);
}

/** Only facts are packed: nobody asks for a story. */
const noTexts: StoredTexts = {
  read() {
    throw new Error('There are no stories here.');
  },
  readText: () => '',
};
