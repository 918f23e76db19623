import * as vscode from 'vscode';
import { noFiles } from '../host/noFiles';
import { toKey } from '../host/places';

/** A document of the file in front: the file itself, or a cell of a notebook. */
export interface FrontDocument {
  readonly document: vscode.TextDocument;
  /** 1-based; nothing but in a notebook. */
  readonly cell?: number;
}

/** The file that somebody is working on. */
export interface FrontFile {
  readonly uri: vscode.Uri;
  readonly key: string;
  /** Relative to its workspace folder, `/` separators. */
  readonly path: string;
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** None for what is shown by something else than a text editor. */
  readonly documents: readonly FrontDocument[];
}

/** Schemes of documents that are no files: what programs print, inputs of views. */
const passedOver: ReadonlySet<string> = new Set([...noFiles, 'comment', 'vscode-scm']);

/**
 * The file in front now: of the active editor, the right side of a diff, a notebook, or a tab that shows a file in some other way.
 * `unchanged` where the focus is in something that is no file: a search, an output, a settings page beside an editor that still shows, or a
 * page in front of it, such as its preview or a story; and while an editor is being opened, whose tab comes first.
 */
export function frontFile(before: FrontFile | undefined): FrontFile | undefined | 'unchanged' {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook) {
    const documents = notebook.getCells().map(({ document, index }) => ({ document, cell: index + 1 }));
    return toFront(notebook.uri, documents);
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document)
    return passedOver.has(document.uri.scheme) ? 'unchanged' : toFront(fileOf(document.uri), [{ document }]);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) return toFront(input.uri, documentsAt(input.uri));
  if (isOfText(input)) return 'unchanged';
  const isBefore = (uri: vscode.Uri) => toKey(fileOf(uri)) === before?.key;
  const isStillShown = vscode.window.visibleTextEditors.some((editor) => isBefore(editor.document.uri));
  const isBehind = input instanceof vscode.TabInputWebview && openFiles().some(isBefore);
  return isStillShown || isBehind ? 'unchanged' : undefined;
}

/** Whether a tab shows text in an editor that VS Code tells of, once it is open. */
function isOfText(input: unknown): boolean {
  return (
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputTextDiff ||
    input instanceof vscode.TabInputNotebook ||
    input instanceof vscode.TabInputNotebookDiff
  );
}

/** A preview shows a document that VS Code holds; what shows pictures and the like has none. */
function documentsAt(uri: vscode.Uri): readonly FrontDocument[] {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return document ? [{ document }] : [];
}

function openFiles(): vscode.Uri[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputText ||
      input instanceof vscode.TabInputCustom ||
      input instanceof vscode.TabInputNotebook
        ? [input.uri]
        : [],
    );
}

/** An earlier version of a file is about the same incidents. */
function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'git' && uri.scheme !== 'gitlens' && uri.scheme !== 'review') return uri;
  const file = vscode.Uri.file(uri.path);
  return vscode.workspace.getWorkspaceFolder(file) ? file : uri;
}

function toFront(uri: vscode.Uri, documents: readonly FrontDocument[]): FrontFile {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return { uri, key: toKey(uri), path: vscode.workspace.asRelativePath(uri, false), folder, documents };
}
