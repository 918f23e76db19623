import * as vscode from 'vscode';
import { registerCommand } from '../host/commands';
import type { Log } from '../host/log';
import { onSettingChange } from '../host/settings';
import type { CompanionParts } from './companionReader';
import { CompanionView } from './companionView';

/** Both the key in the memory of the user and the context key: whether somebody asked for the Companion on this machine. */
const asked = 'precedent.companionAsked';

/**
 * The Companion in the secondary side bar, and its actions as commands.
 *
 * VS Code opens that side bar by itself in a new window. Where its AI features are off, nothing but the Companion would stand there, so
 * it waits until somebody has asked for it once; else it is a tab among others at once.
 */
export function registerCompanion(
  parts: CompanionParts,
  { extensionUri, globalState }: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>,
  log: Log,
): vscode.Disposable {
  const view = new CompanionView(parts, extensionUri, log);
  const tellWhetherOn = () => void vscode.commands.executeCommand('setContext', 'precedent.companion', isOnAnywhere());
  const tellAsked = () => vscode.commands.executeCommand('setContext', asked, true);
  tellWhetherOn();
  if (globalState.get(asked) === true) void tellAsked();
  return vscode.Disposable.from(
    view,
    vscode.window.registerWebviewViewProvider('precedent.companion', view),
    onSettingChange(['precedent.companion.enabled'], tellWhetherOn),
    registerCommand('precedent.showCompanion', log, async () => {
      await globalState.update(asked, true);
      await tellAsked();
      await vscode.commands.executeCommand('precedent.companion.focus');
    }),
    registerCommand('precedent.citeResembling', log, (where) => view.act('cite', where)),
    registerCommand('precedent.openResembling', log, (where) => view.act('beside', where)),
    registerCommand('precedent.dismissResembling', log, (where) => view.act('dismiss', where)),
    registerCommand('precedent.restoreResembling', log, () => view.restore()),
  );
}

/** Whether the Companion is on, for one language at least: where it is not, the view is not there. */
function isOnAnywhere(): boolean {
  const configuration = vscode.workspace.getConfiguration();
  const told = configuration.inspect('precedent.companion.enabled');
  if (configuration.get('precedent.companion.enabled') !== false) return true;
  return (told?.languageIds ?? []).some(
    (languageId) =>
      vscode.workspace.getConfiguration(undefined, { languageId }).get('precedent.companion.enabled') === true,
  );
}
