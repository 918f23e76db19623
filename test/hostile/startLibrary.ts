// A process that reads a library as a window does, rests until it is kept, and then looks again and again, until it is ended:
// node startLibrary.js FOLDER STORAGE. Says `begun`, `looked`, and `kept` once what it found is.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';

const [, , folder = '', storage = ''] = process.argv;

void (async () => {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
  if (!looker) throw new Error('There are no threads here.');
  const found = new LookedAt();
  const lookAgain = () => found.lookAt(folder, looker.look.bind(looker));
  const writtenAt = () => statSync(join(storage, 'library.bin'), { throwIfNoEntry: false })?.mtimeMs;
  const before = writtenAt();
  console.log('begun');
  await found.recall(folder, looker.recall.bind(looker));
  await lookAgain();
  console.log('looked');
  while (writtenAt() === before) await pause(10);
  console.log('kept');
  for (;;) await lookAgain();
})();
