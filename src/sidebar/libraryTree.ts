import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import { groupingLibrary, type LibraryGroup } from '../core/learning/libraryGroups';
import type { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { Steps } from '../core/steps';
import { type CitedPlaces, reviewMarkdown } from '../host/cardMarkdown';
import { toKey } from '../host/places';
import { type GroupBy, setting } from '../host/settings';
import { waitFor } from '../host/waitFor';
import { inSlices, startPace } from '../indexing/pace';
import { dropHint } from './citationDrag';
import { type DifficultyLooker, DifficultySearch } from './difficultySearch';
import { libraryItem } from './libraryItem';
import type { GroupNode, LibraryNode, MoreNode, ProblemsNode, ReviewNode } from './libraryNode';
import { findingUri } from './libraryPlaces';
import { rowAbove, rowsIn } from './libraryRows';
import { marked, noMarks, type ReviewMarks } from './reviewMarks';

/** What the view shows; `of` tells one library and grouping from another, `told` one list of problems. */
interface Shown {
  readonly of: string;
  readonly by: GroupBy;
  /** How many reviews have rows. */
  readonly count: number;
  readonly groups: readonly GroupNode[];
  readonly problems: ProblemsNode;
  readonly told: string;
}

/** Groups are open at first as long as all rows fit on a few screens; later only the first one is. */
const fewReviews = 60;

/** As long, in ms, the rows wait for what was difficult; then they are there without. */
const patience = 300;

/** Rows of a group that are made at once: each costs VS Code and us some time. */
const page = 500;

/** VS Code compares each row that changed with all others that did: where these are more, it is told that all may have, and asks for those it shows. */
const mostAtOnce = 64;

const citedNowhere: CitedPlaces = { sentencesOn: () => [], isCitedElsewhere: () => false, isInPart: false };

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
  readonly #didShow = new vscode.EventEmitter<void>();
  readonly #citations: CitedPlaces;
  readonly #difficulties: DifficultyLooker;
  #shown: Shown | undefined;
  #filter = '';
  /** Of two updates, the one that began later counts. */
  #turns = 0;
  #shownTurn = 0;

  constructor(
    library: LibraryAndProblems,
    marks: ReviewMarks = noMarks,
    citations: CitedPlaces = citedNowhere,
    difficulties: DifficultyLooker = new DifficultySearch(),
  ) {
    this.#library = library;
    this.#marks = marks;
    this.#citations = citations;
    this.#difficulties = difficulties;
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

  /**
   * By what the rows are grouped, and how many reviews have one; nothing before the view is first shown. While what was difficult is being looked for,
   * they are by year.
   */
  get shown(): { readonly by: GroupBy; readonly count: number } | undefined {
    return this.#shown;
  }

  /** Fires when {@link shown} may be another. */
  get onDidShow(): vscode.Event<void> {
    return this.#didShow.event;
  }

  /** What is being looked for before the rows are as they were asked for. */
  get difficulties(): Pick<DifficultyLooker, 'progress' | 'onDidChange'> {
    return this.#difficulties;
  }

  /** Compares the rows with the library, and tells VS Code which of them changed. Costs nothing before the view is first shown. */
  async update(): Promise<void> {
    if (!this.#shown) return;
    const turn = ++this.#turns;
    const now = await this.#read();
    if (turn < this.#shownTurn) return;
    this.#shownTurn = turn;
    const before = this.#shown;
    const changed = before.told === now.told ? takeOver(before.groups, now.groups) : undefined;
    if (changed) {
      this.#show({ ...before, of: now.of, count: now.count });
      if (changed.length > mostAtOnce) this.#changed.fire(undefined);
      else if (changed.length > 0) this.#changed.fire(changed);
      return;
    }
    this.#show(now);
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
      if (at >= group.shown) this.#unfold(group, at + page);
      if (at >= 0) return group.reviews[at];
    }
    return undefined;
  }

  /** Shows more of a long group. */
  showMore({ group }: MoreNode): void {
    this.#unfold(group, group.shown + page);
  }

  dispose(): void {
    this.#difficulties.stop();
    this.#changed.dispose();
    this.#didShow.dispose();
  }

  #show(now: Shown): void {
    this.#shown = now;
    this.#didShow.fire();
  }

  #unfold(group: GroupNode, count: number): void {
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
      if (!this.#shown) this.#show(now);
      return this.#shown ?? now;
    }
    return this.#shown;
  }

  /** Another filter or grouping may come while rows are grouped: what is shown is by the last one. */
  async #read(): Promise<Shown> {
    for (;;) {
      const [filter, asked] = [this.#filter, setting('precedent.library.groupBy')];
      const shown = await this.#readOnce(asked);
      if (filter === this.#filter && asked === setting('precedent.library.groupBy')) return shown;
    }
  }

  async #readOnce(asked: GroupBy): Promise<Shown> {
    const { library } = this.#library;
    await inSlices(library.making(), startPace());
    const by = asked !== 'difficulty' || (await this.#knowsDifficulties()) ? asked : 'year';
    if (asked !== 'difficulty') this.#difficulties.stop();
    const of = JSON.stringify([library.version, by, this.#filter]);
    const isAsBefore = this.#shown?.of === of;
    const groups = this.#shown && isAsBefore ? this.#shown.groups : await inSlices(this.#grouping(by), startPace());
    const count = this.#filter === '' ? library.count : countOf(groups);
    await inSlices(library.findingProblems(), startPace());
    const problems = (this.#library.problems ?? library.problems)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map((finding) => {
        const uri = findingUri(finding);
        return { finding, uri, isReadInPart: uri !== undefined && library.in(toKey(uri)).length > 0 };
      });
    const told = problems
      .map(({ finding, isReadInPart }) => `${isReadInPart}:${finding.path}:${finding.line}:${finding.message}`)
      .join('\n');
    return { of, by, count, groups, problems: { kind: 'problems' as const, id: 'problems', problems }, told };
  }

  /** Whether it is known, after a moment, what was difficult in all reviews. Where it is not, the rows are brought up to date once it is. */
  async #knowsDifficulties(): Promise<boolean> {
    // Rows that are grouped so already stay until it is known of those that changed, too.
    while (this.#shown?.by === 'difficulty' && setting('precedent.library.groupBy') === 'difficulty')
      if (await this.#difficulties.look(this.#library.library.reviews)) return true;
    let areKnown = false;
    const looking = this.#difficulties.look(this.#library.library.reviews).then((are) => {
      areKnown = are;
    });
    await waitFor(looking, patience);
    if (!areKnown) void looking.then(() => (areKnown ? this.#showDifficulties() : undefined));
    return areKnown;
  }

  async #showDifficulties(): Promise<void> {
    await this.#rows();
    await this.update();
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

/** How many reviews stand in some groups, each counted once. */
function countOf(groups: readonly GroupNode[]): number {
  return new Set(groups.flatMap(({ reviews }) => reviews.map(({ review }) => review))).size;
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
