import * as vscode from 'vscode';
import { splitCitationName } from '../core/wording/citationName';
import { labelText } from '../core/wording/labelText';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { pickReview, type ShowOptions, showReview } from '../host/showReview';

/** The commands that open a review: in the active editor, or beside it without taking the focus. Without an id, the search asks. */
export function registerOpenReview(library: LiveLibrary, log: Log, search: () => unknown): vscode.Disposable {
  const open = async (citation: unknown, key: unknown, options: ShowOptions) => {
    const names = [citation].flat().filter((each) => typeof each === 'string');
    if (names.length === 0) return search();
    const name = names.length === 1 ? names[0] : await pickName(library, names);
    if (name === undefined) return undefined;
    const found = await pickReview(library, name, typeof key === 'string' ? key : undefined);
    if (found) await showReview(found.review, found.passage, options);
    return undefined;
  };
  return vscode.Disposable.from(
    registerCommand('precedent.openReview', log, (citation, key) => open(citation, key, {})),
    registerCommand('precedent.openReviewBeside', log, (citation, key) =>
      open(citation, key, { beside: true, preserveFocus: true }),
    ),
  );
}

/** Asks which of several citations is meant. */
async function pickName(library: LiveLibrary, names: readonly string[]): Promise<string | undefined> {
  const items = names.map((name) => {
    const [review] = library.library.get(splitCitationName(name).id);
    return { label: labelText(name, 80), description: labelText(review?.title ?? '', 120), name };
  });
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which review?') }))?.name;
}
