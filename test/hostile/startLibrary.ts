// A process that reads a library as a window does, again and again, and keeps it, until it is ended: node startLibrary.js FOLDER STORAGE.
import { resolve } from 'node:path';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';

const [, , folder = '', storage = ''] = process.argv;

void (async () => {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
  if (!looker || !nodeFileSystem) throw new Error('There are no threads here.');
  const options = { folders: [], idPatterns: [], allowOutside: false };
  process.stdout.write('begun\n');
  const found = new LookedAt();
  await looker.recall([{ root: { place: folder, fileSystem: nodeFileSystem }, options }], found);
  for (;;) await found.lookAt(folder, looker.look.bind(looker));
})();
