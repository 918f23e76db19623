import * as vscode from 'vscode';
import type { Gatherer } from '../indexing/gatherer';
import { toKey } from './places';
import type { TrackedCitations } from './trackedCitations';
import { whileInFront } from './whileInFront';

/** A look at everything costs a listing: not more often than this because a window got the focus, in ms. */
const msBetweenLooks = 30_000;

/**
 * Tells a gatherer what happens to the files of the workspace and to documents that are not saved. Events are hints: many may be lost, so
 * that a switched branch, a window that gets the focus again and a minute in front are taken for changes anywhere. `then` is called after each.
 */
export function followFiles(gatherer: Gatherer, citations: TrackedCitations, then: () => void): vscode.Disposable {
  let lookedAt = Date.now();
  const lookEverywhere = () => {
    lookedAt = Date.now();
    gatherer.lookEverywhere();
    then();
  };
  const hint = (uri: vscode.Uri) => {
    if (/\/\.git\/HEAD$/.test(uri.path)) return lookEverywhere();
    if (uri.path.includes('/.git/')) return undefined;
    gatherer.hint(toKey(uri));
    return then();
  };
  const follow = (document: vscode.TextDocument) => {
    gatherer.setOpen(toKey(document.uri), document.isDirty ? () => read(document, citations) : undefined);
    then();
  };
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) follow(document);
  // Anything in a folder of the workspace: VS Code watches it anyway.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(hint),
    watcher.onDidChange(hint),
    watcher.onDidDelete(hint),
    // That a document has become dirty is told after its first change, as a change of nothing.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (vscode.workspace.getWorkspaceFolder(document.uri)) follow(document);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      follow(document);
      hint(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      gatherer.setOpen(toKey(document.uri), undefined);
      then();
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && Date.now() - lookedAt > msBetweenLooks) lookEverywhere();
    }),
    whileInFront(() => {
      if (Date.now() - lookedAt > msBetweenLooks) lookEverywhere();
    }),
  );
}

function read(document: vscode.TextDocument, citations: TrackedCitations) {
  return { text: document.getText(), language: citations.languageOf(document), found: citations.of(document) };
}
