import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TextSegments } from '../../src/indexing/textIndexer';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

const others = 300;

describe('a file over which the thread that reads is lost', function () {
  this.timeout(60_000);
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const each of undo.splice(0)) each();
  });

  /** The worker, but that its thread ends at once where a file of this name is read the n-th time, as long as `FATAL` stands in it. */
  function startLosing(name: string, time: number, storage?: string) {
    const folder = temporaryFolder({});
    const log = join(folder, 'lost.txt');
    addFile(
      folder,
      'worker.cjs',
      `const fs = require('node:fs');
const { openSync, readSync } = fs;
const places = new Map();
const times = new Map();
fs.openSync = (place, ...more) => {
  const descriptor = openSync(place, ...more);
  places.set(descriptor, place);
  return descriptor;
};
fs.readSync = (descriptor, buffer, ...more) => {
  const count = readSync(descriptor, buffer, ...more);
  const place = places.get(descriptor);
  if (place.includes(${JSON.stringify(name)}) && buffer.subarray(0, count).includes('FATAL')) {
    times.set(place, (times.get(place) ?? 0) + 1);
    if (times.get(place) === ${time}) {
      fs.appendFileSync(${JSON.stringify(log)}, place + '\\n');
      process.exit(3);
    }
  }
  return count;
};
require(${JSON.stringify(resolve('dist', 'libraryWorker.js'))});
`,
    );
    const start = () => {
      const looker = workerLook?.(join(folder, 'worker.cjs'), storage);
      assert.ok(looker);
      undo.push(() => looker.dispose());
      return looker;
    };
    const lost = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
    return { looker: start(), start, lost };
  }

  function libraryWith(fatal: readonly string[]): string {
    const reviews = Array.from({ length: others }, (_, at) => [`incidents/INC-${at + 1}.md`, `# Review ${at + 1}\n`]);
    const bad = fatal.map((name) => [`incidents/${name}`, '# FATAL\n\nIt was off.\n']);
    return temporaryFolder(Object.fromEntries([...reviews, ...bad]));
  }

  it('is a finding, the others are read, and it is not tried again before it changes', async () => {
    const { looker, lost } = startLosing('fatal', 1);
    const folder = libraryWith(['BAD-100-fatal.md', 'BAD-200-fatal.md']);
    const found = new LookedAt();
    const look = looker.look.bind(looker);
    await found.lookAt(folder, look);
    assert.equal(found.library.reviews.length, others);
    assert.deepEqual(
      found.library.problems.map(({ code, path }) => [code, path]),
      [
        ['unreadable-file', 'incidents/BAD-100-fatal.md'],
        ['unreadable-file', 'incidents/BAD-200-fatal.md'],
      ],
    );
    assert.match(found.library.problems[0]?.message ?? '', /could not be read/);
    assert.equal(lost().length, 2);
    assert.deepEqual(await found.lookAt(folder, look), []);
    assert.equal(lost().length, 2, 'it was tried again');

    for (const seen of found.seen.values()) for (const key of seen.keys()) seen.set(key, { mtime: -1, size: -1 });
    assert.equal((await found.lookAt(folder, look)).length, others + 2);
    assert.equal(lost().length, 2, 'it was tried again when everything was read again');

    addFile(folder, 'incidents/BAD-100-fatal.md', '# A lamp\n');
    await found.lookAt(folder, look);
    assert.equal(found.library.get('BAD-100').length, 1);
    assert.equal(found.library.problems.length, 1);
  });

  it('is not tried again at the next start', async () => {
    const storage = temporaryFolder({});
    const { looker, start, lost } = startLosing('fatal', 1, storage);
    const folder = libraryWith(['BAD-100-fatal.md']);
    await new LookedAt().lookAt(folder, looker.look.bind(looker));
    await until(() => existsSync(join(storage, 'library.bin')));
    looker.dispose();
    const next = start();
    const found = new LookedAt();
    assert.ok(await found.recall(folder, next.recall.bind(next)));
    await found.lookAt(folder, next.look.bind(next));
    assert.equal(found.library.reviews.length, others);
    assert.equal(found.library.problems.length, 1);
    assert.equal(lost().length, 1);
  });

  it('keeps nobody from finding words in the others', async () => {
    const { looker, lost } = startLosing('fatal', 2);
    const folder = libraryWith(['KETTLE-100-fatal.md']);
    const found = new LookedAt();
    const look = looker.look.bind(looker);
    const told = new Promise<TextSegments>((resolve) => {
      looker.onTexts = resolve;
    });
    await found.lookAt(folder, look);
    assert.equal(found.library.reviews.length, others + 1, 'its facts were read the first time');
    await until(() => lost().length === 1);
    // The end of the thread is told a moment after it.
    await until(async () => {
      await found.lookAt(folder, look);
      return (await Promise.race([told, later()])) !== undefined;
    });
    assert.equal((await told).documents.length, others);
    assert.equal(lost().length, 1);
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, 'It does not come about.');
    await later();
  }
}

function later(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 50));
}
