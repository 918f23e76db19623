import * as vscode from 'vscode';
import type { LiveLibrary } from './liveLibrary';

/** The one status bar item: there while reviews are read or something could not be, gone when all is well. */
export function createStatusItem(library: LiveLibrary): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('precedent.status', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Precedent';
  const update = () => {
    const shown = statusOf(library);
    if (!shown) {
      item.hide();
      return;
    }
    item.text = shown.text;
    item.tooltip = shown.tooltip;
    item.command = shown.command;
    item.show();
  };
  update();
  return vscode.Disposable.from(item, library.onDidChange(update));
}

interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

function statusOf({ state, progress, isStopped, failure }: LiveLibrary): Status | undefined {
  if (state === 'indexing') {
    const text = progress
      ? vscode.l10n.t('$(loading~spin) Reading reviews, {0} of {1}', progress.done, progress.total)
      : vscode.l10n.t('$(loading~spin) Looking for reviews');
    return { text, tooltip: vscode.l10n.t('Precedent: click to stop reading'), command: 'precedent.stopReading' };
  }
  if (isStopped) {
    const tooltip = vscode.l10n.t('Precedent: not all reviews were read. Click to go on.');
    return {
      text: vscode.l10n.t('$(debug-pause) Reading reviews stopped'),
      tooltip,
      command: 'precedent.refreshLibrary',
    };
  }
  if (failure === undefined) return undefined;
  const text = state === 'failed' ? vscode.l10n.t('$(warning) Reviews not found') : vscode.l10n.t('$(warning) Reviews');
  return { text, tooltip: failure, command: 'precedent.library.focus' };
}
