import * as vscode from 'vscode';
import type { FileEntry, FileGroup, FileGroupKind } from '../core/learning/thisFile';
import type { Library } from '../core/reviews/library';
import type { CitedPlaces } from '../host/cardMarkdown';
import type { FrontFile } from './frontFile';
import { thisFileItem, thisFileTooltip } from './thisFileItem';
import type { FileEntryNode, FileGroupNode, MoreEntriesNode, ThisFileNode } from './thisFileNode';

/** Rows that are shown of a group at first; of what is around a file, which may be much, a few. */
const pages: Readonly<Record<FileGroupKind, number>> = { cited: 30, mentioned: 30, named: 30, nearby: 10, service: 10 };
/** And with each click on the last one. */
const page = 30;

/** Where VS Code thinks otherwise of what is folded, it does not ask for all that is expected; after so many ms without a question nobody waits for it. */
const msUntilAsked = 1500;

/** The rows of This File: what they were told last. */
export class ThisFileTree implements vscode.TreeDataProvider<ThisFileNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ThisFileNode | undefined>();
  readonly #gave = new vscode.EventEmitter<FrontFile | undefined>();
  readonly #citations: CitedPlaces;
  readonly #folded: Set<FileGroupKind>;
  #groups: readonly FileGroupNode[] = [];
  #front: FrontFile | undefined;
  #told = '';
  /** Ids of the reviews that somebody has folded. */
  readonly #closed = new Set<string>();
  /** The rows of which VS Code has yet to ask for those below them, the topmost first; nothing where nobody waits for that. */
  #unasked: Set<ThisFileNode | undefined> | undefined;
  #giving: ReturnType<typeof setTimeout> | undefined;

  /** `folded` are the groups that are folded at first. */
  constructor(citations: CitedPlaces, folded: readonly FileGroupKind[] = []) {
    this.#citations = citations;
    this.#folded = new Set(folded);
  }

  get onDidChangeTreeData(): vscode.Event<ThisFileNode | undefined> {
    return this.#changed.event;
  }

  /**
   * Fires when VS Code has been given the rows that were told last, and says of which file they are: it shows them when it has all that are not folded,
   * a good while after it was told that there are others.
   */
  get onDidGive(): vscode.Event<FrontFile | undefined> {
    return this.#gave.event;
  }

  get isEmpty(): boolean {
    return this.#groups.length === 0;
  }

  /** The groups that somebody has folded. */
  get folded(): readonly FileGroupKind[] {
    return [...this.#folded];
  }

  /** Shows what bears on a file, in place of what was shown. The same again changes nothing. */
  show(groups: readonly FileGroup[], front: FrontFile, library: Library): void {
    // Reviews that were read again are told anew, for the sake of their cards.
    const told = `${front.uri.toString()} ${library.version} ${JSON.stringify(groups, withoutReviews)}`;
    if (told === this.#told) return;
    const before = front.key === this.#front?.key ? this.#groups : [];
    this.#become(
      told,
      groups.map(({ kind, entries }) => {
        const node = toNode(kind, entries, front, library);
        node.shown = Math.max(node.shown, before.find(({ group }) => group === kind)?.shown ?? 0);
        return node;
      }),
      front,
    );
  }

  /** Shows nothing. */
  clear(): void {
    if (this.#told !== '') this.#become('', []);
  }

  /** Remembers whether a row is folded; of a group for all files. */
  fold(node: ThisFileNode, isFolded: boolean): void {
    if (node.kind === 'group') remember(this.#folded, node.group, isFolded);
    else if (node.kind === 'entry') remember(this.#closed, node.id, isFolded);
  }

  showMore({ parent }: MoreEntriesNode): void {
    parent.shown += page;
    this.#changed.fire(parent);
  }

  getTreeItem(node: ThisFileNode): vscode.TreeItem {
    return thisFileItem(node, (group) => this.#folded.has(group));
  }

  /** The card, for the one row under the pointer. */
  resolveTreeItem(item: vscode.TreeItem, node: ThisFileNode): vscode.TreeItem {
    if (node.kind === 'entry') item.tooltip = thisFileTooltip(node, this.#citations);
    return item;
  }

  getChildren(node?: ThisFileNode): ThisFileNode[] {
    const rows = this.#below(node);
    this.#wasAsked(node, rows);
    return rows;
  }

  getParent(node: ThisFileNode): ThisFileNode | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  dispose(): void {
    clearTimeout(this.#giving);
    this.#gave.dispose();
    this.#changed.dispose();
  }

  #become(told: string, groups: readonly FileGroupNode[], front?: FrontFile): void {
    clearTimeout(this.#giving);
    this.#told = told;
    this.#groups = groups;
    this.#front = front;
    this.#unasked = new Set([undefined]);
    this.#changed.fire(undefined);
  }

  #below(node: ThisFileNode | undefined): ThisFileNode[] {
    if (!node) return [...this.#groups];
    if (node.kind === 'entry') return reasonsOf(node);
    if (node.kind !== 'group') return [];
    const rows = node.entries.slice(0, node.shown);
    if (rows.length === node.entries.length) return rows;
    return [...rows, { kind: 'more', id: `${node.id}/more/${node.shown}`, parent: node }];
  }

  #wasAsked(node: ThisFileNode | undefined, rows: readonly ThisFileNode[]): void {
    if (!this.#unasked?.delete(node)) return;
    for (const row of rows) if (this.#isOpen(row)) this.#unasked.add(row);
    clearTimeout(this.#giving);
    // In the same turn as the rows, so that VS Code hears of both at once.
    if (this.#unasked.size === 0) this.#give();
    else this.#giving = setTimeout(() => this.#give(), msUntilAsked);
  }

  #isOpen(row: ThisFileNode): boolean {
    if (row.kind === 'group') return !this.#folded.has(row.group);
    return row.kind === 'entry' && !this.#closed.has(row.id);
  }

  #give(): void {
    this.#unasked = undefined;
    this.#gave.fire(this.#front);
  }
}

function remember<Item>(all: Set<Item>, item: Item, isIn: boolean): void {
  if (isIn) all.add(item);
  else all.delete(item);
}

function reasonsOf(parent: FileEntryNode): ThisFileNode[] {
  const { citation, key, entry } = parent;
  return entry.reasons.map((reason) => ({
    kind: 'reason',
    id: `${parent.id}/${reason.kind}`,
    citation,
    ...(key === undefined ? {} : { key }),
    parent,
    reason,
  }));
}

/** A review is told by its name; its text is the library's. */
function withoutReviews(key: string, value: unknown): unknown {
  return key === 'review' && typeof value === 'object' && value !== null && 'key' in value ? value.key : value;
}

function toNode(kind: FileGroupKind, entries: readonly FileEntry[], front: FrontFile, library: Library): FileGroupNode {
  const rows: FileEntryNode[] = [];
  const node: FileGroupNode = { kind: 'group', id: kind, group: kind, entries: rows, shown: pages[kind] };
  for (const entry of entries) {
    const key = entry.review?.key;
    rows.push({
      kind: 'entry',
      id: `${kind}/${key ?? ''}/${entry.id}`,
      citation: entry.id,
      ...(key === undefined ? {} : { key }),
      parent: node,
      entry,
      front,
      isAlone: key === undefined || library.in(key).length === 1,
    });
  }
  return node;
}
