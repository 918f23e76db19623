import * as vscode from 'vscode';
import { debounce } from '../indexing/debounce';
import type { LiveLibrary } from './liveLibrary';
import type { Log } from './log';
import type { WorkspaceCitations } from './workspaceCitations';

const quiet = 500;
const most = 3000;

/**
 * Has VS Code render open Markdown previews anew when the library or the citations have changed in what they show. Where none is open,
 * and where nothing shown has changed, nothing happens: a preview that is rendered anew loads its page again.
 */
export function refreshPreview(
  library: LiveLibrary,
  citations: WorkspaceCitations,
  isOutdated: () => boolean,
  log: Log,
): vscode.Disposable {
  const refresh = debounce(
    async () => {
      if (library.isReading || !isPreviewOpen() || !isOutdated()) return;
      try {
        await vscode.commands.executeCommand('markdown.preview.refresh');
      } catch (error) {
        log.warn(`The Markdown preview could not be refreshed: ${error instanceof Error ? error.message : error}`);
      }
    },
    quiet,
    most,
  );
  return vscode.Disposable.from(library.onDidChange(refresh), citations.onDidChange(refresh), {
    dispose: () => refresh.cancel(),
  });
}

/** VS Code shows previews in webviews of its own, or as editors of a file. */
function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
        /\bmarkdown\.preview\b/.test(input.viewType),
    );
}
