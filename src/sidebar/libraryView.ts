import * as vscode from 'vscode';
import type { LiveLibrary } from '../host/liveLibrary';
import { onSettingChange, setting } from '../host/settings';
import type { LibraryNode } from './libraryNode';
import { LibraryTree } from './libraryTree';

/** The Library view: its rows, what its title says beside it, and how far the reading is. */
export class LibraryView implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #tree: LibraryTree;
  readonly #view: vscode.TreeView<LibraryNode>;
  readonly #own: vscode.Disposable[];
  #isShowingProgress = false;

  constructor(library: LiveLibrary) {
    this.#library = library;
    this.#tree = new LibraryTree(library);
    this.#view = vscode.window.createTreeView('precedent.library', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#own = [
      this.#view,
      this.#tree,
      library.onDidChange(() => this.#update()),
      onSettingChange(['precedent.library.groupBy'], () => this.#update()),
    ];
    this.#update();
  }

  /** Words that reviews must hold to be shown; empty shows all. */
  get filter(): string {
    return this.#tree.filter;
  }

  set filter(words: string) {
    this.#tree.filter = words;
    void vscode.commands.executeCommand('setContext', 'precedent.isFiltered', this.#tree.filter !== '');
    this.#describe();
  }

  /** Shows the view with this review selected; without the filter where that leaves it out. */
  async reveal(review: { readonly key: string; readonly id: string }): Promise<void> {
    if (!this.#tree.find(review)) this.filter = '';
    const node = this.#tree.find(review);
    if (node) await this.#view.reveal(node, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    for (const each of this.#own) each.dispose();
  }

  #update(): void {
    this.#tree.update();
    this.#describe();
    if (this.#isReading() && !this.#isShowingProgress) void this.#showProgress();
  }

  #describe(): void {
    const by = groupings()[setting('precedent.library.groupBy')];
    this.#view.description = this.filter === '' ? by : `“${this.filter}” · ${by}`;
  }

  #isReading(): boolean {
    return this.#library.state === 'searching' || this.#library.state === 'indexing';
  }

  async #showProgress(): Promise<void> {
    this.#isShowingProgress = true;
    await vscode.window.withProgress(
      { location: { viewId: 'precedent.library' } },
      () =>
        new Promise<void>((resolve) => {
          const subscription = this.#library.onDidChange(() => {
            if (this.#isReading()) return;
            subscription.dispose();
            resolve();
          });
        }),
    );
    this.#isShowingProgress = false;
  }
}

/** How each grouping is called beside the view's title. */
function groupings() {
  return {
    year: vscode.l10n.t('by year'),
    service: vscode.l10n.t('by service'),
    people: vscode.l10n.t('by people'),
    difficulty: vscode.l10n.t('by difficulty'),
    source: vscode.l10n.t('by source'),
  };
}
