import * as vscode from 'vscode';
import type { LiveLibrary } from './liveLibrary';

/** The one status bar item: there while reviews are read or something could not be, gone when all is well. */
export function createStatusItem(library: LiveLibrary): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('precedent.status', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Precedent';
  item.command = 'precedent.library.focus';
  const update = () => {
    const text = textOf(library);
    item.text = text ?? '';
    item.tooltip = vscode.l10n.t('Precedent: open the Library');
    if (text === undefined) item.hide();
    else item.show();
  };
  update();
  return vscode.Disposable.from(item, library.onDidChange(update));
}

function textOf({ state, progress }: LiveLibrary): string | undefined {
  if (state === 'failed') return vscode.l10n.t('$(warning) Reviews not found');
  if (state !== 'indexing') return undefined;
  return progress
    ? vscode.l10n.t('$(loading~spin) Reading reviews, {0} of {1}', progress.done, progress.total)
    : vscode.l10n.t('$(loading~spin) Looking for reviews');
}
