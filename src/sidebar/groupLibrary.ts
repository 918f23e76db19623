import * as vscode from 'vscode';
import { type GroupBy, setting } from '../host/settings';

/** Asks by what the Library view is to group reviews, and keeps the answer in the settings: the user's own, unless the workspace has one. */
export async function groupLibrary(): Promise<void> {
  const now = setting('precedent.library.groupBy');
  const items = choices().map((choice) => ({
    ...choice,
    ...(choice.by === now ? { description: vscode.l10n.t('as now') } : {}),
  }));
  const picker = vscode.window.createQuickPick<(typeof items)[number]>();
  picker.placeholder = vscode.l10n.t('Group the library by');
  picker.items = items;
  picker.activeItems = items.filter(({ by }) => by === now);
  const chosen = await new Promise<GroupBy | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]?.by));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  if (chosen === undefined || chosen === now) return;
  const configuration = vscode.workspace.getConfiguration();
  const { workspaceValue } = configuration.inspect('precedent.library.groupBy') ?? {};
  const target =
    workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await configuration.update('precedent.library.groupBy', chosen, target);
}

function choices(): readonly { readonly by: GroupBy; readonly label: string; readonly detail: string }[] {
  return [
    { by: 'year', label: vscode.l10n.t('Year'), detail: vscode.l10n.t('When it happened, the latest first.') },
    { by: 'service', label: vscode.l10n.t('Service'), detail: vscode.l10n.t('What was involved.') },
    { by: 'people', label: vscode.l10n.t('People'), detail: vscode.l10n.t('Who can tell more.') },
    {
      by: 'difficulty',
      label: vscode.l10n.t('Difficulty'),
      detail: vscode.l10n.t('What people met: confused, uncertain, ambiguous. Each with the sentence that says so.'),
    },
    { by: 'source', label: vscode.l10n.t('Source'), detail: vscode.l10n.t('The folder that holds it.') },
  ];
}
