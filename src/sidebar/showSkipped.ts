import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import { shownCount } from '../host/shownCount';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** A list of more rows than anybody reads costs VS Code seconds. */
const mostRows = 5000;

/** Lists what is not searched for citations, each with its reason; opens the Explorer at the one that is picked. */
export async function showSkipped(citations: WorkspaceCitations): Promise<void> {
  const { skipped, state } = citations;
  if (skipped.length === 0) {
    const all = vscode.l10n.t('Every file of the workspace is searched for citations.');
    const none = vscode.l10n.t('The files of the workspace have not been searched for citations yet.');
    void vscode.window.showInformationMessage(state === 'ready' ? all : none);
    return;
  }
  const items = skipped.slice(0, mostRows).map(({ path, reason, place }) => ({
    label: escapeIcons(shortLine(path.split('/').at(-1) || path || '.', 120)),
    description: escapeIcons(shortLine(path.split('/').slice(0, -1).join('/'), 200)),
    detail: escapeIcons(shortLine(reason, 300)),
    place,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Not searched for citations: {0} files and folders', shownCount(skipped.length)),
    placeHolder: vscode.l10n.t('Files and folders that are left alone, and why'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await vscode.commands.executeCommand('revealInExplorer', picked.place);
}
