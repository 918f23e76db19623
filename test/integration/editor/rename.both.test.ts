import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileInWorkspace, readLibrary, writeInWorkspace } from './openDocument';

const review = `---\r\nid: INC-910 # ours\r\ntitle: The pump\r\n---\r\n\r\n# INC-910: The pump\r\n\r\nThe pump of INC-910 was kind.\r\n`;
const code = 'package a\n\n// see INC-910#the-pump, inc-910 and INC-9101\nconst a = "INC-910"\n';
const design = '# Pumps\n\nAs in [INC-910: The pump](../incidents/INC-910-the-pump.md#the-pump).\n';

describe('renaming the id of a review', () => {
  const undo: (() => Promise<void>)[] = [];
  let document: vscode.TextDocument;

  before(async () => {
    undo.push(await writeInWorkspace('docs/incidents/INC-910-the-pump.md', review));
    undo.push(await writeInWorkspace('src/pump.go', code));
    undo.push(await writeInWorkspace('docs/design/pumps.md', design));
    await readLibrary();
    document = await vscode.workspace.openTextDocument(fileInWorkspace('src/pump.go'));
    await vscode.window.showTextDocument(document);
    await eventually(async () => assert.ok((await referencesAt('INC-910')).length >= 4), 15_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const each of undo) await each();
    await readLibrary();
  });

  it('changes the review, its file, every citation and nothing else, and keeps the former id', async () => {
    const edit = await rename('INC-910', 'INC-911');
    const changed = await textsAfter(edit);
    assert.deepEqual(changed, {
      'docs/incidents/INC-910-the-pump.md': review
        .replaceAll('INC-910', 'INC-911')
        .replace('title: The pump\r\n', 'title: The pump\r\naliases: [INC-910]\r\n'),
      'src/pump.go': code.replace('see INC-910#', 'see INC-911#').replace('inc-910 and', 'INC-911 and'),
      'docs/design/pumps.md': design.replaceAll('INC-910', 'INC-911'),
    });
  });

  it('says which id is renamed', async () => {
    const at = document.positionAt(document.getText().indexOf('INC-910') + 2);
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      at,
    );
    assert.equal(prepared.placeholder, 'INC-910');
    assert.equal(document.getText(prepared.range), 'INC-910');
  });

  const refused: Record<string, [id: string, reason: RegExp]> = {
    'an id that is taken': ['INC-7', /INC-7 is taken: it means docs\/incidents\/INC-7/],
    'what is no id': ['the pump', /cannot be an id/],
    'what nobody would recognise': ['pump', /would not be recognised in text/],
  };
  for (const [name, [id, reason]] of Object.entries(refused)) {
    it(`refuses ${name}, and says why`, async () => {
      await assert.rejects(rename('INC-910', id), reason);
    });
  }

  async function rename(word: string, to: string): Promise<vscode.WorkspaceEdit> {
    const at = document.positionAt(document.getText().indexOf(word) + 1);
    return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, to);
  }

  async function referencesAt(word: string): Promise<vscode.Location[]> {
    const at = document.positionAt(document.getText().indexOf(word) + 1);
    return vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, at);
  }
});

/** What files say after an edit, without making it. */
async function textsAfter(edit: vscode.WorkspaceEdit): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [uri, edits] of edit.entries()) {
    if (edits.length === 0) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    const sorted = [...edits].sort((a, b) => b.range.start.compareTo(a.range.start));
    texts[vscode.workspace.asRelativePath(uri, false)] = sorted.reduce(
      (text, { range, newText }) =>
        text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end)),
      document.getText(),
    );
  }
  return texts;
}
