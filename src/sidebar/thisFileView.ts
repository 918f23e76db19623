import * as vscode from 'vscode';
import { type FileGroupKind, fileGroups, thisFile } from '../core/learning/thisFile';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LiveMentions } from '../host/liveMentions';
import type { NotMentions } from '../host/notMentions';
import { pendingWork } from '../host/pendingWork';
import { toKey } from '../host/places';
import { howToGoOn } from '../host/statusItem';
import type { TrackedCitations } from '../host/trackedCitations';
import { TreeRows } from '../host/treeRows';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { debounce } from '../indexing/debounce';
import { BusyView } from './busyView';
import { CitationDrag } from './citationDrag';
import { type FrontFile, frontFile } from './frontFile';
import { reasonPlace } from './reasonPlace';
import type { ThisFileNode } from './thisFileNode';
import { ThisFileReader } from './thisFileReader';
import { ThisFileTree } from './thisFileTree';

/** ms of quiet before another editor, or another text, is looked at; and the most that a steady stream can hold that up. */
const quietEditor = 120;
const quietText = 500;
const most = 2000;

/** ms that all rows of another file are waited for; then those that are known are shown, and the view says that more are coming. */
const moment = 400;

/** What a view without rows has to say; `when` clauses of its welcome texts ask for it. */
type Emptiness = 'noFile' | 'reading' | 'nothing' | 'nothingInDocument' | 'nothingInReview' | '';

const viewId = 'precedent.thisFile';
const folded = 'precedent.thisFile.folded';

/** What the view stands on. */
export interface ThisFileViewParts {
  readonly library: LiveLibrary;
  readonly tracked: TrackedCitations;
  readonly citations: WorkspaceCitations;
  readonly mentions: LiveMentions;
  readonly not: NotMentions;
  /** Remembers which groups are folded. */
  readonly memory: vscode.Memento;
  readonly window?: Pick<typeof vscode.window, 'createTreeView' | 'withProgress'>;
}

/**
 * The This File view: it follows the editor, and costs nothing while nobody looks.
 *
 * Name and rows of a file stay until those of another one are there, and change together. Where these take long, groups come from the top, each when
 * all above it are there: no row moves that somebody may be about to choose.
 */
export class ThisFileView implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #tracked: TrackedCitations;
  readonly #citations: WorkspaceCitations;
  readonly #memory: vscode.Memento;
  readonly #reader: ThisFileReader;
  readonly #tree: ThisFileTree;
  readonly #view: vscode.TreeView<ThisFileNode>;
  readonly #busy: BusyView;
  readonly #own: vscode.Disposable[];
  readonly #updateSoon = debounce(() => this.#update(), quietEditor, most);
  readonly #updateLater = debounce(() => this.#update(), quietText, most);
  #front: FrontFile | undefined;
  /** Whether the rows are those of the file in front, and no longer those of the one before it. */
  #isShown = true;
  /** The first group of the file in front that is still looked for: it and those below it have no rows yet. */
  #left: FileGroupKind | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Whether all files were searched for citations, or somebody stopped that, at least once. */
  #isGathered = false;
  #emptiness: Emptiness | undefined;
  #isPreparing = false;
  /** Whether something came while it was preparing. */
  #isAskedAgain = false;
  /** The row that was chosen last, of the file in front. */
  #chosen: ThisFileNode | undefined;
  /** Whether somebody went into what they had opened from a row: then it is the file in front. */
  #isEntered = false;

  constructor({ library, tracked, citations, mentions, not, memory, window = vscode.window }: ThisFileViewParts) {
    this.#library = library;
    this.#tracked = tracked;
    this.#citations = citations;
    this.#memory = memory;
    this.#reader = new ThisFileReader(library, tracked, citations, mentions);
    this.#tree = new ThisFileTree(citations, toGroups(memory.get(folded)));
    const rows = new TreeRows(this.#tree);
    this.#busy = new BusyView(viewId, window);
    this.#view = window.createTreeView(viewId, {
      treeDataProvider: rows,
      showCollapseAll: true,
      dragAndDropController: new CitationDrag<ThisFileNode>(),
    });
    this.#own = [
      this.#view,
      rows,
      this.#tree,
      this.#reader,
      this.#busy,
      this.#tree.onDidGive((front) => this.#describe(front)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#changed()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.#changed()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#changed()),
      vscode.window.onDidChangeTextEditorSelection(({ kind, textEditor }) => this.#entered(kind, textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      tracked.onDidChange(() => this.#view.visible && this.#updateLater()),
      library.onDidChange(() => this.#view.visible && this.#showProgress()),
      citations.onDidChange(() => this.#view.visible && this.#gathered()),
      not.onDidChange(() => this.#view.visible && this.#updateLater()),
      this.#view.onDidChangeVisibility(({ visible }) => (visible ? this.#update() : this.#waitNoLonger())),
      this.#view.onDidCollapseElement(({ element }) => this.#fold(element, true)),
      this.#view.onDidExpandElement(({ element }) => this.#fold(element, false)),
      this.#view.onDidChangeSelection(({ selection: [node] }) => {
        this.#chosen = node ?? this.#chosen;
        if (node?.kind === 'more') this.#tree.showMore(node);
      }),
    ];
    this.#update();
  }

  dispose(): void {
    this.#updateSoon.cancel();
    this.#updateLater.cancel();
    this.#waitNoLonger();
    for (const each of this.#own) each.dispose();
  }

  #changed(): void {
    this.#isEntered = false;
    if (this.#view.visible) this.#updateSoon();
  }

  #edited({ uri }: vscode.TextDocument): void {
    if (this.#view.visible && this.#front?.documents.some(({ document }) => document.uri === uri)) this.#updateLater();
  }

  #entered(kind: vscode.TextEditorSelectionChangeKind | undefined, { document }: vscode.TextEditor): void {
    const byHand =
      kind === vscode.TextEditorSelectionChangeKind.Mouse || kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    if (!byHand || this.#isEntered || toKey(document.uri) === this.#front?.key) return;
    this.#isEntered = true;
    if (this.#view.visible) this.#updateSoon();
  }

  #fold(node: ThisFileNode, isFolded: boolean): void {
    this.#tree.fold(node, isFolded);
    if (node.kind === 'group') void this.#memory.update(folded, this.#tree.folded);
  }

  #update(): void {
    if (!this.#view.visible) return;
    const front = frontFile(this.#front);
    if (front !== 'unchanged' && !this.#isOpenedFromHere(front)) this.#follow(front);
    const hasNoReviews = this.#library.library.count === 0;
    if (this.#left !== undefined && !hasNoReviews) this.#wait();
    else this.#waitNoLonger();
    if (this.#isShown || hasNoReviews) this.#show();
    void this.#prepare();
  }

  #follow(front: FrontFile | undefined): void {
    const isAnother = front?.key !== this.#front?.key;
    this.#front = front;
    if (!isAnother) return;
    this.#chosen = undefined;
    this.#isShown = front === undefined;
    this.#left = front && 'mentioned';
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  /** Shows what is known after a moment, and says that more is coming. */
  #wait(): void {
    this.#waiting ??= setTimeout(() => {
      if (!this.#isShown) this.#show();
      this.#busy.begin();
    }, moment);
  }

  #waitNoLonger(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#busy.end();
  }

  /**
   * What was opened from a row is being looked at: the rows stay, until somebody goes into it. While rows are told anew, VS Code answers for a
   * moment that none is selected.
   */
  #isOpenedFromHere(front: FrontFile | undefined): boolean {
    const node = this.#view.selection[0] ?? this.#chosen;
    if (this.#isEntered || !front || !this.#front || front.key === this.#front.key) return false;
    const opened = node && openedBy(node);
    const isIts = opened?.key === front.key && opened.from === this.#front.key;
    return isIts && vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview === true;
  }

  #show(): void {
    const front = this.#front;
    const { library } = this.#library;
    if (!front || library.count === 0) {
      this.#tree.clear();
      this.#become(front ? 'nothing' : 'noFile');
    } else {
      this.#isShown = true;
      const known = fileGroups.slice(0, knownBefore(this.#left));
      const groups = thisFile(this.#reader.read(front)).filter(({ kind }) => known.includes(kind));
      this.#tree.show(groups, front, library);
      this.#become(this.#tree.isEmpty ? this.#emptinessOf(front) : '');
    }
    // After the rows: VS Code takes both in at once only every 200 ms.
    this.#showProgress();
  }

  /** The name of the file whose rows are there. */
  #describe(front: FrontFile | undefined): void {
    this.#set('description', front?.path.split('/').at(-1) ?? '');
  }

  #emptinessOf({ key, documents }: FrontFile): Emptiness {
    if (this.#left !== undefined || this.#citations.state === 'waiting' || this.#citations.state === 'gathering')
      return 'reading';
    if (this.#library.library.in(key).length > 0) return 'nothingInReview';
    const [first, second] = documents;
    const isProse = first && !second && this.#tracked.languageOf(first.document)?.isProse;
    return isProse ? 'nothingInDocument' : 'nothing';
  }

  #become(emptiness: Emptiness): void {
    if (this.#emptiness === emptiness) return;
    this.#emptiness = emptiness;
    void vscode.commands.executeCommand('setContext', 'precedent.thisFile', emptiness);
  }

  /** Makes known what takes time, and shows the rows once that is done, or again where it told something new. */
  async #prepare(): Promise<void> {
    const front = this.#front;
    this.#isAskedAgain = this.#isPreparing;
    if (this.#isPreparing || this.#library.library.count === 0) return;
    const { state } = this.#citations;
    this.#isGathered ||= state === 'ready' || state === 'stopped';
    // What every file has need of is made known before there is one, but not beside the search.
    if (!front && !this.#isGathered) return;
    const left = this.#isGathered ? undefined : 'nearby';
    this.#isPreparing = true;
    const isNew = await this.#reader
      .prepare(front, (group) => this.#knowUntil(group, front))
      .finally(() => {
        this.#isPreparing = false;
      });
    this.#knowUntil(left, front);
    const isStill = front && this.#front?.key === front.key;
    if (isStill && (isNew || !this.#isShown || this.#emptiness === 'reading')) this.#show();
    // What came meanwhile was not made known. Else nothing is left to do: to do it again at once would leave no turn to anybody.
    if (this.#front !== front || this.#isAskedAgain) this.#update();
  }

  /** What was known of a file stays so while it is looked at again. */
  #knowUntil(left: FileGroupKind | undefined, front: FrontFile | undefined): void {
    if (this.#front?.key !== front?.key || knownBefore(left) <= knownBefore(this.#left)) return;
    this.#left = left;
    if (left === undefined) this.#waitNoLonger();
    if (this.#isShown) this.#show();
  }

  /** While the search goes on, the rows wait for its end: it says several times a second how far it is. */
  #gathered(): void {
    this.#showProgress();
    if (this.#citations.state !== 'gathering') this.#updateLater();
  }

  /** In the words of the status item, and at the same time. */
  #showProgress(): void {
    this.#set('message', this.#progressInWords());
  }

  #progressInWords(): string {
    const pending = pendingWork(this.#library, this.#citations);
    if (!pending || !this.#front) return '';
    return howToGoOn(pending) ?? (pending.isLong ? pending.words : '');
  }

  /** VS Code would be told anew each time, and wait with the rows. */
  #set(part: 'description' | 'message', words: string): void {
    if ((this.#view[part] ?? '') !== words) this.#view[part] = words;
  }
}

/** How many groups are known where this is the first that is not. */
function knownBefore(left: FileGroupKind | undefined): number {
  return left === undefined ? fileGroups.length : fileGroups.indexOf(left);
}

/** The key of the file that a row opens, and of the one for which it is shown. */
function openedBy(node: ThisFileNode): { readonly key: string | undefined; readonly from: string } | undefined {
  if (node.kind === 'entry') return { key: node.key, from: node.front.key };
  const place = node.kind === 'reason' ? reasonPlace(node) : undefined;
  return place && node.kind === 'reason' ? { key: toKey(place.uri), from: node.parent.front.key } : undefined;
}

function toGroups(remembered: unknown): readonly FileGroupKind[] {
  return Array.isArray(remembered) ? fileGroups.filter((group) => remembered.includes(group)) : [];
}
