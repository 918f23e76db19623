import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt } from './editor/hoverAt';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace, openText, readLibrary, set, writeInWorkspace } from './editor/openDocument';

const files = {
  'docs/design/lock-note.md': 'We wait because of INC-900. It was worth it.\n',
  'services/lock.ts': '// The list is empty at times, see INC-900.\nlock();\n',
};

describe('where a review is cited', () => {
  const remove: (() => Promise<void>)[] = [];
  before(async () => {
    await lockReview.add();
    for (const [path, text] of Object.entries(files)) remove.push(await writeInWorkspace(path, text));
    await readLibrary();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const each of remove) await each();
    await lockReview.remove();
  });

  const openReview = () => vscode.workspace.openTextDocument(fileInWorkspace(lockReview.path));

  async function titleLens(document: vscode.TextDocument): Promise<vscode.CodeLens | undefined> {
    const command = 'vscode.executeCodeLensProvider';
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100);
    return all.find((lens) => lens.command?.command === 'precedent.findCitations');
  }

  it('is said in the card, the design document first, with a way to all of it', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-900»');
    await eventually(async () => {
      const card = await cardAt(document, marked);
      assert.match(card, /Cited: “We wait because of INC-900\.” in docs\/design\/lock-note\.md, line 1/);
      assert.match(card, /Cited: “The list is empty at times, see INC-900\.” in services\/lock\.ts, line 1/);
      assert.match(card, /\[Where It Is Cited\]/);
    });
  });

  it('leaves the place of the card itself out of it', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('services/lock.ts'));
    const position = new vscode.Position(0, files['services/lock.ts'].indexOf('INC-900') + 2);
    await eventually(async () => {
      const card = await cardAt(document, position);
      assert.match(card, /We wait because/);
      assert.doesNotMatch(card, /The list is empty at times/);
    });
  });

  it('stands above the title of the review, as a sentence and how many more', async () => {
    const document = await openReview();
    await eventually(async () => {
      const lens = await titleLens(document);
      assert.equal(lens?.command?.title, 'Cited in lock-note.md: “We wait because of INC-900.” and 1 more…');
      assert.equal(lens?.range.start.line, 8);
    });
  });

  it('does not stand there where lenses are off', async () => {
    const reset = await set('precedent.codeLens.enabled', false, { languageId: 'markdown' });
    try {
      assert.equal(await titleLens(await openReview()), undefined);
    } finally {
      await reset();
    }
  });

  it('is shown by the command, at the title of the review', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('precedent.findCitations', 'INC-900');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.path.endsWith(lockReview.path), editor?.document.uri.path);
    assert.equal(editor?.selection.active.line, 8);
  });

  it('is shown by the command where the reader is, when a citation is in view', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('services/lock.ts'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('precedent.findCitations', 'INC-900');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });
});
