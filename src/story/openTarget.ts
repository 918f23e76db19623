import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { shortLine } from '../core/wording/shortLine';
import { fileUri, toUri } from '../host/places';

/** What VS Code has no editor for, so that another program has to open it. */
const opensOutside = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|vsdx?|key|pages|numbers)$/i;

/** Opens a file that a review points to beside the story, at the line that is named (1-based); says so where it is not there. */
export async function openFile(review: ReviewDocument, path: string, line: number | undefined): Promise<void> {
  const uri = fileUri(review, path);
  if (!uri || !(await isFile(uri))) {
    throw new UserError(vscode.l10n.t('There is no file {0} in this workspace.', shortLine(path, 200)));
  }
  // Another program only where the folder is trusted.
  const mayOpenOutside = vscode.workspace.isTrusted && vscode.env.remoteName === undefined;
  if (mayOpenOutside && opensOutside.test(uri.path) && uri.scheme === 'file') {
    await vscode.env.openExternal(uri);
  } else await openBeside(uri, line);
}

/** Opens a place in the workspace beside the story. */
export async function openPlace(key: string, line: number): Promise<void> {
  await openBeside(toUri(key), line);
}

async function openBeside(uri: vscode.Uri, line: number | undefined): Promise<void> {
  const at = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    ...(line === undefined ? {} : { selection: new vscode.Range(at, at) }),
  };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
