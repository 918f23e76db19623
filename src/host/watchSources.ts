import * as vscode from 'vscode';
import { sourceNames } from '../indexing/sourceNames';
import { toUri } from './places';

/** Calls the listener when anything below a source is made, changed or deleted. Events are hints: many may be lost or bundled. */
export function watchSource(key: string, listener: () => void): vscode.Disposable {
  return watch(new vscode.RelativePattern(toUri(key), '**/*'), listener);
}

/** Calls the listener when a folder appears in the workspace that may be a source. */
export function watchForSources(listener: () => void): vscode.Disposable {
  const names = sourceNames.join(',');
  // Of a folder that is new, with all that is in it, VS Code may tell by itself alone.
  const watchers = [`{docs,doc,${names}}`, `{${names}}/*`, '**/precedent.yaml'].map((glob) => watch(glob, listener));
  return vscode.Disposable.from(...watchers);
}

/** Calls the listener when another branch, or another commit, is checked out: of the files that change with it VS Code may not tell all. */
export function watchHead(listener: () => void): vscode.Disposable {
  return watch('**/.git/HEAD', listener);
}

function watch(glob: vscode.GlobPattern, listener: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  watcher.onDidCreate(listener);
  watcher.onDidChange(listener);
  watcher.onDidDelete(listener);
  return watcher;
}
