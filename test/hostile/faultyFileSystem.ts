import type { FileSystem } from '../../src/indexing/fileSystem';
import { seeded } from '../bench/seeded';

/** A file system on which a share of what is asked fails, as on a drive behind a bad line; always the same ones for one seed. */
export interface FaultyFileSystem extends FileSystem {
  /** How much has failed so far. */
  readonly faults: () => number;
}

/** Makes a file system fail in a share of its answers (0 to 1), and answer after so many ms. */
export function faulty(fileSystem: FileSystem, share: number, latency = 0, seed = 1): FaultyFileSystem {
  const random = seeded(seed);
  let faults = 0;
  const fails = async () => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    const isFault = random() < share;
    if (isFault) faults++;
    return isFault;
  };
  return {
    faults: () => faults,
    list: async (folder) => ((await fails()) ? undefined : fileSystem.list(folder)),
    stat: async (file) => ((await fails()) ? undefined : fileSystem.stat(file)),
    async read(file, limit) {
      if (await fails()) throw Object.assign(new Error('The drive did not answer.'), { code: 'EIO' });
      return fileSystem.read(file, limit);
    },
    locate: async (place) => ((await fails()) ? undefined : fileSystem.locate?.(place)),
    join: (folder, path) => fileSystem.join(folder, path),
  };
}
