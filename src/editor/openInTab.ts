import * as vscode from 'vscode';

/**
 * Whether somebody has a document open: in a tab, or on the screen in another way. VS Code keeps documents for minutes that an extension
 * has only looked into, and whose tabs were closed.
 */
export function isOpenInTab(document: vscode.TextDocument): boolean {
  if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return true;
  // The cells of a notebook have its path, and a scheme of their own.
  const own = document.uri.path;
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => urisOf(input).some((uri) => uri.path === own)),
  );
}

function urisOf(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff) {
    return [input.original, input.modified];
  }
  const isOne =
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputNotebook ||
    input instanceof vscode.TabInputCustom;
  return isOne ? [input.uri] : [];
}
