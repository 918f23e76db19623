import * as vscode from 'vscode';

/** What is written down for whoever looks into a difficulty: situations and counts, never the text of reviews. */
export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'show'>;

/** Makes the log, an output channel of VS Code. */
export function createLog(): Log & vscode.Disposable {
  return vscode.window.createOutputChannel('Precedent', { log: true });
}
