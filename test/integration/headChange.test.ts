import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { eventually, fileInWorkspace, readLibrary, set } from './editor/openDocument';

// As with a switched branch of so many files that VS Code leaves out what it has to tell of some.
describe('a change of HEAD', function () {
  this.timeout(60_000);
  const undo: (() => unknown)[] = [];
  const review = fileInWorkspace('docs/incidents/INC-960-a-branch.md').fsPath;

  before(async () => {
    await readLibrary();
    undo.push(await set('files.watcherExclude', { '**/docs/incidents/**': true }));
  });

  after(async () => {
    rmSync(review, { force: true });
    for (const each of undo.splice(0).reverse()) await each();
    await readLibrary();
  });

  it('has the library looked at, also where nobody tells of its files', async () => {
    const api = await vscode.extensions.getExtension<Api>('precedent.precedent')?.activate();
    assert.ok(api);
    writeFileSync(review, '# Another branch\n\nIt was off.\n');
    const head = fileInWorkspace('.git/HEAD').fsPath;
    const text = readFileSync(head);
    // Written again and again: a watcher that is being started anew may miss the first.
    await eventually(async () => {
      writeFileSync(head, text);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal((await api.getReview('INC-960'))?.title, 'Another branch');
    }, 20_000);
  });
});
