import * as vscode from 'vscode';
import { registerCommand, runCommand } from './commands';
import type { LiveLibrary } from './liveLibrary';
import type { Log } from './log';
import { shownCount } from './shownCount';
import type { WorkspaceCitations } from './workspaceCitations';

/** The commands by which reviews are read and citations looked for once more, and by which that is stopped. What one asked for says when it is done. */
export function registerIndexing(library: LiveLibrary, citations: WorkspaceCitations, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('precedent.refreshLibrary', log, () => (library.isStopped ? goOn() : library.reread())),
    registerCommand('precedent.rebuildIndex', log, async () => {
      const reading = library.rebuild();
      // Whoever stops the reading has this done when they go on.
      citations.lookEverywhere();
      await reading;
      if (!library.isWhole) return;
      await citations.goOn();
      const reviews = shownCount(library.library.count);
      say(vscode.l10n.t('All {0} reviews were read anew, and all files looked at again.', reviews));
    }),
    registerCommand('precedent.stopReading', log, () => {
      library.stop();
      citations.stop();
    }),
    registerCommand('precedent.stopGathering', log, () => citations.stop()),
    registerCommand('precedent.gatherCitations', log, async () => {
      await (citations.state === 'stopped' ? citations.goOn() : citations.gatherAgain());
      say(vscode.l10n.t('All files were looked at for citations.'));
    }),
  );

  /** Reads the rest of the reviews, then searches the rest of the files. */
  async function goOn(): Promise<void> {
    await library.refresh();
    if (!library.isStopped) await citations.goOn();
  }

  /** Where citations were found. Reviews name each other, which nobody takes for citations in code. */
  function found(): string {
    const { files } = citations.index;
    const reviews = files.filter((file) => library.library.in(file).length > 0).length;
    const others = shownCount(files.length - reviews);
    return vscode.l10n.t('Files that cite reviews: {0}; reviews that cite others: {1}.', others, shownCount(reviews));
  }

  function say(words: string): void {
    if (citations.state !== 'ready') return;
    const skipped = vscode.l10n.t('Show Files Not Searched');
    const actions = citations.skipped.length > 0 ? [skipped] : [];
    void vscode.window.showInformationMessage(`${words} ${found()}`, ...actions).then((action) => {
      if (action === skipped) void runCommand('precedent.showSkipped');
    });
  }
}
