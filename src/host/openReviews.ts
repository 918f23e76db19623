import * as vscode from 'vscode';
import { LayeredMap, type SortedMap } from '../core/reviews/layeredMap';
import type { Library } from '../core/reviews/library';
import { readReviews } from '../core/reviews/readReviews';
import { type Debounced, debounce } from '../indexing/debounce';
import type { KnownFile } from '../indexing/indexSource';
import { toKey } from './places';

/** As much of a document as is indexed, in UTF-16 units. */
const limit = 256 * 1024;

/**
 * Reviews that are being edited: what stands in the editor counts, saved or not, so that a card follows the writing.
 *
 * Where a document is closed without saving, its file is read again.
 */
export class OpenReviews implements vscode.Disposable {
  readonly #library: Library;
  readonly #onChange: () => void;
  readonly #onDropped: (file: KnownFile) => void;
  readonly #neighboursOf: (source: string) => readonly string[];
  readonly #dirty = new Set<string>();
  readonly #files = new LayeredMap<KnownFile | undefined>();
  readonly #waiting = new Map<string, Debounced>();
  readonly #subscriptions: vscode.Disposable[];

  /**
   * `onDropped` is told of a file whose edits were given up: what is on disk counts again. `neighboursOf` tells the paths of all files of a
   * source.
   */
  constructor(
    library: Library,
    onChange: () => void,
    onDropped: (file: KnownFile) => void,
    neighboursOf: (source: string) => readonly string[],
  ) {
    this.#library = library;
    this.#onChange = onChange;
    this.#onDropped = onDropped;
    this.#neighboursOf = neighboursOf;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#dirty.delete(toKey(document.uri))),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(toKey(document.uri))),
    ];
  }

  /** Whether what stands in an editor counts for any file, instead of what is on disk. */
  get areEdited(): boolean {
    return this.#dirty.size > 0;
  }

  /** Takes note of a file that may be opened. */
  remember(file: KnownFile): void {
    this.#files.set(file.key, file);
  }

  /** Takes note of many files that may be opened. */
  rememberAll(files: SortedMap<KnownFile | undefined>): void {
    this.#files.setAll(files);
  }

  /** The file is gone. */
  forget(key: string): void {
    this.#files.delete(key);
  }

  /** Puts what stands in editors over what was just read from disk. */
  readAgain(): void {
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) this.#read(document);
  }

  dispose(): void {
    for (const each of this.#waiting.values()) each.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }

  #later(document: vscode.TextDocument): void {
    const key = toKey(document.uri);
    if (!this.#files.get(key)) return;
    let run = this.#waiting.get(key);
    if (!run) {
      run = debounce(
        () => {
          if (this.#read(document)) this.#onChange();
        },
        300,
        2000,
      );
      this.#waiting.set(key, run);
    }
    run();
  }

  #closed(key: string): void {
    this.#waiting.get(key)?.cancel();
    this.#waiting.delete(key);
    const file = this.#files.get(key);
    if (this.#dirty.delete(key) && file) this.#onDropped(file);
  }

  #read(document: vscode.TextDocument): boolean {
    const file = this.#files.get(toKey(document.uri));
    if (!file || document.isClosed) return false;
    if (document.isDirty) this.#dirty.add(file.key);
    const text = document.getText();
    const reading = readReviews(
      {
        key: file.key,
        source: file.source,
        path: file.path,
        pathInSource: file.pathInSource,
        neighbours: this.#neighboursOf(file.source),
        text: text.slice(0, limit),
        isTruncated: text.length > limit,
      },
      this.#library.rulesOf(file.source),
    );
    this.#library.set(file.key, file.source, reading);
    return true;
  }
}
