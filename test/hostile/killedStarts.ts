import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';

const program = resolve('out', 'test', 'hostile', 'startLibrary.js');

/** What became of processes that were killed while they read and kept a library. */
export interface KilledStarts {
  readonly kills: number;
  /** Of the starts after them, those that found a library that was kept. */
  readonly recalled: number;
}

/**
 * Kills so many processes, each at another moment of its reading, writing and looking again, while files change; after each, another start is
 * to find what is kept whole or not at all, and in the end exactly what a cold start finds. Fails where one does not.
 *
 * The folder has `incidents/INC-0.md` … in it, so many reviews.
 */
export async function killedStarts(folder: string, reviews: number, kills: number): Promise<KilledStarts> {
  const storage = join(folder, 'storage');
  let recalled = 0;
  for (let round = 0; round < kills; round++) {
    const file = (round * 31) % reviews;
    writeFileSync(join(folder, 'incidents', `INC-${file}.md`), `# Changed ${round}\n\nIt was off.\n`);
    const child = spawn(process.execPath, [program, folder, storage], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    // From the first moments of a look to well after what it found was kept.
    await pause((round * 137) % 1200);
    child.kill('SIGKILL');
    await gone;
    if (await isGoodStart(folder, storage)) recalled++;
  }
  return { kills, recalled };
}

/** Starts, as a window does; tells whether something was kept. */
async function isGoodStart(folder: string, storage: string): Promise<boolean> {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
  if (!looker || !nodeFileSystem) throw new Error('There are no threads here.');
  try {
    const options = { folders: [], idPatterns: [], allowOutside: false };
    const found = new LookedAt();
    const root = { place: folder, fileSystem: nodeFileSystem };
    const isKept = await looker.recall([{ root, options }], found);
    await found.lookAt(folder, looker.look.bind(looker));
    const cold = new LookedAt();
    await cold.lookAt(folder);
    assert.deepEqual(found.everything, cold.everything);
    return isKept;
  } finally {
    looker.dispose();
  }
}
