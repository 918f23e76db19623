import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { shortLine } from '../core/wording/shortLine';
import { fileUri } from '../host/places';
import { plainMessage } from '../host/plainMessage';

/** Opens a file that a review points to beside the story, at the line that is named; says so where it is not there. */
export async function openTarget(
  review: ReviewDocument,
  { path, line }: { readonly path: string; readonly line?: number },
): Promise<void> {
  const uri = fileUri(review, path);
  if (!uri || !(await isFile(uri))) {
    const message = vscode.l10n.t('There is no file {0} in this workspace.', shortLine(path, 200));
    void vscode.window.showInformationMessage(plainMessage(message));
    return;
  }
  const position = new vscode.Position((line ?? 1) - 1, 0);
  await vscode.commands.executeCommand('vscode.open', uri, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    ...(line === undefined ? {} : { selection: new vscode.Range(position, position) }),
  });
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
