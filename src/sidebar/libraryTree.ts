import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import { preparingDifficulties } from '../core/learning/difficulty';
import { groupingLibrary, type LibraryGroup } from '../core/learning/libraryGroups';
import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { Steps } from '../core/steps';
import { type CitedPlaces, reviewMarkdown } from '../host/cardMarkdown';
import { toKey } from '../host/places';
import { type GroupBy, setting } from '../host/settings';
import { inSlices, startPace } from '../indexing/pace';
import { dropHint } from './citationDrag';
import { libraryItem } from './libraryItem';
import type { GroupNode, LibraryNode, MoreNode, ProblemsNode, ReviewNode } from './libraryNode';
import { findingUri } from './libraryPlaces';
import { rowAbove, rowsIn } from './libraryRows';
import { marked, noMarks, type ReviewMarks } from './reviewMarks';

/** What the view shows; `of` tells one library and grouping from another, `told` one list of problems. */
interface Shown {
  readonly of: string;
  readonly groups: readonly GroupNode[];
  readonly problems: ProblemsNode;
  readonly told: string;
}

/** Groups are open at first as long as all rows fit on a few screens; later only the first one is. */
const fewReviews = 60;

/** Rows of a group that are made at once: each costs VS Code and us some time. */
const page = 500;

const citedNowhere: CitedPlaces = { sentencesOn: () => [], isCitedElsewhere: () => false };

/** What the tree shows. `problems` are those of the library where nothing else is told. */
interface LibraryAndProblems {
  readonly library: Library;
  readonly problems?: readonly Finding[];
}

/**
 * The rows of the Library view. Made when VS Code asks for them, and made anew only where something changed: a library that
 * was looked at again and found the same changes nothing.
 */
export class LibraryTree implements vscode.TreeDataProvider<LibraryNode>, vscode.Disposable {
  readonly #library: LibraryAndProblems;
  readonly #marks: ReviewMarks;
  readonly #changed = new vscode.EventEmitter<LibraryNode[] | undefined>();
  readonly #citations: CitedPlaces;
  #shown: Shown | undefined;
  #filter = '';

  constructor(library: LibraryAndProblems, marks: ReviewMarks = noMarks, citations: CitedPlaces = citedNowhere) {
    this.#library = library;
    this.#marks = marks;
    this.#citations = citations;
  }

  get onDidChangeTreeData(): vscode.Event<LibraryNode[] | undefined> {
    return this.#changed.event;
  }

  /** Words that reviews must hold to be shown; empty shows all. */
  get filter(): string {
    return this.#filter;
  }

  /** Shows the reviews that hold these words. */
  async setFilter(words: string): Promise<void> {
    this.#filter = words.trim();
    await this.update();
  }

  /** Whether the filter leaves nothing. */
  get isEmpty(): boolean {
    return this.#shown?.groups.length === 0;
  }

  /** Compares the rows with the library, and tells VS Code which of them changed. Costs nothing before the view is first shown. */
  async update(): Promise<void> {
    if (!this.#shown) return;
    const now = await this.#read();
    const before = this.#shown;
    const changed = before.told === now.told ? takeOver(before.groups, now.groups) : undefined;
    if (changed) {
      this.#shown = { ...before, of: now.of };
      if (changed.length > 0) this.#changed.fire(changed);
      return;
    }
    this.#shown = now;
    this.#changed.fire(undefined);
  }

  /** Has VS Code ask for all rows again: the reader has read something. */
  showMarks(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: LibraryNode): vscode.TreeItem {
    return node.kind === 'review' ? marked(libraryItem(node), node, this.#marks) : libraryItem(node);
  }

  /** The card, for the one row under the pointer. */
  async resolveTreeItem(item: vscode.TreeItem, node: LibraryNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'review') return item;
    const parts = (await reviewMarkdown(node.review, this.#citations)).filter(({ isTrusted }) => !isTrusted);
    item.tooltip = new vscode.MarkdownString([...parts.map(({ value }) => value), dropHint()].join('\n\n'));
    return item;
  }

  async getChildren(node?: LibraryNode): Promise<LibraryNode[]> {
    if (node) return this.#rowsIn(node);
    const { groups, problems } = await this.#rows();
    return problems.problems.length > 0 && this.#filter === '' ? [...groups, problems] : [...groups];
  }

  getParent(node: LibraryNode): LibraryNode | undefined {
    return rowAbove(node);
  }

  /** The first row of a review, by its file and id; nothing where the filter leaves it out. */
  async find({ key, id }: { readonly key: string; readonly id: string }): Promise<ReviewNode | undefined> {
    const { groups } = await this.#rows();
    for (const group of groups) {
      const at = group.reviews.findIndex(({ review }) => review.key === key && review.id === id);
      if (at >= group.shown) this.#show(group, at + page);
      if (at >= 0) return group.reviews[at];
    }
    return undefined;
  }

  /** Shows more of a long group. */
  showMore({ group }: MoreNode): void {
    this.#show(group, group.shown + page);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #show(group: GroupNode, count: number): void {
    group.shown = count;
    this.#changed.fire([group]);
  }

  /** A review that turns out to have nothing in it loses the arrow that its row had before it was read. */
  #rowsIn(node: LibraryNode): LibraryNode[] {
    const rows = [...rowsIn(node)];
    if (rows.length === 0 && node.kind === 'review') setTimeout(() => this.#changed.fire([node]), 0);
    return rows;
  }

  async #rows(): Promise<Shown> {
    if (!this.#shown) {
      const now = await this.#read();
      this.#shown ??= now;
    }
    return this.#shown;
  }

  /** Another filter may come while rows are grouped: what is shown is by the last one. */
  async #read(): Promise<Shown> {
    for (;;) {
      const filter = this.#filter;
      const shown = await this.#readOnce();
      if (filter === this.#filter) return shown;
    }
  }

  async #readOnce(): Promise<Shown> {
    const { library } = this.#library;
    const by = setting('precedent.library.groupBy');
    await inSlices(library.making(), startPace());
    if (by === 'difficulty') await prepare(library.reviews);
    const of = JSON.stringify([library.version, by, this.#filter]);
    const groups = this.#shown?.of === of ? this.#shown.groups : await inSlices(this.#grouping(by), startPace());
    const problems = (this.#library.problems ?? library.problems)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map((finding) => {
        const uri = findingUri(finding);
        return { finding, uri, isReadInPart: uri !== undefined && library.in(toKey(uri)).length > 0 };
      });
    const told = problems
      .map(({ finding, isReadInPart }) => `${isReadInPart}:${finding.path}:${finding.line}:${finding.message}`)
      .join('\n');
    return { of, groups, problems: { kind: 'problems' as const, id: 'problems', problems }, told };
  }

  *#grouping(by: GroupBy): Steps<readonly GroupNode[]> {
    const { library } = this.#library;
    const areFew = library.reviews.length <= fewReviews || this.#filter !== '';
    // A filter has rows of its own: what it finds is unfolded, whatever was folded before.
    const prefix = this.#filter === '' ? by : `${by}?`;
    const nodes: GroupNode[] = [];
    for (const group of yield* groupingLibrary(library, by, this.#filter))
      nodes.push(
        yield* makingNode(group, {
          prefix,
          isExpanded: areFew || nodes.length === 0,
          isYearKnown: by === 'year',
          isAlone: ({ key }) => library.in(key).length === 1,
        }),
      );
    return nodes;
  }
}

/** Reads every review for its difficulties in slices that leave the editor alone. What was read once is remembered. */
async function prepare(reviews: readonly ReviewDocument[]): Promise<void> {
  const pace = startPace();
  for (const _ of preparingDifficulties(reviews)) await pace();
}

interface NodeOptions {
  readonly prefix: string;
  readonly isExpanded: boolean;
  readonly isYearKnown: boolean;
  readonly isAlone: (review: ReviewDocument) => boolean;
}

/** The row of a group and those in it, in steps. */
function* makingNode(group: LibraryGroup, { prefix, isExpanded, isYearKnown, isAlone }: NodeOptions): Steps<GroupNode> {
  const node: GroupNode = {
    kind: 'group',
    id: `${prefix}/${group.key}`,
    label: group.label,
    isExpanded,
    reviews: [],
    shown: page,
  };
  const rows: ReviewNode[] = [];
  for (const { review, quotes } of group.reviews) {
    if (rows.length % 64 === 63) yield;
    const { key, id } = review;
    rows.push({
      kind: 'review',
      id: `${node.id}/${key}/${id}`,
      citation: id,
      key,
      group: node,
      review,
      quotes,
      isYearKnown,
      isAlone: () => isAlone(review),
    });
  }
  node.reviews = rows;
  return node;
}

/**
 * Lets rows that VS Code knows show what was read now; answers which of them changed. Answers nothing where rows came or went,
 * so that all must be asked for again.
 */
function takeOver(before: readonly GroupNode[], now: readonly GroupNode[]): LibraryNode[] | undefined {
  if (before === now) return [];
  if (!sameRows(before, now)) return undefined;
  return before.flatMap((group, at): LibraryNode[] => {
    const other = now[at];
    if (!other) return [];
    if (!sameRows(group.reviews, other.reviews)) {
      group.reviews = other.reviews.map((review) => ({ ...review, group }));
      return [group];
    }
    return group.reviews.filter((node, place) => {
      const { review, quotes } = other.reviews[place] ?? node;
      const isChanged = node.review !== review || JSON.stringify(node.quotes) !== JSON.stringify(quotes);
      node.review = review;
      node.quotes = quotes;
      return isChanged;
    });
  });
}

function sameRows(before: readonly { readonly id: string }[], now: readonly { readonly id: string }[]): boolean {
  return before.length === now.length && before.every(({ id }, at) => id === now[at]?.id);
}
