import * as vscode from 'vscode';
import { UserError } from '../core/userError';
import { registerCommand } from '../host/commands';
import type { SignalsRoom } from './signalsRoom';
import type { SignalsServices } from './signalsServices';

/** The page of learning signals, when somebody asks for it. What makes it is loaded then. */
export function registerSignals(services: SignalsServices): vscode.Disposable {
  let room: SignalsRoom | undefined;
  return vscode.Disposable.from(
    registerCommand('precedent.showSignals', services.log, async () => {
      const folder = await chooseFolder();
      if (!folder) return;
      const { SignalsRoom } = await import('./signalsRoom');
      room ??= new SignalsRoom(services);
      await room.show(folder);
    }),
    { dispose: () => room?.dispose() },
  );
}

/** The folder of the workspace, or the one that the user picks of several. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new UserError(vscode.l10n.t('Open a folder first.'));
  if (others.length === 0) return first;
  const placeHolder = vscode.l10n.t('Which folder do you want to look at?');
  return vscode.window.showWorkspaceFolderPick({ placeHolder });
}
