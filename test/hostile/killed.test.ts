import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';
import { fingerprint } from './hostileLibrary';
import { killedStarts } from './killedStarts';

const count = 400;
const files = Object.fromEntries(
  Array.from({ length: count }, (_, at) => [`incidents/INC-${at}.md`, `# Kettle ${at}\n\nIt was off.\n`]),
);

describe('a process that is killed', function () {
  this.timeout(120_000);

  it('leaves a good start, whenever it was killed while it read or kept the library', async () => {
    const { kills, recalled } = await killedStarts(temporaryFolder(files), count, 8);
    assert.ok(recalled > kills / 2, `${recalled} starts from what was kept`);
    console.log(`note: ${kills} processes killed, ${kills} good starts, ${recalled} of them from what was kept`);
  });

  it('leaves files as they are, when it was searching for citations', async () => {
    const folder = temporaryFolder({ ...files, 'src/a.ts': '// INC-7\n'.repeat(50_000) });
    const asItWas = fingerprint(folder);
    for (const ms of [60, 150, 300]) {
      const child = spawn(process.execPath, [resolve('dist', 'cli.js'), 'citations', '--root', folder], {
        stdio: 'ignore',
      });
      await pause(ms);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    assert.equal(fingerprint(folder), asItWas);
  });
});

describe('two windows on one library', function () {
  this.timeout(60_000);

  it('each have all of it, whatever the other keeps meanwhile, and so has a third', async () => {
    const folder = temporaryFolder(files);
    const storage = join(folder, 'storage');
    const start = () => {
      const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
      assert.ok(looker);
      return looker;
    };
    const windows = [start(), start()].map((looker) => ({ looker, found: new LookedAt() }));
    try {
      for (let round = 0; round < 6; round++) {
        addFile(folder, `incidents/INC-${round}.md`, `# Changed ${round}\n`);
        await Promise.all(windows.map(({ looker, found }) => found.lookAt(folder, looker.look.bind(looker))));
        // Now and then long enough for both to be keeping it.
        await pause(round % 2 === 0 ? 600 : 20);
      }
      const cold = new LookedAt();
      await cold.lookAt(folder);
      for (const { found } of windows) assert.deepEqual(found.everything, cold.everything);
      const third = { looker: start(), found: new LookedAt() };
      windows.push(third);
      await third.found.lookAt(folder, third.looker.look.bind(third.looker));
      assert.deepEqual(third.found.everything, cold.everything);
    } finally {
      for (const { looker } of windows) looker.dispose();
    }
  });
});

describe('another branch', function () {
  this.timeout(60_000);

  it('with other files, names in another case and files that were there before, is what a cold start finds', async () => {
    const folder = temporaryFolder(files);
    const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), join(folder, 'storage'));
    assert.ok(looker);
    try {
      const found = new LookedAt();
      await found.lookAt(folder, looker.look.bind(looker));
      const place = (name: string) => join(folder, 'incidents', name);
      for (let at = 0; at < count; at++) {
        if (at % 5 === 0) addFile(folder, `incidents/INC-${at}.md`, `# Other ${at}\n`);
        if (at % 5 === 1) rmSync(place(`INC-${at}.md`));
        if (at % 5 === 2) renameSync(place(`INC-${at}.md`), place(`inc-${at}.md`));
        if (at % 5 === 3) addFile(folder, `incidents/more/INC-${at + count}.md`, `# New ${at}\n`);
        // As on a machine whose clock was wrong.
        if (at % 10 === 0) utimesSync(place(`INC-${at}.md`), 86_400, 86_400);
        if (at % 10 === 5) utimesSync(place(`INC-${at}.md`), 4_102_444_800, 4_102_444_800);
      }
      await found.lookAt(folder, looker.look.bind(looker));
      const cold = new LookedAt();
      await cold.lookAt(folder);
      assert.deepEqual(found.everything, cold.everything);
      assert.deepEqual(await found.lookAt(folder, looker.look.bind(looker)), [], 'nothing is left to be read');
    } finally {
      looker.dispose();
    }
  });
});
