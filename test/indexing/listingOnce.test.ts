import assert from 'node:assert/strict';
import { join } from 'node:path';
import { listingOnce } from '../../src/indexing/listingOnce';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { addFile, temporaryFolder } from './temporaryFolder';

describe('listingOnce', () => {
  /** One look at a folder; each call lists it as that look sees it. */
  function look(place: string): (folder?: string) => Promise<string[] | undefined> {
    if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
    const { fileSystem } = listingOnce({ place, fileSystem: nodeFileSystem });
    return async (folder = place) => (await fileSystem.list(folder))?.map(({ name }) => name);
  }

  it('lists a folder once in one look, and anew in the next', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    const list = look(folder);
    assert.deepEqual(await list(), ['a.md']);
    addFile(folder, 'b.md', '');
    assert.deepEqual(await list(), ['a.md']);
    assert.deepEqual(await look(folder)(), ['a.md', 'b.md']);
  });

  it('asks again for what could not be listed', async () => {
    const folder = temporaryFolder({});
    const list = look(folder);
    assert.equal(await list(join(folder, 'sub')), undefined);
    addFile(folder, 'sub/a.md', '');
    assert.deepEqual(await list(join(folder, 'sub')), ['a.md']);
  });
});
