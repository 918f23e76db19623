import * as vscode from 'vscode';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { citeMention } from './citeMention';
import { goToReason } from './goToReason';
import { ThisFileView } from './thisFileView';

/** What This File stands on. */
export interface ThisFileParts {
  readonly library: LiveLibrary;
  readonly tracked: TrackedCitations;
  readonly citations: WorkspaceCitations;
  /** Remembers which groups are folded. */
  readonly memory: vscode.Memento;
  readonly log: Log;
}

/** The This File view and what can be done with its rows. */
export function registerThisFile({ library, tracked, citations, memory, log }: ThisFileParts): vscode.Disposable {
  return vscode.Disposable.from(
    new ThisFileView(library, tracked, citations, memory),
    registerCommand('precedent.goToReason', log, (what) => goToReason(what)),
    registerCommand('precedent.citeMention', log, (what) => citeMention(what)),
  );
}
