import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace, openText, readLibrary, writeInWorkspace } from './editor/openDocument';
import { referencesAt } from './editor/referencesAt';

const files = {
  'docs/design/lock-note.md': 'We wait because of INC-900.\n',
  'services/lock.ts': 'lock(); // see INC-900#what-surprised-us\n// and [INC-99]\n',
  'docs/incidents/INC-909-a-lamp.md': '# A lamp\n\nIt looked like INC-900 at first.\n',
};
const title = `${lockReview.path}:9`;
const citing = ['docs/design/lock-note.md:1', 'docs/incidents/INC-909-a-lamp.md:3', 'services/lock.ts:1'];

describe('references', () => {
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

  async function lists(document: vscode.TextDocument, position: vscode.Position, expected: readonly string[]) {
    await eventually(async () =>
      assert.deepEqual((await referencesAt(document, position)).sort(), [...expected].sort()),
    );
  }

  it('lists the title and every citation, from a citation in code', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-900»');
    await lists(document, marked.start, [title, ...citing]);
  });

  it('lists them from a design document', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/design/lock-note.md'));
    await lists(document, new vscode.Position(0, 22), [title, ...citing]);
  });

  it('lists them from the review that cites it', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('docs/incidents/INC-909-a-lamp.md'));
    await lists(document, new vscode.Position(2, 17), [title, ...citing]);
  });

  it('lists them from the title of the review itself', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace(lockReview.path));
    await lists(document, new vscode.Position(1, 12), [title, ...citing]);
  });

  it('lists all places of an id that no review has', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('services/lock.ts'));
    await lists(document, new vscode.Position(1, 10), ['services/lock.ts:2']);
  });

  it('counts a citation that is not saved yet, and not one that was taken away', async () => {
    const uri = fileInWorkspace('services/lock.ts');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, 0, 40), 'lock();\n\n// INC-900, once more\n');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
    const asked = await openText('typescript', '// see «INC-900»');
    await lists(asked.document, asked.marked.start, [title, ...citing.slice(0, 2), 'services/lock.ts:3']);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await lists(asked.document, asked.marked.start, [title, ...citing]);
  });

  it('follows files that come, are renamed and go', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-900»');
    const added = await writeInWorkspace('services/other.py', '# INC-900\n');
    await lists(document, marked.start, [title, ...citing, 'services/other.py:1']);
    await vscode.workspace.fs.rename(fileInWorkspace('services/other.py'), fileInWorkspace('services/another.py'));
    await lists(document, marked.start, [title, ...citing, 'services/another.py:1']);
    await vscode.workspace.fs.rename(fileInWorkspace('services/another.py'), fileInWorkspace('services/other.py'));
    await added();
    await lists(document, marked.start, [title, ...citing]);
  });

  it('finds an id in files that were read before there was a review of it', async () => {
    const addNote = await writeInWorkspace('services/note.go', '// LAMP-5 again\n');
    const { document, marked } = await openText('typescript', '// «LAMP-5»');
    await lists(document, marked.start, []);
    const addReview = await writeInWorkspace('docs/incidents/LAMP-5-a-lamp.md', '# LAMP-5: A lamp\n\nIt was off.\n');
    try {
      await lists(document, marked.start, ['docs/incidents/LAMP-5-a-lamp.md:1', 'services/note.go:1']);
    } finally {
      await addNote();
      await addReview();
      await readLibrary();
    }
  });
});
