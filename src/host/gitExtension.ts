import * as vscode from 'vscode';

/** A commit, as far as we look at it. */
export interface GitCommit {
  readonly hash: string;
  /** The first is the one on whose line it was made. */
  readonly parents: readonly string[];
  readonly commitDate?: Date;
}

/** What we ask a repository. Nothing here changes anything. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    /** Files that differ from the last commit, not staged and staged. */
    readonly workingTreeChanges: readonly { readonly uri: vscode.Uri }[];
    readonly indexChanges: readonly { readonly uri: vscode.Uri }[];
  };
  log(options: { readonly maxEntries: number; readonly skip: number }): Promise<readonly GitCommit[]>;
  /** Rejects where the path is not in the commit. */
  getObjectDetails(treeish: string, path: string): Promise<unknown>;
  /** What `git blame` prints of a file. Rejects where the file is not in the repository. */
  blame(path: string): Promise<string>;
  getConfig(key: string): Promise<string>;
  diffBetween(from: string, to: string): Promise<readonly GitChange[]>;
}

/** What became of a file between two commits. */
export interface GitChange {
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

/** The part of the API of VS Code's own Git extension that we use: `extensions/git/src/api/git.d.ts`, version 1. */
export interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly repositories: readonly GitRepository[];
  getRepository(uri: vscode.Uri): GitRepository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

/** Whether VS Code's Git extension is there at all: it is not where everything runs in a browser. */
export function hasGit(): boolean {
  return vscode.extensions.getExtension('vscode.git') !== undefined;
}

/** The Git extension as it is now, without waking it; nothing where it is not there, switched off or not ready. */
export function gitNow(): Git | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension?.isActive || !extension.exports.enabled) return undefined;
  const git = extension.exports.getAPI(1);
  return git.state === 'initialized' ? git : undefined;
}

/** The Git extension, awake and done with looking for repositories; nothing where it is not there, or switched off. */
export async function wakeGit(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const { enabled, getAPI } = await extension.activate();
    if (!enabled) return undefined;
    const git = getAPI.call(extension.exports, 1);
    if (git.state !== 'initialized') await once(git);
    return git;
  } catch {
    return undefined; // in Restricted Mode VS Code does not start it
  }
}

function once(git: Git): Promise<void> {
  return new Promise((resolve) => {
    const subscription = git.onDidChangeState(() => {
      if (git.state !== 'initialized') return;
      subscription.dispose();
      resolve();
    });
  });
}
