import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Source } from '../../src/core/reviews/library';
import type { PackedFiles } from '../../src/indexing/filePack';
import type { FilesInOrder } from '../../src/indexing/namePack';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

/** Takes files many at a time, as the editor does. */
class AtOnce extends LookedAt {
  times = 0;
  inOrder: FilesInOrder | undefined;

  onFiles({ key }: Source, { readings, looks }: PackedFiles): void {
    this.times++;
    this.told.push(...readings.keys());
    for (const [file, look] of looks) this.seen.get(key)?.set(file, look);
    this.library.setAll(key, readings);
  }

  onNames(_: ArrayBuffer, files: FilesInOrder): void {
    this.inOrder = files;
  }
}

describe('files that come many at a time', function () {
  this.timeout(60_000);

  it('are what they are one by one: when read, when changed, when recalled', async () => {
    const reviews = Array.from({ length: 700 }, (_, at): [string, string] => [
      `incidents/${at % 7}/INC-${at}${at % 50 === 0 ? '-übung-🚢' : ''}.md`,
      `---\nservices: [billing, ${at}]\nseverity: ${at % 3}\n---\n\n# Review ${at} “停電”\n\nSee INC-${at + 1}.\n`,
    ]);
    const folder = temporaryFolder({
      ...Object.fromEntries(reviews),
      'incidents/LICENSE': 'MIT',
      'incidents/reading.md': '---\nkind: reading-path\ntitle: Read\n---\n\n1. INC-1\n',
      'incidents/bad.yaml': 'id: [',
    });
    const storage = temporaryFolder({});
    const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
    if (!looker) throw new Error('The tests run where there are threads.');
    const look = looker.look.bind(looker);
    try {
      const here = new LookedAt();
      const there = new AtOnce();
      await here.lookAt(folder);
      await there.lookAt(folder, look);
      assert.ok(there.times > 0, 'many at a time');
      assert.deepEqual(there.everything, here.everything);
      assert.deepEqual(there.library.count, 700);
      const inOrder = [...(there.inOrder ?? [])];
      assert.ok(inOrder.length >= 703, 'names come with all files');
      assert.ok(inOrder.every((reading, at) => there.inOrder?.at(at) === reading));
      assert.equal(there.inOrder?.at(inOrder.length), undefined);

      addFile(folder, 'incidents/3/INC-3.md', '# Third, changed');
      rmSync(join(folder, 'incidents', '4', 'INC-4.md'));
      assert.deepEqual(await there.lookAt(folder, look), await here.lookAt(folder));
      assert.deepEqual(there.everything, here.everything);
      assert.deepEqual(await there.lookAt(folder, look), []);

      while (!existsSync(join(storage, 'library.bin'))) await new Promise((done) => setTimeout(done, 50));
      const warm = new AtOnce();
      assert.ok(await warm.recall(folder, looker.recall.bind(looker)));
      await warm.lookAt(folder, look);
      assert.deepEqual(warm.everything, here.everything);
      assert.deepEqual(await warm.lookAt(folder, look), []);
    } finally {
      looker.dispose();
    }
  });
});
