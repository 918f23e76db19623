import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { toUri } from '../host/places';
import { type FileEntryNode, isFileEntry } from './thisFileNode';

/** Shows where it is written why a review is in This File: the citation in the file or near it, the words of the review. */
export async function goToReason(what: unknown): Promise<void> {
  if (!isFileEntry(what)) throw new UserError(vscode.l10n.t('Choose a row of This File first.'));
  const place = placeOf(what);
  if (!place) return;
  if (place.uri.path.endsWith('.ipynb')) return showNotebook(place);
  const at = new vscode.Range(place.line - 1, 0, place.line - 1, 0);
  await vscode.commands.executeCommand('vscode.open', place.uri, { selection: at, preview: true });
}

/** A place in a file; `line` and `cell` are 1-based. */
interface Place {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly cell?: number;
}

async function showNotebook({ uri, cell }: Place): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const selections = cell === undefined ? [] : [new vscode.NotebookRange(cell - 1, cell)];
  await vscode.window.showNotebookDocument(notebook, { selections });
}

function placeOf({ entry, front }: FileEntryNode): Place | undefined {
  const [reason] = entry.reasons;
  const review = entry.review && toUri(entry.review.key);
  switch (reason.kind) {
    case 'cited':
      return { uri: front.uri, line: 1, ...reason.places[0] };
    case 'mentioned':
      return { uri: front.uri, ...reason.place };
    case 'nearby':
      return { uri: toUri(reason.places[0].file), line: reason.places[0].line };
    case 'named':
    case 'cites':
      return review && { uri: review, line: reason.line };
    case 'service':
      return review && { uri: review, line: entry.review?.origins.services?.line ?? 1 };
  }
}
