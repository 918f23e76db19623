import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { isInNotebook, type ReasonPlace, reasonPlace } from './reasonPlace';
import { toFileReason } from './thisFileNode';

/** Shows where it is written why a review is in This File, given a row of it. */
export async function goToReason(what: unknown): Promise<void> {
  const reason = toFileReason(what);
  if (!reason) throw new UserError(vscode.l10n.t('Choose a row of This File first.'));
  const place = reasonPlace(reason);
  if (!place) return;
  if (isInNotebook(place)) return showNotebook(place);
  await vscode.commands.executeCommand('vscode.open', place.uri, { ...showing(place), preview: true });
}

/** How VS Code is to show a place. */
export function showing({ line }: ReasonPlace): vscode.TextDocumentShowOptions {
  return { selection: new vscode.Range(line - 1, 0, line - 1, 0) };
}

async function showNotebook({ uri, cell }: ReasonPlace): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const selections = cell === undefined ? [] : [new vscode.NotebookRange(cell - 1, cell)];
  await vscode.window.showNotebookDocument(notebook, { selections });
}
