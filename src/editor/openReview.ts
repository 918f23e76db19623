import * as vscode from 'vscode';
import { toCitable } from '../host/citable';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import { pickReview, type ShowOptions, showReview } from '../host/showReview';

/** The commands that open a review: in the active editor, or beside it without taking the focus. Without an id, the search asks. */
export function registerOpenReview(library: LiveLibrary, log: Log, search: () => unknown): vscode.Disposable {
  const open = async (what: unknown, givenKey: unknown, options: ShowOptions) => {
    const citable = toCitable(what, givenKey);
    if (!citable) return search();
    const found = await pickReview(library, citable.citation, citable.key);
    if (found) await showReview(found.review, found.passage, options);
    return undefined;
  };
  return vscode.Disposable.from(
    registerCommand('precedent.openReview', log, (name, key) => open(name, key, {})),
    registerCommand('precedent.openReviewBeside', log, (name, key) =>
      open(name, key, { beside: true, preserveFocus: true }),
    ),
  );
}
