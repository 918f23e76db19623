import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { lockReview } from './editor/lockReview';
import { eventually, readLibrary, writeInWorkspace } from './editor/openDocument';

describe('the API for other extensions', () => {
  let api: Api;
  before(async () => {
    await lockReview.add();
    const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
    assert.ok(extension);
    api = await extension.activate();
  });
  after(lockReview.remove);

  it('gives a review by its id and by its former name', async () => {
    const review = await api.getReview('INC-900');
    assert.equal(review?.title, 'A lock nobody held');
    assert.equal(review?.path, lockReview.path);
    assert.deepEqual(await api.getReview('old-3'), review);
    assert.equal(await api.getReview('INC-99'), undefined);
    assert.ok(!('text' in (review ?? {})));
  });

  it('finds where a review is cited, and where an id without a review is written', async () => {
    const remove = await writeInWorkspace('services/lock.ts', '// see INC-900, unlike INC-991\n');
    try {
      await eventually(async () => {
        const [citation, ...others] = await api.findCitations('INC-900');
        assert.deepEqual(others, []);
        assert.equal(citation?.path, 'services/lock.ts');
        assert.deepEqual([citation?.line, citation?.column, citation?.known], [1, 8, true]);
      });
      assert.deepEqual(
        (await api.findCitations('INC-991')).map(({ text, known }) => `${text} ${known}`),
        ['INC-991 false'],
      );
    } finally {
      await remove();
    }
  });

  it('tells when the library has changed', async () => {
    const change = new Promise<void>((resolve) => {
      const subscription = api.onDidChangeLibrary(() => {
        subscription.dispose();
        resolve();
      });
    });
    const remove = await writeInWorkspace('docs/incidents/INC-910-a-door.md', '# A door\n\nIt was open.\n');
    try {
      await readLibrary();
      await change;
      assert.equal((await api.getReview('INC-910'))?.title, 'A door');
    } finally {
      await remove();
      await readLibrary();
    }
  });
});
