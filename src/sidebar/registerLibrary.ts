import * as vscode from 'vscode';
import { registerCommand } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import type { Log } from '../host/log';
import type { ReaderMemory } from '../host/readerMemory';
import type { StandingTree } from '../host/standingTree';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { createLibrary } from './createLibrary';
import { filterLibrary } from './filterLibrary';
import { groupLibrary } from './groupLibrary';
import type { LibraryNode } from './libraryNode';
import { LibraryView } from './libraryView';
import { revealInLibrary } from './revealInLibrary';
import { showOmitted } from './showOmitted';
import { showSkipped } from './showSkipped';
import { toggleRead } from './toggleRead';
import { useFolder } from './useFolder';

/** The Library view and what can be done with it. */
export function registerLibrary(
  standing: StandingTree<LibraryNode>,
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
  memory: ReaderMemory,
  log: Log,
): vscode.Disposable {
  const view = new LibraryView(standing, library, workspace, memory);
  return vscode.Disposable.from(
    view,
    registerCommand('precedent.groupLibrary', log, groupLibrary),
    registerCommand('precedent.filterLibrary', log, () => filterLibrary(view)),
    registerCommand('precedent.clearFilter', log, () => view.setFilter('')),
    registerCommand('precedent.revealInLibrary', log, () => revealInLibrary(view, library, citations)),
    registerCommand('precedent.showOmitted', log, () => showOmitted(library)),
    registerCommand('precedent.showSkipped', log, () => showSkipped(workspace)),
    registerCommand('precedent.toggleRead', log, (what) => toggleRead(what, library, memory)),
    registerCommand('precedent.createLibrary', log, () => createLibrary(library)),
    registerCommand('precedent.useFolder', log, useFolder),
  );
}
