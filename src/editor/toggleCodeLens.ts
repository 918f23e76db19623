import * as vscode from 'vscode';
import { registerCommand } from '../host/commands';
import type { Log } from '../host/log';

/** The command that switches our lenses off and on again, where the setting was last decided: in the workspace, else for the user. */
export function registerToggleCodeLens(log: Log): vscode.Disposable {
  return registerCommand('precedent.toggleCodeLens', log, async () => {
    const configuration = vscode.workspace.getConfiguration('precedent');
    const isInWorkspace = configuration.inspect('codeLens.enabled')?.workspaceValue !== undefined;
    const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await configuration.update('codeLens.enabled', !configuration.get('codeLens.enabled'), target);
  });
}
