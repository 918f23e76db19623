import * as vscode from 'vscode';
import type { Finding } from '../core/finding';

/** Where a finding stands in its document: what it is about; else its line, without indentation; else the first line. */
export function findingRange(document: vscode.TextDocument, { line = 1, column, endColumn }: Finding): vscode.Range {
  const at = document.lineAt(Math.max(0, Math.min(line, document.lineCount) - 1));
  if (column !== undefined && endColumn !== undefined) {
    return document.validateRange(new vscode.Range(at.lineNumber, column - 1, at.lineNumber, endColumn - 1));
  }
  const start = column === undefined ? at.firstNonWhitespaceCharacterIndex : column - 1;
  return document.validateRange(
    new vscode.Range(at.lineNumber, start, at.lineNumber, Math.max(start, at.text.trimEnd().length)),
  );
}
