import * as vscode from 'vscode';

/** A number of things as the language of the editor writes it: `10,040`, `10.040`. */
export function shownCount(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
