import * as vscode from 'vscode';
import type { LiveLibrary } from '../host/liveLibrary';
import { toKey } from '../host/places';

/** Where somebody was writing: enough to come back after the editor has been closed, and to notice that the text is another one. */
export interface WritingPlace {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selections: readonly vscode.Selection[];
  readonly version: number;
  /** The lines of the cursors, as they were. */
  readonly lines: readonly string[];
}

/** Schemes of documents in which nobody writes. */
const readOnlySchemes = new Set(['output', 'debug', 'git', 'vscode-terminal', 'walkThrough', 'search-editor']);

const mostRemembered = 10;
const msForNotebook = 1000;

/** The place in an editor as it is now. */
export function placeIn({ document, viewColumn, selections }: vscode.TextEditor): WritingPlace {
  const lines = selections.map(({ active }) => document.lineAt(active.line).text);
  return { document, viewColumn, selections: [...selections], version: document.version, lines };
}

/** Whether one can write there, as far as VS Code tells beforehand. */
export function isWritable({ uri }: vscode.TextDocument): boolean {
  return !readOnlySchemes.has(uri.scheme) && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

/**
 * Remembers in which editors somebody was writing, because a review that is opened from the sidebar may take the place of the very
 * editor into which it is then cited.
 */
export class WritingPlaces implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #subscriptions: vscode.Disposable[];
  #places: WritingPlace[] = [];

  constructor(library: LiveLibrary) {
    this.#library = library;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#remember(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#remember(textEditor);
      }),
    ];
    this.#remember(vscode.window.activeTextEditor);
  }

  /** Where somebody wrote last: not in a review that is only being looked at, in a preview tab. Nothing where there is no such place. */
  last(): WritingPlace | undefined {
    const active = vscode.window.activeTextEditor;
    if (active) this.#remember(active);
    return this.#places.find(({ document }) => !this.#isLookedAt(document));
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isWritable(editor.document)) return;
    const uri = editor.document.uri.toString();
    const others = this.#places.filter(({ document }) => document.uri.toString() !== uri);
    this.#places = [placeIn(editor), ...others].slice(0, mostRemembered);
  }

  #isLookedAt({ uri, isDirty }: vscode.TextDocument): boolean {
    if (isDirty || this.#library.library.in(toKey(uri)).length === 0) return false;
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
    return tabs.every(({ isPreview }) => isPreview);
  }
}

/**
 * The editor at a place, with the focus; opened again with its cursors where it was closed. Nothing where the text has changed
 * meanwhile.
 */
export async function returnTo(place: WritingPlace, preview = false): Promise<vscode.TextEditor | undefined> {
  if (isNotebookCell(place.document)) return cellEditor(place.document);
  const there = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => document === place.document && viewColumn === place.viewColumn,
  );
  // In an editor that stayed open, VS Code moves the cursors along with the text.
  if (there) return show(there.document, place, preview);
  const document = place.document.isClosed
    ? await vscode.workspace.openTextDocument(place.document.uri)
    : place.document;
  const isSame =
    document === place.document
      ? document.version === place.version
      : place.selections.every(
          ({ active }, at) => active.line < document.lineCount && document.lineAt(active.line).text === place.lines[at],
        );
  if (!isSame) return undefined;
  const editor = await show(document, place, preview);
  editor.selections = place.selections;
  return editor;
}

function show(
  document: vscode.TextDocument,
  { viewColumn }: WritingPlace,
  preview: boolean,
): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, { preview, ...(viewColumn === undefined ? {} : { viewColumn }) });
}

/** Whether a document is a cell, which only its notebook can show. */
export function isNotebookCell({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'vscode-notebook-cell';
}

/** The editor of a cell, given the moment that VS Code needs to show a notebook again. */
async function cellEditor(cell: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const find = () => vscode.window.visibleTextEditors.find(({ document }) => document === cell);
  const end = Date.now() + msForNotebook;
  while (!find() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return find();
}
