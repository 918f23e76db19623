import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';

const program = resolve('out', 'test', 'hostile', 'startLibrary.js');

/** What became of processes that were killed while they read and kept a library. */
export interface KilledStarts {
  readonly kills: number;
  /** Of the starts after them, those that found a library that was kept. */
  readonly recalled: number;
}

/** When a process is killed: so many ms after it has said this. The moments of a round differ from those of the next ones. */
const moments: readonly { readonly after: string; readonly ms: (round: number) => number }[] = [
  // While it starts, recalls and looks.
  { after: 'begun', ms: (round) => (round * 137) % 400 },
  // When what it found is kept, and while it looks again.
  { after: 'kept', ms: (round) => (round * 7) % 50 },
  // About when the thread begins to write, half a second later.
  { after: 'looked', ms: (round) => 480 + ((round * 7) % 60) },
];

/**
 * Kills so many processes, each at another moment of its reading, writing and looking again, while files change; after each, another start is
 * to find what is kept whole or not at all, and in the end exactly what a cold start finds. Once something was kept, each start has to find it.
 * Fails where one does not.
 *
 * The folder has `incidents/INC-0.md` … in it, so many reviews.
 */
export async function killedStarts(folder: string, reviews: number, kills: number): Promise<KilledStarts> {
  const storage = join(folder, 'storage');
  let wasKept = false;
  let recalled = 0;
  for (let round = 0; round < kills; round++) {
    const file = (round * 31) % reviews;
    writeFileSync(join(folder, 'incidents', `INC-${file}.md`), `# Changed ${round}\n\nIt was off.\n`);
    const child = spawn(process.execPath, [program, folder, storage], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(child, 'exit');
    const { after, ms } = moments[round % moments.length] ?? assert.fail();
    await said(child.stdout, after);
    await pause(ms(round));
    child.kill('SIGKILL');
    await gone;
    const isKept = await isGoodStart(folder, storage);
    if (isKept) recalled++;
    wasKept ||= after === 'kept';
    assert.ok(isKept || !wasKept, `nothing is left of what was kept, after ${round + 1} kills`);
  }
  return { kills, recalled };
}

/** Ends when a process has said a word. */
async function said(output: Readable, word: string): Promise<void> {
  let heard = '';
  for await (const each of output.iterator({ destroyOnReturn: false })) {
    heard += each;
    if (heard.includes(word)) return;
  }
  assert.fail(`It ended before it said ${word}.`);
}

/** Starts, as a window does; tells whether something was kept. */
async function isGoodStart(folder: string, storage: string): Promise<boolean> {
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
  if (!looker) throw new Error('There are no threads here.');
  try {
    const found = new LookedAt();
    const isKept = await found.recall(folder, looker.recall.bind(looker));
    await found.lookAt(folder, looker.look.bind(looker));
    const cold = new LookedAt();
    await cold.lookAt(folder);
    assert.deepEqual(found.everything, cold.everything);
    return isKept;
  } finally {
    looker.dispose();
  }
}
