import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { mentionEdit } from '../core/wording/mentionEdit';
import { pathBeside } from '../host/pathBeside';
import { toFileReason } from './thisFileNode';

/** Makes the words with which a document mentions a review a citation of it, in one step to undo, and shows the place. */
export async function citeMention(what: unknown): Promise<void> {
  const given = toFileReason(what);
  const review = given?.parent.entry.review;
  if (!given || !review || given.reason.kind !== 'mentioned') {
    throw new UserError(vscode.l10n.t('Choose a mention in This File first.'));
  }
  const { reason, parent } = given;
  const { front } = parent;
  const documents = front.documents.filter(({ cell }) => cell === reason.place.cell);
  const document = documents[0]?.document ?? (await vscode.workspace.openTextDocument(front.uri));
  const start = offsetOf(document, reason.place.line, reason.text);
  if (start < 0) throw new UserError(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + reason.text.length));
  const fromPath = pathBeside(document.uri, review);
  const { languageId } = document;
  const text = mentionEdit(reason.text, review, { languageId, ...(fromPath === undefined ? {} : { fromPath }) });
  if (text === undefined) throw new UserError(vscode.l10n.t('This review cannot be named here.'));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  const isDone = await vscode.workspace.applyEdit(edit);
  if (!isDone) throw new UserError(vscode.l10n.t('This document cannot be edited.'));
  if (reason.place.cell !== undefined) return;
  const selection = new vscode.Range(range.start, range.start);
  await vscode.window.showTextDocument(document, { selection, preview: false });
}

/** Where words stand in or below a line (1-based); -1 where they do not. */
function offsetOf(document: vscode.TextDocument, line: number, words: string): number {
  const from = document.offsetAt(new vscode.Position(line - 1, 0));
  const at = document.getText().indexOf(words, from);
  return document.positionAt(Math.max(0, at)).line === line - 1 ? at : -1;
}
