import * as vscode from 'vscode';
import type { MatchIn } from '../core/citations/findCitations';
import type { GatheredRoot } from '../indexing/citationGatherer';
import { rootOf } from './places';
import { onSettingChange, setting } from './settings';
import { workspaceFileSystem } from './workspaceFileSystem';

/** As many files of a folder are searched where each is asked for through VS Code, a round trip of some ms. */
const mostThroughEditor = 2000;

/** The folders of the workspace, and what its settings say about searching them. A folder within another one is a root of its own. */
export function gatheredRoots(): GatheredRoot[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = folders.map((folder) => rootOf(folder).place);
  return folders.map((folder) => {
    const root = rootOf(folder);
    return {
      ...root,
      exclude: excludedIn(folder),
      except: new Set(places.filter((place) => place !== root.place)),
      matchIn: matchInOf(folder),
      ...(root.fileSystem === workspaceFileSystem && { most: mostThroughEditor }),
    };
  });
}

/** Calls the listener when the folders, or what the settings say about searching them, have changed. */
export function onRootsChange(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(listener),
    onSettingChange(['precedent.matchIn'], listener),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (excludes.some((name) => change.affectsConfiguration(name))) listener();
    }),
  );
}

const excludes = ['files.exclude', 'search.exclude'];

/** The globs that are on. One with a condition on siblings is for generated files, and does not count. */
function excludedIn(folder: vscode.WorkspaceFolder): string[] {
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  // Not an object: a glob may be called as anything that objects have.
  const switches = new Map<string, unknown>(
    excludes.flatMap((name) => {
      const globs: unknown = configuration.get(name);
      return typeof globs === 'object' && globs !== null ? Object.entries(globs) : [];
    }),
  );
  return [...switches].flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}

/** Few languages have a value of their own, and to ask for each of hundreds takes VS Code a while. */
function matchInOf({ uri }: vscode.WorkspaceFolder): (languageId: string | undefined) => MatchIn {
  const own = vscode.workspace.getConfiguration('precedent', uri).inspect('matchIn')?.languageIds ?? [];
  const values = new Map(own.map((languageId) => [languageId, setting('precedent.matchIn', { uri, languageId })]));
  const value = setting('precedent.matchIn', uri);
  return (languageId = 'plaintext') => values.get(languageId) ?? value;
}
