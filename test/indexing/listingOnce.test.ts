import assert from 'node:assert/strict';
import { join } from 'node:path';
import { listingOnce } from '../../src/indexing/listingOnce';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { addFile, temporaryFolder } from './temporaryFolder';

describe('listingOnce', () => {
  const disk = nodeFileSystem;
  if (!disk) throw new Error('The tests run where there is a file system.');
  const names = async (place: string, folder: string) => {
    const { fileSystem } = listingOnce({ place, fileSystem: disk });
    const listed = async () => (await fileSystem.list(folder))?.map(({ name }) => name);
    return { fileSystem, listed };
  };

  it('lists a folder once in one look, and anew in the next', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    const { listed } = await names(folder, folder);
    assert.deepEqual(await listed(), ['a.md']);
    addFile(folder, 'b.md', '');
    assert.deepEqual(await listed(), ['a.md']);
    assert.deepEqual(await (await names(folder, folder)).listed(), ['a.md', 'b.md']);
  });

  it('asks again for what could not be listed', async () => {
    const folder = temporaryFolder({});
    const { listed } = await names(folder, join(folder, 'sub'));
    assert.equal(await listed(), undefined);
    addFile(folder, 'sub/a.md', '');
    assert.deepEqual(await listed(), ['a.md']);
  });
});
