import * as vscode from 'vscode';
import type { CitationEdit } from '../core/wording/citationEdit';
import { citationEdits } from '../core/wording/citationEdits';
import { copyCitation } from '../core/wording/citationFormats';
import type { CitationFormats } from '../host/citationFormats';
import { citingDocument, onceEach } from '../host/citing';
import type { TrackedCitations } from '../host/trackedCitations';
import type { Shown } from './previewTab';
import { returnTo, type WritingPlace } from './writingPlace';

/**
 * Writes a citation at every cursor of a place, in one step to undo, in the format that was chosen last for the language; in code that
 * cannot take it there, on a line of its own above; in the middle of another citation, behind it. Where the text cannot take it at all, has
 * changed meanwhile, or there is no place, the citation goes to the clipboard.
 */
export async function insertCitation(
  place: WritingPlace | undefined,
  shown: Shown,
  citations: TrackedCitations,
  formats: CitationFormats,
): Promise<void> {
  const { review, passage } = shown;
  if (!place) return copyToClipboard(shown, vscode.l10n.t('Citation of {0} copied', review.id));
  const editor = await returnTo(place);
  const copyAsChanged = () =>
    copyToClipboard(shown, vscode.l10n.t('The text has changed meanwhile: citation of {0} copied instead', review.id));
  if (!editor) return copyAsChanged();
  const { document } = editor;
  const { version } = document;
  const citing = citingDocument(document, review, citations);
  const format = formats.current(document);
  const all: CitationEdit[] = [];
  for (const { active } of editor.selections) {
    const edits = citationEdits(review, passage, citing, document.offsetAt(active), format);
    if (!edits) return copyToClipboard(shown, whyCopied(shown, citing.language?.id));
    all.push(...edits);
  }
  const isDone = await editor.edit((builder) => {
    for (const { offset, text } of onceEach(all)) builder.insert(document.positionAt(offset), text);
  });
  if (isDone) return;
  // VS Code refuses an edit of a text that has become another one on its way.
  if (document.version !== version) await copyAsChanged();
  else await copyToClipboard(shown, vscode.l10n.t('This cannot be edited: citation of {0} copied', review.id));
}

/** Puts a citation on the clipboard, and says so where it disturbs nobody. */
export async function copyToClipboard({ review, passage }: Shown, message: string): Promise<void> {
  await vscode.env.clipboard.writeText(copyCitation(review, passage));
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 5000);
}

function whyCopied({ review }: Shown, languageId: string | undefined): string {
  return languageId === 'excalidraw'
    ? vscode.l10n.t('A drawing of Excalidraw has no comments: citation of {0} copied, for a text in it', review.id)
    : vscode.l10n.t('No citation can stand here: citation of {0} copied', review.id);
}
