import * as vscode from 'vscode';
import { stepAfter, stepName } from '../core/learning/pathProgress';
import { type ReadingPath, type Step, stepsOf } from '../core/learning/readingPath';
import { UserError } from '../core/userError';
import { citationName } from '../core/wording/citationName';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { LivePaths } from '../host/livePaths';
import type { Log } from '../host/log';
import { toUri } from '../host/places';
import type { ReaderMemory } from '../host/readerMemory';
import { pickReview } from '../host/showReview';
import { TreeRows } from '../host/treeRows';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { debounce } from '../indexing/debounce';
import { newReadingPath } from './newReadingPath';
import { PathDrop, putStep } from './pathDrop';
import type { PathNode, StepRow } from './pathNode';
import { PathsTree } from './pathsTree';

/** What the Paths view stands on. `read` shows a review as a story. */
export interface PathsOptions {
  readonly library: LiveLibrary;
  readonly citations: WorkspaceCitations;
  readonly paths: LivePaths;
  readonly memory: ReaderMemory;
  readonly log: Log;
  readonly read: (citation: string, key: string) => unknown;
}

/** The Paths view and what can be done with it. */
export function registerPaths(options: PathsOptions): vscode.Disposable {
  const { library, citations, paths, memory, log, read } = options;
  const tree = new PathsTree(paths, citations, memory);
  const rows = new TreeRows(tree);
  const view = vscode.window.createTreeView('precedent.paths', {
    treeDataProvider: rows,
    dragAndDropController: new PathDrop(),
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const takeNote = debounce(() => paths.added(), 1000, 5000);
  const update = debounce(() => view.visible && tree.update(), 200, 2000);
  const revealHere = async () => {
    const row = view.visible ? tree.here() : undefined;
    if (row) await view.reveal(row, { select: true, focus: false });
  };
  const show = async (path: ReadingPath, step: Step) => {
    const [review] = step.reviews;
    if (!review) throw new UserError(vscode.l10n.t('There is no review “{0}” in the library.', step.id));
    await memory.follow(path.key, stepName(step));
    await read(citationName(step.id, step.passage), review.key);
    await revealHere();
  };
  const go = async (offset: 1 | -1) => {
    const { path, at } = followed(paths);
    const steps = stepsOf(path).filter(({ reviews }) => reviews.length > 0);
    const current = steps.findIndex((step) => stepName(step) === at);
    const here = steps[current];
    if (offset === 1 && here) await memory.setRead([stepName(here)], true);
    const target = offset === 1 ? stepAfter(path, at, (name) => memory.isRead(name)) : steps[current - 1];
    if (target) return show(path, target);
    const end =
      offset === 1
        ? vscode.l10n.t('This was the last step of “{0}”.', path.title)
        : vscode.l10n.t('This is the first step of “{0}”.', path.title);
    vscode.window.setStatusBarMessage(`$(check) ${end}`, 5000);
  };
  return vscode.Disposable.from(
    tree,
    view,
    rows,
    library.onDidChange(update),
    library.onDidChange(() => library.state === 'ready' && takeNote()),
    { dispose: () => takeNote.cancel() },
    { dispose: () => update.cancel() },
    citations.onDidChange(update),
    memory.onDidChange(() => tree.update()),
    view.onDidChangeVisibility(() => {
      update();
      revealHere().catch((error) => log.error(error));
    }),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) {
        if (node.kind === 'step') {
          await memory.setRead([stepName(node.step)], state === vscode.TreeItemCheckboxState.Checked);
        }
      }
    }),
    registerCommand('precedent.openStep', log, async (what) => {
      const { path, step } = stepOf(what, paths);
      await show(path, step);
    }),
    registerCommand('precedent.nextStep', log, () => go(1)),
    registerCommand('precedent.previousStep', log, () => go(-1)),
    registerCommand('precedent.resetPath', log, async (node) => {
      const path = (isPathNode(node) ? pathOf(node) : undefined) ?? followed(paths).path;
      await memory.setRead(stepsOf(path).map(stepName), false);
    }),
    registerCommand('precedent.openPath', log, async (node) => {
      const path = (isPathNode(node) ? pathOf(node) : undefined) ?? followed(paths).path;
      if (!path.file) throw new UserError(vscode.l10n.t('This path makes itself: there is no file of it.'));
      const line = isPathNode(node) && node.kind === 'step' ? (node.step.line ?? 1) - 1 : 0;
      await vscode.window.showTextDocument(toUri(path.file.key), { selection: new vscode.Range(line, 0, line, 0) });
    }),
    registerCommand('precedent.dismissHistory', log, async () => {
      const entry = paths.fromTheHistory();
      if (entry) await memory.dismiss(entry.review.id);
    }),
    registerCommand('precedent.moveStepUp', log, (node) => move(node ?? view.selection[0], -1)),
    registerCommand('precedent.moveStepDown', log, (node) => move(node ?? view.selection[0], 1)),
    registerCommand('precedent.newReadingPath', log, async (node, all) => {
      const nodes = Array.isArray(all) && all.length > 0 ? all : node === undefined ? [] : [node];
      const chosen = await Promise.all(
        nodes.filter(isCited).map((each) => pickReview(library, each.citation, each.key)),
      );
      await newReadingPath(
        library,
        chosen.flatMap((each) => (each ? [each.review] : [])),
      );
    }),
  );
}

/** The path that the reader follows, and where they are on it. Throws a sentence where there is none. */
function followed(paths: LivePaths): { readonly path: ReadingPath; readonly at: string } {
  const { followed: found } = paths;
  if (!found) throw new UserError(vscode.l10n.t('There is no reading path yet. “New Reading Path…” makes one.'));
  return found;
}

async function move(node: unknown, offset: 1 | -1): Promise<void> {
  if (!isPathNode(node) || node.kind !== 'step') {
    throw new UserError(vscode.l10n.t('Select a step of a path first.'));
  }
  const steps = stepsOf(node.path);
  const at = steps.indexOf(node.step);
  const target = steps[at + offset];
  if (target) await putStep(node, { step: target }, offset === 1);
}

/** The step that a row's click or a link was given for. */
function stepOf(what: unknown, paths: LivePaths): { readonly path: ReadingPath; readonly step: Step } {
  if (isCited(what) && 'path' in what && typeof what.path === 'string') {
    const path = [...paths.written, ...paths.made].find(({ key }) => key === what.path);
    const step = path && stepsOf(path).find((each) => citationName(each.id, each.passage) === what.citation);
    if (path && step) return { path, step };
  }
  if (isPathNode(what) && what.kind === 'step') return { path: what.path, step: what.step };
  throw new UserError(vscode.l10n.t('This step is no longer on the path.'));
}

function pathOf(node: PathNode): ReadingPath | undefined {
  if (node.kind === 'history') return undefined;
  if (node.kind === 'chapter') return node.parent.path;
  return node.path;
}

function isCited(what: unknown): what is Pick<StepRow, 'citation' | 'key'> {
  return typeof what === 'object' && what !== null && 'citation' in what && typeof what.citation === 'string';
}

function isPathNode(what: unknown): what is PathNode {
  return (
    typeof what === 'object' &&
    what !== null &&
    'kind' in what &&
    ['history', 'path', 'chapter', 'step'].includes(String(what.kind))
  );
}
