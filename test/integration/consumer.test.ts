import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PrecedentApi } from '../../docs/precedent';
import type { LibraryApi } from '../../src/host/api';
import type { Consumer } from '../consumer/extension';
import { lockReview } from './editor/lockReview';
import { eventually, readLibrary, writeInWorkspace } from './editor/openDocument';

/** What is published and what is given are one thing: the compiler says where they part. */
function asPublished(api: LibraryApi): LibraryApi {
  const published: PrecedentApi = api;
  return published;
}

describe('another extension that uses ours', () => {
  let consumer: Consumer;
  before(async () => {
    await lockReview.add();
    const extension = vscode.extensions.getExtension<Consumer>('precedent-test.consumer');
    assert.ok(extension);
    consumer = await extension.activate();
  });
  after(lockReview.remove);

  it('is told which version it talks to', async () => {
    const api = await vscode.extensions.getExtension<LibraryApi>('precedent.precedent')?.activate();
    assert.equal(api && asPublished(api).apiVersion, consumer.apiVersion);
    assert.match(consumer.apiVersion, /^1\.\d+\.\d+$/);
  });

  it('gets a review and where it is cited, by what is published alone', async () => {
    const remove = await writeInWorkspace('services/lock.ts', '// see INC-900\n');
    try {
      await eventually(async () => {
        assert.deepEqual(await consumer.tell('INC-900'), {
          title: 'A lock nobody held',
          places: ['services/lock.ts:1'],
        });
      });
      assert.deepEqual(await consumer.tell('INC-99'), { title: undefined, places: [] });
    } finally {
      await remove();
    }
  });

  it('hears of a change of the library', async () => {
    const change = consumer.nextChange();
    const remove = await writeInWorkspace('docs/incidents/INC-920-a-key.md', '# A key\n\nIt was lost.\n');
    try {
      await readLibrary();
      await change;
      assert.equal((await consumer.tell('INC-920')).title, 'A key');
    } finally {
      await remove();
      await readLibrary();
    }
  });
});
