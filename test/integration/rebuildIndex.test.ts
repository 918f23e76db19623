import assert from 'node:assert/strict';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { eventually, fileInWorkspace, readLibrary, set, writeInWorkspace } from './editor/openDocument';

// What nobody can see by time and size, and nobody tells: only reading all of it anew finds it.
describe('Rebuild the Index', function () {
  this.timeout(60_000);
  const undo: (() => unknown)[] = [];
  let api: Api;

  before(async () => {
    undo.push(await set('files.watcherExclude', { '**/docs/incidents/**': true, '**/services/**': true }));
    const extension = vscode.extensions.getExtension<Api>('precedent.precedent');
    assert.ok(extension);
    api = await extension.activate();
  });

  after(async () => {
    for (const each of undo.splice(0).reverse()) await each();
    await readLibrary();
  });

  it('reads every review anew, whatever its time and size say', async () => {
    const path = 'docs/incidents/INC-961-a-kettle.md';
    undo.push(await writeInWorkspace(path, '# A kettle that was on\n\nIt was.\n'));
    const file = fileInWorkspace(path).fsPath;
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    await readLibrary();
    assert.equal((await api.getReview('INC-961'))?.title, 'A kettle that was on');
    writeFileSync(file, readFileSync(file, 'utf8').replace('on\n', 'by\n'));
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    await vscode.commands.executeCommand('precedent.rebuildIndex');
    assert.equal((await api.getReview('INC-961'))?.title, 'A kettle that was by');
  });

  it('searches all files for citations anew', async () => {
    await vscode.commands.executeCommand('precedent.gatherCitations');
    undo.push(await writeInWorkspace('services/kettle.ts', '// see INC-961\n'));
    await vscode.commands.executeCommand('precedent.rebuildIndex');
    await eventually(async () => {
      const [citation, ...others] = await api.findCitations('INC-961');
      assert.deepEqual([citation?.path, others.length], ['services/kettle.ts', 0]);
    });
  });
});
