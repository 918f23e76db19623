import * as vscode from 'vscode';
import type { LiveLibrary } from './liveLibrary';
import type { WorkspaceCitations } from './workspaceCitations';

/** Keeps the context keys that `when` clauses in package.json ask for: the state of the library, and whether there is one. */
export function trackContextKeys(library: LiveLibrary, citations: WorkspaceCitations): vscode.Disposable {
  const shown = new Map<string, unknown>();
  const set = (key: string, value: unknown) => {
    if (shown.get(key) === value) return;
    shown.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    set('precedent.state', library.state);
    set('precedent.isReading', library.isReadingAll && library.state !== 'searching');
    set('precedent.hasLibrary', library.library.count > 0);
    set('precedent.gathering', citations.state);
  };
  update();
  return vscode.Disposable.from(library.onDidChange(update), citations.onDidChange(update));
}
