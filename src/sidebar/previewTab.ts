import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { toUri } from '../host/places';
import { showReview } from '../host/showReview';
import { scrollBack } from './scrollBack';
import { isNotebookCell, placeIn, returnTo, type WritingPlace } from './writingPlace';

/** A review, and the part of it that is meant. */
export interface Shown {
  readonly review: ReviewDocument;
  readonly passage?: string;
  /** 1-based; where exactly, when it is more than where the passage begins. */
  readonly line?: number;
}

const msUntilClick = 60;

/** Shows reviews in a preview tab while one chooses among them, and puts everything back afterwards: editor, cursors, scroll. */
export class PreviewTab {
  readonly #before:
    | { readonly place: WritingPlace; readonly top: vscode.Range | undefined; readonly isPreview: boolean }
    | undefined;
  readonly #tabsBefore: ReadonlySet<string>;
  readonly #opened = new Set<string>();
  readonly #clicks: vscode.Disposable;
  #isEntered = false;
  #wanted: Shown | undefined;
  #running: Promise<void> | undefined;

  constructor() {
    const editor = vscode.window.activeTextEditor;
    this.#before = editor && {
      place: placeIn(editor),
      top: editor.visibleRanges[0],
      isPreview: vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview === true,
    };
    this.#tabsBefore = new Set(openTabs().map(({ uri }) => uri));
    this.#clicks = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const isOurs = this.#opened.has(textEditor.document.uri.toString());
      if (isOurs && kind === vscode.TextEditorSelectionChangeKind.Mouse) this.#isEntered = true;
    });
  }

  /** Shows a review without taking the focus. Of several that are asked for quickly, the last one is shown. */
  show(shown: Shown): void {
    this.#wanted = shown;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Puts back what was there before the first review was shown; nothing where somebody clicked into the review to read it. */
  async restore(): Promise<void> {
    // VS Code tells that the list is gone before it tells of the click that made it go.
    if (this.#opened.size > 0) await new Promise((resolve) => setTimeout(resolve, msUntilClick));
    await this.#end();
    if (this.#opened.size === 0 || this.#isEntered) return;
    const { place, top, isPreview } = this.#before ?? {};
    // A notebook comes back by itself when what covers it is closed.
    const editor = place && !isNotebookCell(place.document) ? await returnTo(place, isPreview === true) : undefined;
    await this.#close(() => true);
    if (editor && top) await scrollBack(editor, top.start.line);
  }

  /** Keeps the review that was chosen; what was only looked at is closed. */
  async keep({ review }: Shown): Promise<void> {
    await this.#end();
    const kept = toUri(review.key).toString();
    await this.#close((uri) => uri !== kept);
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      const { review, passage, line } = this.#wanted;
      this.#wanted = undefined;
      this.#opened.add(toUri(review.key).toString());
      await showReview(review, passage, { preserveFocus: true, ...(line === undefined ? {} : { line }) }).catch(
        () => {},
      );
    }
  }

  async #end(): Promise<void> {
    this.#wanted = undefined;
    await this.#running;
    this.#clicks.dispose();
  }

  /** Closes the tabs that were opened here, but for those that were there before. */
  async #close(isUnwanted: (uri: string) => boolean): Promise<void> {
    const tabs = openTabs().filter(
      ({ uri, tab }) => this.#opened.has(uri) && !this.#tabsBefore.has(uri) && !tab.isDirty && isUnwanted(uri),
    );
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs.map(({ tab }) => tab));
  }
}

function openTabs(): readonly { readonly uri: string; readonly tab: vscode.Tab }[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap((tab) => (tab.input instanceof vscode.TabInputText ? [{ uri: tab.input.uri.toString(), tab }] : []));
}
