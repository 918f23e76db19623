import * as vscode from 'vscode';
import { newPathText } from '../core/learning/pathEdits';
import type { ReviewDocument } from '../core/reviews/review';
import { slug } from '../core/text/slugs';
import { UserError } from '../core/userError';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import { toUri } from '../host/places';

/**
 * Makes a reading path of these reviews, or of those that the user chooses, beside the library they are in, and opens it for its author
 * to write the reasons. A path that is there already is not written over.
 */
export async function newReadingPath(library: LiveLibrary, chosen: readonly ReviewDocument[]): Promise<void> {
  const reviews = chosen.length > 0 ? chosen : await pickReviews(library);
  const [first] = reviews ?? [];
  if (!reviews || !first) return;
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Reading Path'),
    prompt: vscode.l10n.t('What is the path called?'),
    placeHolder: vscode.l10n.t('Before you touch the boats'),
    validateInput: (words) => (slug(words) === '' ? vscode.l10n.t('A title needs a letter or a digit.') : undefined),
  });
  if (title === undefined) return;
  const folder = library.library.rulesOf(first.source).paths ?? 'paths';
  const file = vscode.Uri.joinPath(toUri(first.source), folder, `${slug(title)}.md`);
  const edit = new vscode.WorkspaceEdit();
  const contents = new TextEncoder().encode(newPathText(title.trim(), reviews));
  edit.createFile(file, { contents, ignoreIfExists: true });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be written. Is the folder read-only?', file.fsPath));
  }
  await vscode.window.showTextDocument(file, { preview: false });
  await library.refresh();
}

async function pickReviews({ library }: LiveLibrary): Promise<readonly ReviewDocument[] | undefined> {
  const items = library.reviews.map((review) => ({
    label: escapeIcons(shortLine(review.title, 100)),
    description: escapeIcons(shortLine(review.id, 60)),
    review,
  }));
  const placeHolder = vscode.l10n.t('Which reviews belong on the path? The order can be changed later.');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true, matchOnDescription: true });
  return picked?.map(({ review }) => review);
}
