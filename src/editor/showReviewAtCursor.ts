import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import { UserError } from '../core/userError';
import { citationName } from '../core/wording/citationName';
import { joinWords } from '../core/wording/joinWords';
import { labelText } from '../core/wording/labelText';
import { registerCommand, runCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { plainMessage } from '../host/plainMessage';
import { pickReview, showReview } from '../host/showReview';
import type { TrackedCitations } from '../host/trackedCitations';

/** The command that opens the review of the citation at the cursor, else of the one on its line; of several there, the user picks one. */
export function registerShowReviewAtCursor(
  library: LiveLibrary,
  citations: TrackedCitations,
  log: Log,
): vscode.Disposable {
  return registerCommand('precedent.showReviewAtCursor', log, async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new UserError(vscode.l10n.t('No editor is open to look for a citation in.'));
    const there = citationsAt(citations, editor);
    if (there.length === 0 && !library.isReading) return void offerReason();
    const citation = await pickCitation(there);
    if (!citation) return;
    const name = citationName(citation.id, citation.passage);
    if (citation.reviews.length === 0) throw new UserError(unknown(citation, library));
    const found = await pickReview(library, name);
    if (found) await showReview(found.review, found.passage);
  });
}

function citationsAt(
  citations: TrackedCitations,
  { document, selection }: vscode.TextEditor,
): readonly FoundCitation[] {
  const at = citations.at(document, selection.active);
  if (at) return [at];
  const line = document.lineAt(selection.active.line).range;
  return citations
    .of(document)
    .filter(({ start, end }) => document.offsetAt(line.start) <= start && end <= document.offsetAt(line.end));
}

async function pickCitation(there: readonly FoundCitation[]): Promise<FoundCitation | undefined> {
  const [first, ...others] = there;
  if (!first) {
    throw new UserError(vscode.l10n.t('The reviews are still being read. Try again in a moment.'));
  }
  if (others.length === 0) return first;
  const items = there.map((citation) => ({
    label: labelText(citation.text, 80),
    description: labelText(citation.reviews[0]?.title ?? vscode.l10n.t('no review with this id here'), 120),
    citation,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which review?') }))?.citation;
}

/** Says that nothing is cited, to somebody who may well see an id there. */
async function offerReason(): Promise<void> {
  const why = vscode.l10n.t('Why Is There No Hover Here?');
  const chosen = await vscode.window.showWarningMessage(plainMessage(vscode.l10n.t('This line cites no review.')), why);
  if (chosen === why) await runCommand('precedent.whyNoHover');
}

function unknown(citation: FoundCitation, library: LiveLibrary): string {
  const closest = library.known.closest(citation.id, 3);
  return closest.length === 0
    ? vscode.l10n.t('There is no review {0} here.', citation.id)
    : vscode.l10n.t('There is no review {0} here. Closest: {1}.', citation.id, joinWords(closest, 3));
}
