import assert from 'node:assert/strict';
import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { deleteBuffers, readBuffers, writeBuffers } from '../../src/indexing/bufferFile';
import { lookAtLibrary } from '../../src/indexing/lookAtLibrary';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from '../indexing/lookedAt';
import { addFile, temporaryFolder } from '../indexing/temporaryFolder';

const kept = (mark: number) => ({ key: 'key', told: { mark }, buffers: [new Uint32Array(1000).fill(mark).buffer] });

const reviews = Object.fromEntries(
  Array.from({ length: 300 }, (_, at) => [`incidents/INC-${at}.md`, `# Kettle ${at}\n\nIt was off.\n`]),
);

describe('a disk that keeps nothing', function () {
  this.timeout(60_000);

  type Name = 'mkdirSync' | 'writeFileSync' | 'renameSync' | 'readFileSync' | 'readdirSync';

  /** Does something while one function of the file system fails. A file that is being written is there in part. */
  function failing(name: Name, code: string, act: () => void): void {
    const error = Object.assign(new Error(`${code}: no luck`), { code });
    const { writeFileSync } = fs;
    const original = fs[name];
    const fail = (place: string) => {
      if (name === 'writeFileSync') writeFileSync(place, 'KEPT, in part');
      throw error;
    };
    Object.assign(fs, { [name]: fail });
    try {
      act();
    } finally {
      Object.assign(fs, { [name]: original });
    }
  }

  let faults = 0;
  for (const code of ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO', 'EMFILE'])
    for (const name of ['mkdirSync', 'writeFileSync', 'renameSync'] as const) {
      it(`leaves what was kept, and nothing beside it, where ${name} fails with ${code}`, () => {
        const folder = temporaryFolder({});
        const place = join(folder, 'library.bin');
        writeBuffers(place, kept(1));
        failing(name, code, () => assert.throws(() => writeBuffers(place, kept(2)), { code }));
        faults++;
        assert.deepEqual(fs.readdirSync(folder), ['library.bin']);
        assert.deepEqual(readBuffers(place, 'key'), kept(1));
        writeBuffers(place, kept(3));
        assert.deepEqual(readBuffers(place, 'key'), kept(3));
      });
    }

  it('is as if nothing had been kept, where that cannot be read', () => {
    const place = join(temporaryFolder({}), 'library.bin');
    writeBuffers(place, kept(1));
    for (const code of ['EACCES', 'EIO', 'EMFILE']) {
      failing('readFileSync', code, () => assert.equal(readBuffers(place, 'key'), undefined));
      faults++;
    }
    assert.deepEqual(readBuffers(place, 'key'), kept(1));
  });

  it('does no harm where what others left cannot be listed', () => {
    const place = join(temporaryFolder({}), 'library.bin');
    failing('readdirSync', 'EACCES', () => writeBuffers(place, kept(1)));
    faults++;
    assert.deepEqual(readBuffers(place, 'key'), kept(1));
  });

  it('does not keep a library from being read, brought up to date and forgotten', async () => {
    const folder = temporaryFolder({ ...reviews, 'a-file': '' });
    // No folder can be made where a file is.
    const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), join(folder, 'a-file', 'storage'));
    assert.ok(looker);
    try {
      const found = new LookedAt();
      await found.lookAt(folder, looker.look.bind(looker));
      assert.equal(found.library.reviews.length, 300);
      // Longer than it takes until something would be kept.
      await new Promise((done) => setTimeout(done, 700));
      addFile(folder, 'incidents/INC-300.md', '# One more');
      await found.lookAt(folder, looker.look.bind(looker));
      const cold = new LookedAt();
      await cold.lookAt(folder, lookAtLibrary);
      assert.deepEqual(found.everything, cold.everything);
      looker.forget();
      faults++;
    } finally {
      looker.dispose();
    }
  });

  it('says when what was kept cannot be forgotten', () => {
    const folder = temporaryFolder({ 'library.bin/x': '' });
    assert.throws(() => deleteBuffers(join(folder, 'library.bin')));
  });

  after(() => console.log(`note: ${faults} faults of a disk that keeps nothing, no library lost`));
});
