import * as vscode from 'vscode';

/** Nobody tells of all that happens to files; after so long, in ms, it is noticed anyway. */
const minute = 60_000;

/**
 * Calls a look at the files every minute while the window is in front and its folders lie on a disk: for what no event told. In the browser, where
 * each file is a round trip, a look is left to the focus and to *Refresh*. `every` is in ms.
 */
export function whileInFront(look: () => void, every = minute): vscode.Disposable {
  const timer = setInterval(() => {
    const isOnDisk = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file');
    if (vscode.window.state.focused && isOnDisk) look();
  }, every);
  return new vscode.Disposable(() => clearInterval(timer));
}
