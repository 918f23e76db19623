import * as vscode from 'vscode';
import { registerCommand, runCommand } from './commands';
import type { LiveLibrary } from './liveLibrary';
import type { Log } from './log';
import { shownCount } from './shownCount';
import type { WorkspaceCitations } from './workspaceCitations';

/** The commands by which reviews are read and citations looked for once more, and by which that is stopped. What one asked for says when it is done. */
export function registerIndexing(library: LiveLibrary, citations: WorkspaceCitations, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('precedent.refreshLibrary', log, () => (library.isStopped ? library.refresh() : library.reread())),
    registerCommand('precedent.rebuildIndex', log, async () => {
      await library.rebuild();
      await citations.gatherAgain();
      if (!library.isWhole) return;
      const reviews = shownCount(library.library.count);
      say(vscode.l10n.t('All was read anew: {0} reviews, and citations in {1} files.', reviews, files()));
    }),
    registerCommand('precedent.stopReading', log, () => library.stop()),
    registerCommand('precedent.stopGathering', log, () => citations.stop()),
    registerCommand('precedent.gatherCitations', log, async () => {
      await citations.gatherAgain();
      say(vscode.l10n.t('Citations were looked for again, and found in {0} files.', files()));
    }),
  );

  /** In how many files citations were found. */
  function files(): string {
    return shownCount(citations.index.files.length);
  }

  function say(words: string): void {
    if (citations.state !== 'ready') return;
    const skipped = vscode.l10n.t('Show Files Not Searched');
    const actions = citations.skipped.length > 0 ? [skipped] : [];
    void vscode.window.showInformationMessage(words, ...actions).then((action) => {
      if (action === skipped) void runCommand('precedent.showSkipped');
    });
  }
}
