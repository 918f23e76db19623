import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';
import { toUri } from '../host/places';

/** Lists the files of the library that are no reviews, each with its reason; opens the one that is picked. */
export async function showOmitted({ library }: LiveLibrary): Promise<void> {
  const { omitted } = library;
  if (omitted.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was left out: each file is a review.'));
    return;
  }
  const items = omitted.map(({ key, path, reason }) => ({
    label: escapeIcons(shortLine(path.split('/').at(-1) ?? path, 120)),
    description: escapeIcons(shortLine(path.split('/').slice(0, -1).join('/'), 200)),
    detail: escapeIcons(shortLine(reason, 300)),
    key,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Left out of the library'),
    placeHolder: vscode.l10n.t('Files that are no reviews, and why'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await vscode.commands.executeCommand('vscode.open', toUri(picked.key), { preview: true });
}
