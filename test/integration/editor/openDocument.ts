import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A document that a test looks at, and the place in it that was marked. */
export interface Opened {
  readonly document: vscode.TextDocument;
  /** What stood between « and »; the start of the document where nothing did. */
  readonly marked: vscode.Range;
}

/** Activates the extension and waits until the library is read, whatever was changed before. */
export async function readLibrary(): Promise<void> {
  const extension = vscode.extensions.getExtension<{ readonly ready: Promise<void> }>('precedent.precedent');
  assert.ok(extension);
  await (await extension.activate()).ready;
  await vscode.commands.executeCommand('precedent.refreshLibrary');
}

/** Opens an untitled document. `text` may have one place marked: `// see «INC-7»`. */
export async function openText(language: string, text: string): Promise<Opened> {
  const content = text.replace(/[«»]/g, '');
  const document = await openUntitled(language, content);
  return { document, marked: markedIn(document, text) };
}

/**
 * VS Code gives an untitled document the name of the one that was closed before it, and, where that is still on its way out, also its text or its
 * language. The next one has another name.
 */
async function openUntitled(language: string, content: string, tries = 3): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const isAsAsked = linesOf(document.getText()) === linesOf(content) && document.languageId === language;
  return (isAsAsked && !document.isClosed) || tries === 0 ? document : openUntitled(language, content, tries - 1);
}

function linesOf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The range of the mark in a document that was opened with the text. */
export function markedIn(document: vscode.TextDocument, text: string): vscode.Range {
  const start = Math.max(0, text.indexOf('«'));
  const end = Math.max(start + 1, text.indexOf('»')) - 1;
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Shows a document with the cursor at a position; resolves when it is the active editor, which may be a moment after it is shown. */
export async function showAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, document));
  editor.selection = new vscode.Selection(position, position);
  await eventually(() => assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(position)));
  return editor;
}

/** A file of the workspace. */
export function fileInWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace; what it resolves to takes it away again. */
export async function writeInWorkspace(path: string, text: string): Promise<() => Promise<void>> {
  const uri = fileInWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return async () => vscode.workspace.fs.delete(uri);
}

/** Tries again until the assertion holds, for what follows a change after a moment; the last failure counts. `patience` and `between` are in ms. */
export async function eventually(holds: () => Promise<void> | void, patience = 5000, between = 50): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, between));
    }
  }
}

/** Sets a setting for the time of a test; what it resolves to takes it back. */
export async function set(
  name: string,
  value: unknown,
  scope?: vscode.ConfigurationScope,
): Promise<() => Promise<void>> {
  const isForLanguage = scope !== undefined;
  const update = async (to: unknown) =>
    vscode.workspace
      .getConfiguration(undefined, scope)
      .update(name, to, vscode.ConfigurationTarget.Global, isForLanguage);
  await update(value);
  return () => update(undefined);
}
