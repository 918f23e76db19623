import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileInWorkspace, type Opened, openText } from './openDocument';

/** Opens an untitled document in a tab: only there findings are shown. */
export async function openTab(language: string, text: string): Promise<Opened> {
  const opened = await openText(language, text);
  await vscode.window.showTextDocument(opened.document, { preview: false });
  return opened;
}

/** Opens a file of the workspace in a tab. */
export async function openFileTab(path: string): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(fileInWorkspace(path), { preview: false })).document;
}

/** Our findings on a document as they are shown, `code place` in order. */
export function shownOn(document: vscode.TextDocument): readonly string[] {
  return ours(document).map(
    ({ code, range }) => `${typeof code === 'object' ? code.value : code} ${document.getText(range)}`,
  );
}

/** Our diagnostics on a document, in the order of the text. */
export function ours({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Precedent');
  return all.toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until these findings are shown on a document. */
export async function shows(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  await eventually(async () => assert.deepEqual(shownOn(document), expected));
}

/** The quick fixes that VS Code offers at a place. */
export async function fixesAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Applies the fix with a title once it is offered, and resolves to the text that comes of it. */
export async function fix(document: vscode.TextDocument, range: vscode.Range, title: RegExp): Promise<string> {
  const chosen: vscode.CodeAction[] = [];
  await eventually(async () => {
    const fixes = await fixesAt(document, range);
    chosen.push(...fixes.filter((each) => title.test(each.title)));
    assert.ok(chosen[0]?.edit, `${title} is not among ${fixes.map((each) => each.title).join(', ')}`);
  });
  assert.ok(chosen[0]?.edit && (await vscode.workspace.applyEdit(chosen[0].edit)));
  return document.getText();
}
