import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileInWorkspace, readLibrary, writeInWorkspace } from './openDocument';

const text = 'package a\n\n// see INC-977, please\nfunc f() {}\n';

describe('the last citation', () => {
  // A review of its own: documents of other tests, open still, cite theirs.
  let removeReview = async () => {};
  let removeFile = async () => {};
  let document: vscode.TextDocument;

  before(async () => {
    removeReview = await writeInWorkspace(
      'docs/incidents/INC-977-quay.md',
      '# The quay without a light\n\nNobody saw it.\n',
    );
    await readLibrary();
    removeFile = await writeInWorkspace('src/last.go', text);
    document = await vscode.workspace.openTextDocument(fileInWorkspace('src/last.go'));
    await vscode.window.showTextDocument(document);
    // All citations have to be known before anything is said: this one as well.
    await eventually(async () => assert.ok((await referencesIn(document)).length > 0), 15_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await removeFile();
    await removeReview();
    await readLibrary();
  });

  it('leaves a hint where it stood, until it comes back', async () => {
    await replace(document, 'INC-977', 'it');
    await eventually(() => assert.deepEqual(hintsIn(document), [hint]), 8000);
    assert.equal(vscode.languages.getDiagnostics(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Hint);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.deepEqual(hintsIn(document), []));
    assert.equal(document.getText(), text);
  });

  it('says nothing of what is cut and pasted', async () => {
    await replace(document, ' INC-977', '');
    await replace(document, 'func f', '// INC-977\nfunc f');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(hintsIn(document), []);
    await replace(document, '// INC-977\n', '');
    await replace(document, 'see', 'see INC-977');
  });

  it('leaves with the file when that is closed', async () => {
    await replace(document, ' INC-977', '');
    await eventually(() => assert.deepEqual(hintsIn(document), [hint]), 8000);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => assert.deepEqual(hintsIn(document), []), 20_000);
    document = await vscode.workspace.openTextDocument(document.uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.getText(), text);
  });

  it('can be let go, and is not told again when the edit is undone and made again', async () => {
    await replace(document, ' INC-977', '');
    await eventually(() => assert.deepEqual(hintsIn(document), [hint]), 8000);
    const action = await actionNamed(document, 'Let INC-977 go');
    await vscode.commands.executeCommand(action.command?.command ?? '', ...(action.command?.arguments ?? []));
    await eventually(() => assert.deepEqual(hintsIn(document), []));
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.ok(document.getText().includes(' INC-977')));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await replace(document, ' INC-977', '');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(hintsIn(document), []);
  });
});

const hint = 'The last citation of INC-977: The quay without a light in this workspace stood here.';

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + words.length)),
    by,
  );
  await vscode.workspace.applyEdit(edit);
}

function hintsIn(document: vscode.TextDocument): string[] {
  const ours = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Precedent');
  return ours.map(({ message }) => message);
}

async function actionNamed(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const [there] = vscode.languages.getDiagnostics(document.uri);
  assert.ok(there);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    there.range,
  );
  const found = actions.find((action) => action.title === title);
  assert.ok(found, JSON.stringify(actions.map((action) => action.title)));
  return found;
}

async function referencesIn(document: vscode.TextDocument): Promise<vscode.Location[]> {
  const at = document.positionAt(document.getText().indexOf('INC-977') + 1);
  return vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
}
