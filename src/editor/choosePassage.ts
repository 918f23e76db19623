import * as vscode from 'vscode';
import { citationParts } from '../core/checks/citationParts';
import type { FoundCitation } from '../core/citations/citation';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { citablePassages } from '../core/wording/citablePassages';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { pickReview } from '../host/showReview';
import type { TrackedCitations } from '../host/trackedCitations';

/**
 * The command by which one chooses the part of a review that a citation is about: of the citation at the cursor, or at the place that a
 * quick fix names (URI, 0-based line and character).
 */
export function registerChoosePassage(library: LiveLibrary, citations: TrackedCitations, log: Log): vscode.Disposable {
  return registerCommand('precedent.choosePassage', log, async (uri, line, character) => {
    const editor = await editorAt(uri);
    if (!editor) throw new UserError(vscode.l10n.t('No editor is open to look for a citation in.'));
    const { document } = editor;
    const isGiven = typeof line === 'number' && typeof character === 'number';
    const position = isGiven
      ? document.validatePosition(new vscode.Position(line, character))
      : editor.selection.active;
    const citation = citations.at(document, position);
    if (!citation || citation.reviews.length === 0) {
      throw new UserError(vscode.l10n.t('No review is cited here. Put the cursor on a citation.'));
    }
    if (citation.form === 'url') throw new UserError(vscode.l10n.t('An address cannot name a passage.'));
    const { version } = document;
    const review = await reviewOf(citation, library);
    const chosen = review && (await pickPassage(review, citation));
    if (chosen === undefined) return;
    if (document.version !== version) {
      throw new UserError(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
    }
    const { name, passage } = citationParts(citation);
    const start = document.positionAt(citation.start + name.length);
    const place = new vscode.Range(start, document.positionAt(citation.start + name.length + passage.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, place, chosen);
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new UserError(vscode.l10n.t('This document cannot be edited.'));
    }
  });
}

async function editorAt(uri: unknown): Promise<vscode.TextEditor | undefined> {
  if (typeof uri !== 'string') return vscode.window.activeTextEditor;
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
}

async function reviewOf({ reviews, id }: FoundCitation, library: LiveLibrary): Promise<ReviewDocument | undefined> {
  return reviews.length === 1 ? reviews[0] : (await pickReview(library, id))?.review;
}

/** What is to stand behind the name, with its mark; empty for the whole review; nothing where the user chose nothing. */
async function pickPassage(review: ReviewDocument, { form, text }: FoundCitation): Promise<string | undefined> {
  // A link leads to headings only.
  const isPath = form === 'path' || (form === 'link' && /[/.]/.test(text.split('#', 1)[0] ?? ''));
  const marks = isPath ? (['#'] as const) : (['#', '@'] as const);
  const passages = marks.flatMap((mark) => citablePassages(review, mark).map((each) => ({ ...each, mark })));
  const items = [
    { label: vscode.l10n.t('The whole review'), description: escapeIcons(shortLine(review.title, 100)), put: '' },
    ...passages.map(({ mark, passage, text: said }) => ({
      label: escapeIcons(shortLine(mark === '@' ? passage : said, 100)),
      description: escapeIcons(shortLine(mark === '@' ? said : `#${passage}`, 120)),
      put: mark + passage,
    })),
  ];
  const title = vscode.l10n.t('What is this citation of {0} about?', shortLine(review.id, 60));
  const options = {
    title,
    placeHolder: vscode.l10n.t('A section or a moment of the review'),
    matchOnDescription: true,
  };
  return (await vscode.window.showQuickPick(items, options))?.put;
}
