import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { type NoSection, pastIncidents } from '../core/wording/pastIncidents';
import { registerCommand, runCommand } from '../host/commands';
import type { Log } from '../host/log';
import { pathBeside } from '../host/pathBeside';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';

/** The command that puts the section of past incidents into the document in front, or brings it up to date, in one step to undo. */
export function registerPastIncidents(citations: TrackedCitations, log: Log): vscode.Disposable {
  return registerCommand('precedent.pastIncidents', log, async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new UserError(vscode.l10n.t('Open the document that is to have the section first.'));
    const { document } = editor;
    const { version } = document;
    const { path = document.uri.path } = citations.optionsFor(document);
    const section = pastIncidents(
      {
        text: document.getText(),
        language: citations.languageOf(document),
        languageId: document.languageId,
        path,
        citations: citations.of(document),
        own: citations.reviewsIn(document),
        pathFor: (review) => pathBeside(document.uri, review),
      },
      setting('precedent.citation.sectionHeading', document),
    );
    if (section === 'nothingCited') return void offerToCite();
    if (typeof section === 'string') throw new UserError(reason(section));
    const { start, end, text, isSame } = section;
    if (isSame) {
      vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('The section says it all already')}`, 5000);
      return;
    }
    const place = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const isDone = await editor.edit((builder) => builder.replace(place, text));
    if (!isDone) throw new UserError(whyNotEdited(document.version !== version));
    editor.revealRange(new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)));
  });
}

/** VS Code refuses an edit where nobody may write, and of a text that has become another one on its way. */
function whyNotEdited(isChanged: boolean): string {
  return isChanged
    ? vscode.l10n.t('The text has changed meanwhile. Nothing was written.')
    : vscode.l10n.t('This document cannot be edited.');
}

/** Says that there is nothing to list, with a way to change that. */
async function offerToCite(): Promise<void> {
  const cite = vscode.l10n.t('Cite…');
  const words = vscode.l10n.t('No review is cited in this document yet. Cite one first.');
  if ((await vscode.window.showWarningMessage(words, cite)) === cite) await runCommand('precedent.cite');
}

function reason(why: Exclude<NoSection, 'nothingCited'>): string {
  switch (why) {
    case 'noMarks':
      return vscode.l10n.t('The section needs a document in Markdown, AsciiDoc, reStructuredText or Org.');
    case 'noPlace':
      return vscode.l10n.t('The document ends in a fence that is not closed. Close it first.');
    case 'unclosed':
      return vscode.l10n.t(
        'One of the two marks of the section is missing. Take the other one out, and what stands below it, then try again.',
      );
  }
}
