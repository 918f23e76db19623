import * as vscode from 'vscode';
import type { LiveLibrary } from '../host/liveLibrary';
import { type PendingWork, pendingWork } from '../host/pendingWork';
import type { ReaderMemory } from '../host/readerMemory';
import { onSettingChange, setting } from '../host/settings';
import { shownCount } from '../host/shownCount';
import type { StandingTree } from '../host/standingTree';
import { howToGoOn } from '../host/statusItem';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { CitationDrag } from './citationDrag';
import type { LibraryNode } from './libraryNode';
import { LibraryTree } from './libraryTree';

/** VS Code puts a mark on the icon while a view is busy: not for the blink of an eye. */
const msUntilProgress = 400;

/** The Library view: its rows, what its title says beside it, and how far the reading is. */
export class LibraryView implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #citations: WorkspaceCitations;
  readonly #tree: LibraryTree;
  readonly #view: vscode.TreeView<LibraryNode>;
  readonly #own: vscode.Disposable[];
  #nextUpdate = 0;
  /** Running or waiting to be shown. */
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    standing: StandingTree<LibraryNode>,
    library: LiveLibrary,
    citations: WorkspaceCitations,
    memory: ReaderMemory,
  ) {
    this.#library = library;
    this.#citations = citations;
    this.#tree = new LibraryTree(library, memory, citations);
    this.#view = standing.view;
    this.#own = [
      standing.fill(this.#tree, new CitationDrag<LibraryNode>()),
      this.#tree,
      library.onDidChange(() => this.#update()),
      memory.onDidChange(() => this.#tree.showMarks()),
      this.#tree.onDidShow(() => this.#describe()),
      this.#tree.difficulties.onDidChange(() => this.#describe()),
      citations.onDidChange(() => {
        this.#describe();
        this.#showBusy();
      }),
      onSettingChange(['precedent.library.groupBy'], () => this.#update()),
      this.#view.onDidChangeVisibility(() => this.#update()),
      this.#view.onDidChangeSelection(({ selection: [node] }) => {
        if (node?.kind === 'more') this.#tree.showMore(node);
      }),
    ];
    this.#update();
  }

  /** Words that reviews must hold to be shown; empty shows all. */
  get filter(): string {
    return this.#tree.filter;
  }

  async setFilter(words: string): Promise<void> {
    await this.#tree.setFilter(words);
    void vscode.commands.executeCommand('setContext', 'precedent.isFiltered', this.filter !== '');
    this.#describe();
  }

  /** Shows the view with this review selected; without the filter where that leaves it out. */
  async reveal(review: { readonly key: string; readonly id: string }): Promise<void> {
    await this.#tree.update();
    let node = await this.#tree.find(review);
    if (!node) {
      await this.setFilter('');
      node = await this.#tree.find(review);
    }
    if (node) await this.#view.reveal(node, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const each of this.#own) each.dispose();
  }

  #update(): void {
    if (this.#isDue()) void this.#updateTree();
    this.#describe();
    this.#showBusy();
  }

  /** Not while nobody looks; and while reviews pour in, only so often that it takes no more than a tenth of the time. */
  #isDue(): boolean {
    if (!this.#view.visible) return false;
    return !this.#library.isReadingAll || Date.now() > this.#nextUpdate;
  }

  async #updateTree(): Promise<void> {
    const begun = Date.now();
    this.#nextUpdate = Number.POSITIVE_INFINITY;
    await this.#tree.update();
    const now = Date.now();
    this.#nextUpdate = now + (now - begun) * 10;
    this.#describe();
  }

  /** As long as there is one view in the container, VS Code shows no description. */
  #describe(): void {
    const { by, count } = this.#tree.shown ?? { by: setting('precedent.library.groupBy'), count: 0 };
    const pending = pendingWork(this.#library, this.#citations);
    const parts = [
      ...(this.filter === '' ? [] : [`“${this.filter}”`]),
      countGrouped(count, groupings()[by]),
      // The rows do not wait for it, and a message would move them.
      ...(pending?.kind === 'searching' ? [vscode.l10n.t('looking for citations')] : []),
    ];
    this.#set('description', parts.join(' · '));
    // Where there are no rows, the welcome says what there is to say, which a message would hide.
    this.#set('message', count === 0 ? '' : this.#messages(pending).join(' · '));
  }

  /** What the rows do not say: that they are not all, or not yet as they were asked for. */
  #messages(pending: PendingWork | undefined): readonly string[] {
    const filtered = this.filter === '' ? [] : [vscode.l10n.t('Reviews with “{0}”', this.filter)];
    const sought = this.#tree.difficulties.progress;
    const stopped = pending && howToGoOn(pending);
    if (stopped) return [...filtered, stopped];
    if (pending?.kind === 'reading' && pending.isLong) return [...filtered, pending.words];
    if (sought && this.#tree.shown?.by !== 'difficulty') return [...filtered, difficultiesSought(sought)];
    return filtered;
  }

  /** VS Code would be told anew each time. */
  #set(part: 'description' | 'message', words: string): void {
    if ((this.#view[part] ?? '') !== words) this.#view[part] = words;
  }

  /** The view says that it is busy while citations are gathered, too, although its rows do not wait for them. */
  #isBusy(): boolean {
    return this.#library.isReadingAll || this.#citations.state === 'gathering';
  }

  #showBusy(): void {
    if (this.#isBusy() && this.#waiting === undefined) {
      this.#waiting = setTimeout(() => void this.#showProgress(), msUntilProgress);
    }
  }

  async #showProgress(): Promise<void> {
    if (this.#isBusy()) {
      await vscode.window.withProgress({ location: { viewId: 'precedent.library' } }, () => this.#whenIdle());
    }
    this.#waiting = undefined;
  }

  #whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#isBusy()) return;
        subscription.dispose();
        resolve();
      };
      const subscription = vscode.Disposable.from(this.#library.onDidChange(look), this.#citations.onDidChange(look));
    });
  }
}

/** How many reviews there are, and how they are grouped. */
function countGrouped(count: number, grouped: string): string {
  if (count === 0) return grouped;
  return count === 1
    ? vscode.l10n.t('1 review {0}', grouped)
    : vscode.l10n.t('{0} reviews {1}', shownCount(count), grouped);
}

function difficultiesSought({ done, total }: { readonly done: number; readonly total: number }): string {
  return vscode.l10n.t(
    'Looking for what was difficult, {0} of {1}. Until then by year.',
    shownCount(done),
    shownCount(total),
  );
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
