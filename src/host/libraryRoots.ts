import * as vscode from 'vscode';
import { idPatternProblem } from '../core/citations/idPatternProblem';
import type { LibraryRoot } from '../indexing/lookAtLibrary';
import { rootOf } from './places';
import { setting } from './settings';

/** The folders in which reviews are looked for, with what the settings say about each; and a sentence about the first id pattern that may not be run. */
export function libraryRoots(): { roots: readonly LibraryRoot[]; refusal?: string } {
  let firstRefusal: string | undefined;
  const roots = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
    const { idPatterns, refusal } = patternsFor(folder);
    firstRefusal ??= refusal;
    return { root: rootOf(folder), options: { ...optionsFor(folder), idPatterns } };
  });
  return { roots, ...(firstRefusal === undefined ? {} : { refusal: firstRefusal }) };
}

function optionsFor(folder: vscode.WorkspaceFolder) {
  const isTrusted = vscode.workspace.isTrusted;
  const home = isTrusted ? homeFolder() : undefined;
  return {
    folders: setting('precedent.sources', folder),
    allowOutside: isTrusted,
    ...(home === undefined ? {} : { home }),
  };
}

/** The id patterns of the settings that may be run, and a sentence about the first that may not. */
function patternsFor(folder: vscode.WorkspaceFolder): { idPatterns: readonly string[]; refusal?: string } {
  const patterns = vscode.workspace.isTrusted ? setting('precedent.idPatterns', folder) : [];
  const idPatterns = patterns.filter((pattern) => idPatternProblem(pattern) === undefined);
  const refused = patterns.find((pattern) => !idPatterns.includes(pattern));
  if (refused === undefined) return { idPatterns };
  const problem = idPatternProblem(refused) ?? '';
  return { idPatterns, refusal: vscode.l10n.t('The id pattern {0} is not used: {1}.', refused.slice(0, 60), problem) };
}

/** The user's home folder; nothing in the web host. */
function homeFolder(): string | undefined {
  if (typeof process === 'undefined') return undefined;
  return process.env.HOME ?? process.env.USERPROFILE;
}
