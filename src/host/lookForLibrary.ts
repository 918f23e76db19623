import * as vscode from 'vscode';
import { mayHoldLibrary } from '../indexing/mayHoldLibrary';
import { rootOf } from './places';
import { setting } from './settings';

/**
 * Whether some folder of the window names sources in its settings, or may hold a library where one is looked for. Where agents may ask, they
 * are answered without one.
 */
export async function lookForLibrary(): Promise<boolean> {
  if (setting('precedent.agents.enabled')) return true;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (setting('precedent.sources', folder).length > 0 || (await mayHoldLibrary(rootOf(folder)))) return true;
  }
  return false;
}
