import * as vscode from 'vscode';
import { citationEdit } from '../core/wording/citationEdit';
import { copyCitation } from '../core/wording/citationFormats';
import type { TrackedCitations } from '../host/trackedCitations';
import { pathBeside } from './pathBeside';
import type { Shown } from './previewTab';
import { returnTo, type WritingPlace } from './writingPlace';

/**
 * Writes a citation at every cursor of a place, in one step to undo, in the form that the language asks for; in code that cannot
 * take it there, on a line of its own above; in the middle of another citation, behind it. Where the text cannot take it at all, has changed meanwhile, or there is no place, the
 * citation goes to the clipboard.
 */
export async function insertCitation(
  place: WritingPlace | undefined,
  shown: Shown,
  citations: TrackedCitations,
): Promise<void> {
  if (!place) return copyToClipboard(shown, vscode.l10n.t('Citation of {0} copied', shown.review.id));
  const editor = await returnTo(place);
  if (!editor) {
    return copyToClipboard(
      shown,
      vscode.l10n.t('The text has changed meanwhile: citation of {0} copied instead', shown.review.id),
    );
  }
  const { document } = editor;
  const version = document.version;
  const edits = new Map<string, { readonly at: vscode.Position; readonly text: string }>();
  for (const { active } of editor.selections) {
    const edit = editAt(document, active, shown, citations);
    if (!edit) return copyToClipboard(shown, whyCopied(shown, citations.languageOf(document)?.id));
    // Two cursors in one line of code ask for one line above it.
    edits.set(`${edit.at.line}:${edit.at.character}`, edit);
  }
  const isDone =
    document.version === version &&
    (await editor.edit((builder) => {
      for (const { at, text } of edits.values()) builder.insert(at, text);
    }));
  if (!isDone)
    await copyToClipboard(shown, vscode.l10n.t('This cannot be edited: citation of {0} copied', shown.review.id));
}

/** Puts a citation on the clipboard, and says so where it disturbs nobody. */
export async function copyToClipboard({ review, passage }: Shown, message: string): Promise<void> {
  await vscode.env.clipboard.writeText(copyCitation(review, passage));
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 5000);
}

function whyCopied({ review }: Shown, languageId: string | undefined): string {
  return languageId === 'excalidraw'
    ? vscode.l10n.t('A drawing of Excalidraw has no comments: citation of {0} copied, for a text in it', review.id)
    : vscode.l10n.t('No comment can stand here: citation of {0} copied', review.id);
}

function editAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  { review, passage }: Shown,
  citations: TrackedCitations,
): { readonly at: vscode.Position; readonly text: string } | undefined {
  const fromPath = pathBeside(document.uri, review);
  const citing = {
    text: document.getText(),
    language: citations.languageOf(document),
    languageId: document.languageId,
    citations: citations.of(document),
    ...(fromPath === undefined ? {} : { fromPath }),
  };
  const edit = citationEdit(review, passage, citing, document.offsetAt(position));
  return edit && { at: document.positionAt(edit.offset), text: edit.text };
}
