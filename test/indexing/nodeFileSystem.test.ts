import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { makeFifo, temporaryFolder } from './temporaryFolder';

describe('nodeFileSystem', function () {
  this.timeout(20_000);

  const fileSystem = nodeFileSystem;
  if (!fileSystem) throw new Error('The tests run where there is a file system.');

  it('lists a folder by name and says what a link leads to', async () => {
    const folder = temporaryFolder({ 'b.md': '', 'a/c.md': '' });
    symlinkSync('a', join(folder, 'to-folder'));
    symlinkSync('b.md', join(folder, 'to-file'));
    symlinkSync('nowhere', join(folder, 'to-nothing'));
    symlinkSync('loop', join(folder, 'loop'));
    assert.deepEqual(await fileSystem.list(folder), [
      { name: 'a', type: 'folder' },
      { name: 'b.md', type: 'file' },
      { name: 'loop', type: 'other', isLink: true },
      { name: 'to-file', type: 'file', isLink: true },
      { name: 'to-folder', type: 'folder', isLink: true },
      { name: 'to-nothing', type: 'other', isLink: true },
    ]);
  });

  it('lists nothing where there is no folder', async () => {
    const folder = temporaryFolder({ 'b.md': '' });
    assert.equal(await fileSystem.list(join(folder, 'none')), undefined);
    assert.equal(await fileSystem.list(join(folder, 'b.md')), undefined);
  });

  it('does not open a FIFO, which would wait for ever', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = temporaryFolder({});
    const fifo = join(folder, 'INC-7.md');
    makeFifo(folder, 'INC-7.md');
    assert.deepEqual(await fileSystem.list(folder), [{ name: 'INC-7.md', type: 'other' }]);
    assert.equal(await fileSystem.stat(fifo), undefined);
    await assert.rejects(fileSystem.read(fifo, 10), /not a regular file/);
  });

  it('tells whether bytes hold one of some texts', () => {
    const bytes = Buffer.from('é, see iNc-12');
    assert.equal(fileSystem.holdAny?.(bytes, ['C-', 'c-']), true);
    assert.equal(fileSystem.holdAny?.(bytes, ['C-', 'd-']), false);
    assert.equal(fileSystem.holdAny?.(bytes, []), false);
  });

  it('reads as much as it is asked for, and no more', async () => {
    const folder = temporaryFolder({ 'a.md': 'something' });
    assert.equal(Buffer.from(await fileSystem.read(join(folder, 'a.md'), 4)).toString(), 'some');
    assert.equal(Buffer.from(await fileSystem.read(join(folder, 'a.md'), 400)).toString(), 'something');
  });

  it('reads at once what it reads later, and how the file looks', async () => {
    const folder = temporaryFolder({ 'a.md': 'something', 'b.md': 'else' });
    const first = fileSystem.readNow?.(join(folder, 'a.md'), 400);
    assert.ok(first);
    assert.equal(Buffer.from(first.bytes).toString(), 'something');
    assert.deepEqual(first.stat, await fileSystem.stat(join(folder, 'a.md')));
    const kept = await fileSystem.read(join(folder, 'a.md'), 400);
    fileSystem.readNow?.(join(folder, 'b.md'), 400);
    assert.equal(Buffer.from(kept).toString(), 'something');
  });

  it('tells a folder from others however it was reached', async () => {
    const folder = temporaryFolder({});
    mkdirSync(join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    const [a, b] = await Promise.all(['a', 'b'].map((name) => fileSystem.locate?.(join(folder, name))));
    assert.ok(a);
    assert.deepEqual(a, b);
  });

  it('throws what the system says of a file that is not there', async () => {
    await assert.rejects(fileSystem.read(join(temporaryFolder({}), 'a.md'), 10), { code: 'ENOENT' });
  });
});
