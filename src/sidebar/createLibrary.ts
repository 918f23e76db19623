import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import type { LiveLibrary } from '../host/liveLibrary';
import { setting } from '../host/settings';
import { exampleName, exampleReview } from './exampleReview';

/**
 * Makes a folder for reviews with one example in it, and opens the example. Where several folders are open, asks which.
 *
 * Nothing that is there is written over: where the example exists already, it is opened as it is.
 */
export async function createLibrary(library: LiveLibrary): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, placeFor(folder), exampleName);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(exampleReview), ignoreIfExists: true });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be written. Is the folder read-only?', file.fsPath));
  }
  await vscode.window.showTextDocument(file, { preview: false });
  await library.refresh();
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new UserError(vscode.l10n.t('Open a folder first: the library is made inside it.'));
  if (folders.length === 1) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Where is the library to be?') });
}

/** Where the settings say that reviews are, as far as that is inside the folder; else the first place we look at. */
function placeFor(folder: vscode.WorkspaceFolder): string {
  const named = setting('precedent.sources', folder).find(
    (each) => /^[^/~\\][^:\\]*$/.test(each) && !/(^|\/)\.\.(\/|$)/.test(each),
  );
  return named ?? 'docs/incidents';
}
