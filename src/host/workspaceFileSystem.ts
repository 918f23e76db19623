import * as vscode from 'vscode';
import type { FileSystem } from '../indexing/fileSystem';

/**
 * The file system that VS Code gives: virtual workspaces, remote folders seen from the web host. Places are URIs as strings.
 *
 * It cannot read part of a file, so `limit` cuts what was read.
 */
export const workspaceFileSystem: FileSystem = {
  async list(folder) {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder, true));
      return entries
        .map(([name, type]) => ({ name, type: entryType(type) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return undefined;
    }
  },
  async stat(file) {
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(file, true));
      return entryType(type) === 'file' ? { size, mtime } : undefined;
    } catch {
      return undefined;
    }
  },
  async read(file, limit) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(file, true));
    return bytes.length > limit ? bytes.slice(0, limit) : bytes;
  },
  join(folder, path) {
    return path === '' ? folder : vscode.Uri.joinPath(vscode.Uri.parse(folder, true), path).toString();
  },
};

/** A link counts as what it leads to: where the file system is VS Code's, so is the decision what may be read. */
function entryType(type: vscode.FileType): 'file' | 'folder' | 'other' {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}
