import * as vscode from 'vscode';
import type { FileEntry, FileGroup, FileGroupKind } from '../core/learning/thisFile';
import type { Library } from '../core/reviews/library';
import type { CitedPlaces } from '../host/cardMarkdown';
import type { FrontFile } from './frontFile';
import { thisFileItem, thisFileTooltip } from './thisFileItem';
import type { FileEntryNode, FileGroupNode, MoreEntriesNode, ThisFileNode } from './thisFileNode';

/** Rows of a group that are shown at once; what is in one folder may be much. */
const page = 30;

/** The rows of This File: what they were told last. */
export class ThisFileTree implements vscode.TreeDataProvider<ThisFileNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ThisFileNode | undefined>();
  readonly #citations: CitedPlaces;
  readonly #folded: Set<FileGroupKind>;
  #groups: readonly FileGroupNode[] = [];
  #told = '';

  /** `folded` are the groups that are folded at first. */
  constructor(citations: CitedPlaces, folded: readonly FileGroupKind[] = []) {
    this.#citations = citations;
    this.#folded = new Set(folded);
  }

  get onDidChangeTreeData(): vscode.Event<ThisFileNode | undefined> {
    return this.#changed.event;
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
    this.#told = told;
    this.#groups = groups.map(({ kind, entries }) => toNode(kind, entries, front, library));
    this.#changed.fire(undefined);
  }

  /** Shows nothing. */
  clear(): void {
    if (this.#told === '') return;
    this.#told = '';
    this.#groups = [];
    this.#changed.fire(undefined);
  }

  /** Remembers whether a group is folded, for all files. */
  fold({ group }: FileGroupNode, isFolded: boolean): void {
    if (isFolded) this.#folded.add(group);
    else this.#folded.delete(group);
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
    if (!node) return [...this.#groups];
    if (node.kind === 'entry') return reasonsOf(node);
    if (node.kind !== 'group') return [];
    const rows = node.entries.slice(0, node.shown);
    if (rows.length === node.entries.length) return rows;
    return [...rows, { kind: 'more', id: `${node.id}/more/${node.shown}`, parent: node }];
  }

  getParent(node: ThisFileNode): ThisFileNode | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  dispose(): void {
    this.#changed.dispose();
  }
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
  const node: FileGroupNode = { kind: 'group', id: kind, group: kind, entries: rows, shown: page };
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
