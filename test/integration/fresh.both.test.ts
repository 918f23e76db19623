import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt } from './editor/hoverAt';
import { eventually, fileInWorkspace, openText, readLibrary, writeInWorkspace } from './editor/openDocument';

const path = 'docs/incidents/INC-901-a-kettle.md';
const kettle = (surprise: string) => `# A kettle\n\n## What surprised us\n\n${surprise}\n`;

/** What the hover says on `INC-901` in a comment. */
async function card(): Promise<string> {
  const { document, marked } = await openText('typescript', '// see «INC-901»');
  return cardAt(document, marked);
}

const says = (words: RegExp) => eventually(async () => assert.match(await card(), words));

// Nobody asks for a refresh here: the library notices by itself.
describe('the library stays fresh', () => {
  before(readLibrary);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  let remove: () => Promise<void>;

  it('knows a review as soon as its file is there', async () => {
    remove = await writeInWorkspace(path, kettle('It was off.'));
    await says(/A kettle[\s\S]*It was off/);
  });

  it('tells what the file says now', async () => {
    await writeInWorkspace(path, kettle('It was plugged in all along.'));
    await says(/plugged in/);
  });

  it('follows what is being written, before it is saved', async () => {
    const document = await vscode.workspace.openTextDocument(fileInWorkspace(path));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Nobody had looked under the table. ');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
    await says(/under the table/);
  });

  it('goes back to the file when the writing is given up', async () => {
    await vscode.window.showTextDocument(fileInWorkspace(path));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(async () => assert.doesNotMatch(await card(), /under the table/));
    await says(/plugged in/);
  });

  it('forgets a review whose file is gone', async () => {
    await remove();
    await says(/No review with this id here/);
  });

  it('reads a folder that a setting names, from the moment it does', async () => {
    const sources = (value?: string[]) =>
      vscode.workspace.getConfiguration('precedent').update('sources', value, vscode.ConfigurationTarget.Global);
    const removeLamp = await writeInWorkspace('archive/INC-902-a-lamp.md', '# A lamp\n\nIt was on.\n');
    const { document, marked } = await openText('go', '// see «INC-902»');
    const lamp = (words: RegExp) => eventually(async () => assert.match(await cardAt(document, marked), words));
    try {
      await sources(['archive']);
      await lamp(/A lamp/);
    } finally {
      await sources();
      await removeLamp();
    }
    await lamp(/No review with this id/);
  });
});
