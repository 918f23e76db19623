import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import type { LibraryView } from './libraryView';

/** Selects in the Library what the editor is about: the review that is cited at the cursor, or else the review that it shows. */
export async function revealInLibrary(
  view: LibraryView,
  library: LiveLibrary,
  citations: TrackedCitations,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri ?? uriOf(vscode.window.tabGroups.activeTabGroup.activeTab);
  const cited = editor && citations.at(editor.document, editor.selection.active)?.reviews[0];
  const review = cited ?? (uri && library.library.in(toKey(uri))[0]);
  if (!review) {
    throw new UserError(vscode.l10n.t('There is no review here: open one, or put the cursor on a citation of one.'));
  }
  await view.reveal(review);
}

/** What a tab shows that is no text editor: a preview of a review, say. */
function uriOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  return tab?.input instanceof vscode.TabInputCustom ? tab.input.uri : undefined;
}
