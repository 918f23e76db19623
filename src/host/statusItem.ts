import * as vscode from 'vscode';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from './liveLibrary';
import { howFar, type PendingWork, pendingWork, type Reading, type Searching } from './pendingWork';
import type { WorkspaceCitations } from './workspaceCitations';

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

/** What the item says of the work that is pending, or of what could not be done; nothing where there is neither. */
export function statusOf(reading: Reading & Pick<LiveLibrary, 'failure'>, searching: Searching): Status | undefined {
  const pending = pendingWork(reading, searching);
  if (pending) return statusOfPending(pending, howFar(reading, searching));
  const { failure, state } = reading;
  if (failure === undefined) return undefined;
  const text = state === 'failed' ? vscode.l10n.t('$(warning) Reviews not found') : vscode.l10n.t('$(warning) Reviews');
  return { text, tooltip: failure, command: 'precedent.library.focus' };
}

function statusOfPending({ kind, words }: PendingWork, known: readonly string[]): Status {
  const tooltip = (click: string) => ['Precedent', ...known, click].join('\n');
  switch (kind) {
    case 'reading':
      return {
        text: `$(loading~spin) ${words}`,
        tooltip: tooltip(vscode.l10n.t('Click to stop; what was read stays.')),
        command: 'precedent.stopReading',
      };
    case 'readingStopped':
      return {
        text: `$(debug-pause) ${readingStopped()}`,
        tooltip: tooltip(vscode.l10n.t('The reading of reviews was stopped. Click to go on.')),
        command: 'precedent.refreshLibrary',
      };
    case 'searching':
      return {
        text: `$(loading~spin) ${words}`,
        tooltip: tooltip(vscode.l10n.t('Click to stop; what was found stays.')),
        command: 'precedent.stopGathering',
      };
    case 'searchingStopped':
      return {
        text: `$(debug-pause) ${searchStopped()}`,
        tooltip: tooltip(vscode.l10n.t('The search for citations was stopped. Click to go on.')),
        command: 'precedent.gatherCitations',
      };
  }
}

/** What was stopped before all was done, and how somebody has the rest done; nothing where nothing was. */
export function howToGoOn({ kind, words }: PendingWork): string | undefined {
  const shown =
    kind === 'readingStopped' ? readingStopped() : kind === 'searchingStopped' ? searchStopped() : undefined;
  return shown && `${words} ${vscode.l10n.t('To go on, click “{0}” in the status bar.', shown)}`;
}

/** What the item says while the reading is stopped. */
function readingStopped(): string {
  return vscode.l10n.t('Reading reviews stopped');
}

/** The same while the search for citations is. */
function searchStopped(): string {
  return vscode.l10n.t('Citations: not all files searched');
}
