import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { toCitable } from '../host/citable';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';
import { plainMessage } from '../host/plainMessage';
import type { ReaderMemory } from '../host/readerMemory';
import { pickReview } from '../host/showReview';

/** Remembers of a review that its reader has read it, or that it is to be read: of a row, else of the review that the editor shows. */
export async function toggleRead(what: unknown, library: LiveLibrary, memory: ReaderMemory): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const shown = document && library.library.in(toKey(document.uri))[0];
  const citable = toCitable(what) ?? (shown && { citation: shown.id, key: shown.key });
  if (!citable) throw new UserError(vscode.l10n.t('Select a review in the Library, or open one.'));
  const review = (await pickReview(library, citable.citation, citable.key))?.review;
  if (!review) return;
  const isRead = !memory.isRead(review.id);
  await memory.setRead([review.id], isRead);
  const said = isRead ? vscode.l10n.t('{0} is read', review.id) : vscode.l10n.t('{0} is to be read', review.id);
  vscode.window.setStatusBarMessage(plainMessage(said), 4000);
}
