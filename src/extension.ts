import * as vscode from 'vscode';

/** Composes the extension. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.window.createOutputChannel('Precedent', { log: true }));
}
