import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { dateInWords } from '../core/wording/datesInWords';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { CodeThen, FileThen } from '../host/codeThen';
import { registerCommand } from '../host/commands';
import { hasGit } from '../host/gitExtension';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { pickReview } from '../host/showReview';
import type { TrackedCitations } from '../host/trackedCitations';

/** Which of the files that are shown as they were is which file now, by URI. */
type Shown = Map<string, { readonly now: vscode.Uri; readonly title: string }>;

/**
 * The commands that show the file one is in as it was at the time of an incident, read-only, and that compare it with what it is now.
 * Where that cannot be done they say why.
 */
export function registerOpenAsOf(
  library: LiveLibrary,
  citations: TrackedCitations,
  codeThen: CodeThen,
  log: Log,
): vscode.Disposable {
  const shown: Shown = new Map();
  void vscode.commands.executeCommand('setContext', 'precedent.hasGit', hasGit());
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(() => vscode.commands.executeCommand('setContext', 'precedent.hasGit', hasGit())),
    registerCommand('precedent.openAsOf', log, async (name, key, file) => {
      const document = documentOf(file);
      const review =
        typeof name === 'string'
          ? (await pickReview(library, name, typeof key === 'string' ? key : undefined))?.review
          : await pickOne(reviewsFor(document, library, citations));
      if (!review) return undefined;
      const then = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking through the history…') },
        () => codeThen.find(document.uri, review),
      );
      if ('reason' in then) throw new UserError(then.reason);
      return open(document, then, shown);
    }),
    registerCommand('precedent.compareAsOf', log, async () => {
      const { uri } = documentOf(undefined);
      const there = shown.get(uri.toString());
      if (!there) {
        throw new UserError(vscode.l10n.t('First open a file as of an incident, then compare it with what it is now.'));
      }
      await vscode.commands.executeCommand('vscode.diff', uri, there.now, vscode.l10n.t('{0} ↔ Now', there.title));
    }),
  );
}

/** The document that a link of a card names, else the one that the user is in. */
function documentOf(file: unknown): vscode.TextDocument {
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file);
  const document = named ?? vscode.window.activeTextEditor?.document;
  if (!document) throw new UserError(vscode.l10n.t('Open the file that you want to see as it was.'));
  return document;
}

/** The reviews that the user may mean: the one at the cursor, else those that the file cites, else all that say when they happened. */
function reviewsFor(
  document: vscode.TextDocument,
  { library }: LiveLibrary,
  citations: TrackedCitations,
): readonly ReviewDocument[] {
  const editor = vscode.window.activeTextEditor;
  const at = editor?.document === document ? citations.at(document, editor.selection.active) : undefined;
  const cited = at ? at.reviews : citations.of(document).flatMap(({ reviews }) => reviews);
  const found = [...new Set(cited)];
  return found.length > 0 ? found : library.reviews.filter(({ date }) => date !== undefined);
}

async function pickOne(reviews: readonly ReviewDocument[]): Promise<ReviewDocument | undefined> {
  if (reviews.length < 2) {
    if (reviews[0]) return reviews[0];
    throw new UserError(vscode.l10n.t('No review here says when it happened.'));
  }
  const items = reviews.map((review) => ({
    label: escapeIcons(shortLine(review.id, 80)),
    description: escapeIcons(shortLine(review.title, 100)),
    detail: review.date === undefined ? '' : dateInWords(review.date),
    review,
  }));
  const placeHolder = vscode.l10n.t('Show this file as of which incident?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.review;
}

/** Opens the file beside, at the line that the user is on, as far as it was there then. */
async function open({ uri }: vscode.TextDocument, then: FileThen, shown: Shown): Promise<void> {
  const title = `${then.uri.path.slice(then.uri.path.lastIndexOf('/') + 1)} (${then.date}, ${then.hash.slice(0, 7)})`;
  shown.set(then.uri.toString(), { now: uri, title });
  await vscode.commands.executeCommand('setContext', 'precedent.asOf', [...shown.keys()]);
  const line = lineIn(await vscode.workspace.openTextDocument(then.uri), uri);
  const options: vscode.TextDocumentShowOptions = {
    preview: true,
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(line, 0, line, 0),
  };
  await vscode.commands.executeCommand('vscode.open', then.uri, options, title);
}

/** The line on which the user is in the file as it is now, found again in the text it had; the nearest above that is still there. */
function lineIn(then: vscode.TextDocument, now: vscode.Uri): number {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === now.toString());
  if (!editor) return 0;
  const lines = new Map(Array.from({ length: then.lineCount }, (_, line) => [then.lineAt(line).text.trim(), line]));
  for (let line = editor.selection.active.line; line >= 0; line--) {
    const text = editor.document.lineAt(line).text.trim();
    const found = text.length < 4 ? undefined : lines.get(text);
    if (found !== undefined) return found;
  }
  return 0;
}
