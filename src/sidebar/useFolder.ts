import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import { rootOf } from '../host/places';
import { noticeFolders } from '../indexing/noticeFolders';

interface FolderItem extends vscode.QuickPickItem {
  /** Nothing for the way to the settings. */
  readonly found?: { readonly folder: vscode.WorkspaceFolder; readonly path: string };
}

/**
 * Looks for folders that have the name of a library where none is looked for, and takes the one that the user picks for the library of
 * its workspace folder: into the setting `precedent.sources`.
 */
export async function useFolder(): Promise<void> {
  const picked = await vscode.window.showQuickPick(folderItems(), {
    title: vscode.l10n.t('Where are the reviews?'),
    placeHolder: vscode.l10n.t('Folders with the name of a library; the one you pick is put into precedent.sources'),
  });
  if (!picked) return;
  if (!picked.found) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'precedent.sources');
    return;
  }
  const { folder, path } = picked.found;
  await vscode.workspace
    .getConfiguration('precedent', folder)
    .update('sources', [path], vscode.ConfigurationTarget.WorkspaceFolder);
}

async function folderItems(): Promise<FolderItem[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found: FolderItem[] = [];
  for (const folder of folders) {
    for (const path of await noticeFolders(rootOf(folder))) {
      found.push({
        label: escapeIcons(shortLine(path, 200)),
        iconPath: new vscode.ThemeIcon('folder'),
        ...(folders.length > 1 ? { description: escapeIcons(shortLine(folder.name, 80)) } : {}),
        found: { folder, path },
      });
    }
  }
  return [...found, { label: vscode.l10n.t('Another folder…'), detail: vscode.l10n.t('Opens the setting') }];
}
