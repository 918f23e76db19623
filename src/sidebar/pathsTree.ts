import * as vscode from 'vscode';
import { progressInWords, stepName } from '../core/learning/pathProgress';
import type { Chapter, ReadingPath, Step } from '../core/learning/readingPath';
import { citationName } from '../core/wording/citationName';
import { escapeIcons } from '../core/wording/escapeIcons';
import { escapeMarkdown } from '../core/wording/escapeMarkdown';
import { shortLine } from '../core/wording/shortLine';
import { type CitedPlaces, reviewText } from '../host/cardMarkdown';
import type { LivePaths } from '../host/livePaths';
import type { ReaderMemory } from '../host/readerMemory';
import type { ChapterRow, HistoryRow, PathNode, PathRow, StepRow } from './pathNode';
import { beginsWithId } from './shortDescription';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The rows of the Paths view: paths that people wrote, then those that make themselves; in each its chapters and steps. */
export class PathsTree implements vscode.TreeDataProvider<PathNode>, vscode.Disposable {
  readonly #paths: LivePaths;
  readonly #citations: CitedPlaces;
  readonly #memory: ReaderMemory;
  readonly #changed = new vscode.EventEmitter<undefined>();

  constructor(paths: LivePaths, citations: CitedPlaces, memory: ReaderMemory) {
    this.#paths = paths;
    this.#citations = citations;
    this.#memory = memory;
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changed.event;
  }

  /** Has VS Code ask for the rows again. */
  update(): void {
    this.#changed.fire(undefined);
  }

  getChildren(node?: PathNode): PathNode[] {
    if (!node) {
      const paths = [...this.#paths.written, ...this.#paths.made];
      return [...this.#history(), ...paths.map((path): PathNode => ({ kind: 'path', id: path.key, path }))];
    }
    if (node.kind === 'step' || node.kind === 'history') return [];
    if (node.kind === 'chapter') return stepsIn(node, node.chapter, node.parent);
    const { chapters } = node.path;
    return chapters.flatMap((chapter, at): PathNode[] =>
      chapter.heading === ''
        ? stepsIn(node, chapter, node)
        : [{ kind: 'chapter', id: `${node.id}/${at}`, parent: node, chapter }],
    );
  }

  /** The row of the step where the reader is, where its path has one. */
  here(): StepRow | undefined {
    const { path, at } = this.#paths.begun ?? {};
    const rows = path ? this.getChildren({ kind: 'path', id: path.key, path }) : [];
    return rows
      .flatMap((row) => (row.kind === 'chapter' ? this.getChildren(row) : [row]))
      .find((row): row is StepRow => row.kind === 'step' && stepName(row.step) === at);
  }

  getParent(node: PathNode): PathNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  getTreeItem(node: PathNode): vscode.TreeItem {
    const item = this.#item(node);
    item.id = node.id;
    return item;
  }

  /** The reason and the card, for the one row under the pointer. */
  resolveTreeItem(item: vscode.TreeItem, node: PathNode): vscode.TreeItem {
    if (node.kind !== 'step' && node.kind !== 'history') return item;
    const { why, reviews, passage } = node.kind === 'step' ? node.step : { why: '', reviews: [node.entry.review] };
    const [review] = reviews;
    const parts = [
      ...(why === '' ? [] : [escapeMarkdown(shortLine(why, 600))]),
      ...(review ? [reviewText(review, this.#citations, passage).value] : []),
    ];
    item.tooltip = new vscode.MarkdownString(parts.join('\n\n---\n\n'));
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #history(): HistoryRow[] {
    const entry = this.#paths.fromTheHistory();
    if (!entry) return [];
    const { id, key } = entry.review;
    return [{ kind: 'history', id: 'history', citation: id, key, entry }];
  }

  #item(node: PathNode): vscode.TreeItem {
    switch (node.kind) {
      case 'history':
        return historyItem(node);
      case 'path':
        return this.#pathItem(node);
      case 'chapter':
        return chapterItem(node);
      case 'step':
        return this.#stepItem(node);
    }
  }

  #pathItem({ path }: PathRow): vscode.TreeItem {
    const isFirst = path.key === this.#paths.written[0]?.key;
    const item = new vscode.TreeItem(safe(path.title), isFirst ? Expanded : Collapsed);
    item.contextValue = path.file ? 'writtenPath' : 'madePath';
    item.iconPath = new vscode.ThemeIcon(path.file ? 'map' : 'compass');
    const progress = progressInWords(path, (name) => this.#memory.isRead(name));
    // Nobody wrote it, so it says at once how it came about; a row has room for the gist.
    item.description = safe(progress === '' && !path.file ? path.about.replace(/^Made of /, '') : progress);
    item.tooltip = path.about === '' ? safe(path.title) : `${safe(path.title)}\n${safe(path.about)}`;
    item.accessibilityInformation = { label: [path.title, path.about, progress].filter(Boolean).map(safe).join(', ') };
    return item;
  }

  #isHere(step: Step, { key }: ReadingPath): boolean {
    const { path, step: name } = this.#memory.followed;
    return path === key && name === stepName(step);
  }

  #stepItem({ step, path }: StepRow): vscode.TreeItem {
    const [review] = step.reviews;
    const title = review && review.title !== review.id ? review.title : '';
    const label = title === '' ? step.id : review && beginsWithId(review) ? `${step.id} ${title}` : title;
    const item = new vscode.TreeItem(safe(label), None);
    const missing = vscode.l10n.t('no review with this id here');
    const here = vscode.l10n.t('you are here');
    const isHere = this.#isHere(step, path);
    item.description = safe([...(isHere ? [here] : []), review ? step.why : missing].filter(Boolean).join(' · '));
    item.contextValue = review ? (path.file ? 'writtenStep' : 'madeStep') : 'missingStep';
    if (!review) {
      item.iconPath = new vscode.ThemeIcon('question');
      return item;
    }
    if (isHere) item.iconPath = new vscode.ThemeIcon('arrow-right');
    const isRead = this.#memory.isRead(stepName(step));
    const tooltip = isRead
      ? vscode.l10n.t('Read. Uncheck to read it again.')
      : vscode.l10n.t('Check when you have read it.');
    item.checkboxState = {
      state: isRead ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip,
      accessibilityInformation: { label: isRead ? vscode.l10n.t('read') : vscode.l10n.t('not read') },
    };
    item.accessibilityInformation = {
      label: [title, step.id, isHere ? here : '', step.why]
        .filter((part) => part !== '')
        .map(safe)
        .join(', '),
    };
    item.command = {
      command: 'precedent.openStep',
      title: vscode.l10n.t('Read'),
      arguments: [{ citation: citationName(step.id, step.passage), key: review.key, path: path.key }],
    };
    return item;
  }
}

function stepsIn(parent: PathRow | ChapterRow, { steps }: Chapter, { path }: PathRow): StepRow[] {
  return steps.map((step, at) => ({
    kind: 'step',
    id: `${parent.id}#${at}`,
    parent,
    path,
    step,
    citation: citationName(step.id, step.passage),
    ...(step.reviews[0] ? { key: step.reviews[0].key } : {}),
  }));
}

function historyItem({ entry: { review, why }, citation, key }: HistoryRow): vscode.TreeItem {
  const item = new vscode.TreeItem(safe(review.title), None);
  item.description = safe(why);
  item.contextValue = 'history';
  item.iconPath = new vscode.ThemeIcon('history');
  item.accessibilityInformation = {
    label: vscode.l10n.t('From the history: {0}, {1}', safe(review.title), safe(why)),
  };
  item.command = { command: 'precedent.openStory', title: vscode.l10n.t('Read'), arguments: [citation, key] };
  return item;
}

function chapterItem({ chapter }: ChapterRow): vscode.TreeItem {
  const item = new vscode.TreeItem(safe(chapter.heading), Expanded);
  item.contextValue = 'chapter';
  return item;
}

function safe(text: string): string {
  return escapeIcons(shortLine(text, 300));
}
