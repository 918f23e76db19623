import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedStorage } from '../../src/indexing/sharedStorage';
import { temporaryFolder } from './temporaryFolder';

const extension = 'precedent.precedent';

describe('the folder in which windows keep what they read', () => {
  const folder = temporaryFolder({});

  /** Where VS Code has a window keep things, once it has made the folder of the workspace. */
  function storageOf(workspace: string): string {
    mkdirSync(join(folder, workspace), { recursive: true });
    return join(folder, workspace, extension);
  }

  it('is the one of the first window on the same workspace', () => {
    const first = storageOf('781fe191');
    assert.equal(sharedStorage(first), first);
    assert.equal(sharedStorage(storageOf('781fe191-1')), first);
    assert.equal(sharedStorage(storageOf('781fe191-9')), first);
  });

  it('is its own where there is no other', () => {
    for (const workspace of ['-55faa5a9', '-7', 'a-7-1', '0123-12']) {
      const own = storageOf(workspace);
      assert.equal(sharedStorage(own), own);
    }
  });
});
