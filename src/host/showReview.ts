import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { splitCitationName } from '../core/wording/citationName';
import { labelText } from '../core/wording/labelText';
import type { LiveLibrary } from './liveLibrary';
import { rangeInReview, targetOf, toUri } from './places';
import { shownCount } from './shownCount';

/** How a review is shown. */
export interface ShowOptions {
  readonly beside?: boolean;
  /** Where the editor is beside which it is shown; the active one where absent. */
  readonly besideColumn?: vscode.ViewColumn | undefined;
  readonly preserveFocus?: boolean;
  /** 1-based; where exactly, when it is more than where the passage begins. */
  readonly line?: number;
}

/** The review that a citation such as `INC-7#what-surprised-us` names. Where several claim the id, the user picks one; nothing where they do not. */
export async function pickReview(
  library: LiveLibrary,
  name: string,
  key?: string,
): Promise<{ readonly review: ReviewDocument; readonly passage?: string } | undefined> {
  const whole = library.library.get(name);
  const { id, passage } = whole.length > 0 ? { id: name } : splitCitationName(name);
  const reviews = whole.length > 0 ? whole : library.library.get(id);
  const review = reviews.find((each) => each.key === key) ?? (await pickOne(reviews, id));
  return review && { review, ...(passage === undefined ? {} : { passage }) };
}

/** Opens the source of a review in a preview tab, at the passage or moment that is named. */
export async function showReview(
  review: ReviewDocument,
  passage: string | undefined,
  { beside = false, besideColumn, preserveFocus = false, line }: ShowOptions = {},
): Promise<void> {
  const named = rangeInReview(review, targetOf(review, passage).heading).start;
  const start = line === undefined ? named : new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(toUri(review.key), {
    preview: true,
    preserveFocus,
    viewColumn: beside ? columnBeside(besideColumn) : vscode.ViewColumn.Active,
    selection: new vscode.Range(start, start),
  });
}

function columnBeside(column: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const isNumbered = column !== undefined && column >= vscode.ViewColumn.One && column < vscode.ViewColumn.Nine;
  return isNumbered ? column + 1 : vscode.ViewColumn.Beside;
}

async function pickOne(reviews: readonly ReviewDocument[], id: string): Promise<ReviewDocument | undefined> {
  if (reviews.length === 0) throw new UserError(vscode.l10n.t('There is no review “{0}” in the library.', id));
  if (reviews.length === 1) return reviews[0];
  const items = reviews.map((review) => ({
    label: labelText(review.title || review.id, 120),
    detail: labelText(review.path, 200),
    review,
  }));
  const placeHolder = vscode.l10n.t('{0} reviews claim the id {1}. Which one?', shownCount(reviews.length), id);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.review;
}
