import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from './liveLibrary';
import type { WorkspaceCitations } from './workspaceCitations';

/** To search fewer files, or to read fewer reviews once more, is over before anybody could read of it. */
const fewFiles = 500;

/** What comes next on the path that the reader follows. */
export interface NextOnPath {
  readonly onDidChange: vscode.Event<void>;
  /** Nothing for a reader who follows no path or has come to its end. */
  next(): { readonly id: string; readonly why: string; readonly path: string } | undefined;
}

/**
 * The one status bar item: there while reviews are read, citations gathered, or something could not be, else with the next step of the path that the
 * reader follows, else gone.
 */
export function createStatusItem(
  library: LiveLibrary,
  citations: WorkspaceCitations,
  followed: NextOnPath,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('precedent.status', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Precedent';
  const update = () => {
    const shown = statusOf(library, citations) ?? nextOf(followed);
    if (!shown) {
      item.hide();
      return;
    }
    item.text = shown.text;
    item.tooltip = shown.tooltip;
    item.command = shown.command;
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    library.onDidChange(update),
    citations.onDidChange(update),
    followed.onDidChange(update),
  );
}

interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

function nextOf(followed: NextOnPath): Status | undefined {
  const next = followed.next();
  if (!next) return undefined;
  const { id, why, path } = next;
  return {
    text: vscode.l10n.t('$(map) Next: {0}', escapeIcons(shortLine(id, 30))),
    tooltip: [vscode.l10n.t('Next on “{0}”', shortLine(path, 80)), shortLine(why, 200)].filter(Boolean).join('\n'),
    command: 'precedent.nextStep',
  };
}

function statusOf(live: LiveLibrary, citations: WorkspaceCitations): Status | undefined {
  const { state, progress, isStopped, isRereading, failure } = live;
  if (state === 'indexing' || (isRereading && !isStopped && live.library.count > fewFiles)) {
    const text = progress
      ? vscode.l10n.t('$(loading~spin) Reading reviews, {0} of {1}', progress.done, progress.total)
      : vscode.l10n.t('$(loading~spin) Looking for reviews');
    return { text, tooltip: vscode.l10n.t('Precedent: click to stop reading'), command: 'precedent.stopReading' };
  }
  if (isStopped) {
    const tooltip = vscode.l10n.t('Precedent: not all reviews were read. Click to go on.');
    return {
      text: vscode.l10n.t('$(debug-pause) Reading reviews stopped'),
      tooltip,
      command: 'precedent.refreshLibrary',
    };
  }
  const gathering = statusOfSearch(citations);
  if (gathering || failure === undefined) return gathering;
  const text = state === 'failed' ? vscode.l10n.t('$(warning) Reviews not found') : vscode.l10n.t('$(warning) Reviews');
  return { text, tooltip: failure, command: 'precedent.library.focus' };
}

function statusOfSearch({ state, progress }: WorkspaceCitations): Status | undefined {
  if (state === 'gathering' && progress && progress.total > fewFiles) {
    return {
      text: vscode.l10n.t('$(loading~spin) Looking for citations, {0} of {1} files', progress.done, progress.total),
      tooltip: vscode.l10n.t('Precedent: click to stop looking. What was found stays.'),
      command: 'precedent.stopGathering',
    };
  }
  if (state !== 'stopped') return undefined;
  return {
    text: vscode.l10n.t('$(debug-pause) Citations: not all files searched'),
    tooltip: vscode.l10n.t('Precedent: the search for citations was stopped. Click to go on.'),
    command: 'precedent.gatherCitations',
  };
}
