import * as vscode from 'vscode';
import { onSettingChange, setting } from '../../host/settings';

/** Whether agents may read the library: the user switched it on, and trusts what is open. Asked again before every answer. */
export function areAgentsAllowed(): boolean {
  return vscode.workspace.isTrusted && setting('precedent.agents.enabled');
}

/** Holds what `register` gives while agents are allowed, and nothing while they are not. */
export function whileAgentsAreAllowed(register: () => vscode.Disposable): vscode.Disposable {
  let held: vscode.Disposable | undefined;
  const update = () => {
    if (areAgentsAllowed()) held ??= register();
    else {
      held?.dispose();
      held = undefined;
    }
  };
  update();
  return vscode.Disposable.from(
    onSettingChange(['precedent.agents.enabled'], update),
    vscode.workspace.onDidGrantWorkspaceTrust(update),
    { dispose: () => held?.dispose() },
  );
}
