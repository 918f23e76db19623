import * as vscode from 'vscode';
import { titleHeading, titleLine } from '../core/citations/reviewAtLine';
import { citedLens } from '../core/wording/citedLens';
import type { Commands } from '../host/commands';
import { onSettingChange, setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import type { WorkspaceCitations } from '../host/workspaceCitations';

/** Shows above the title of a review a sentence that cites it, and leads to all of them. */
export function registerTitleLens(citations: TrackedCitations, workspace: WorkspaceCitations): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let told = '';
  const tell = () => {
    const now = `${workspace.state} ${workspace.index.version}`;
    if (now === told || workspace.state === 'gathering') return;
    told = now;
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    workspace.onDidChange(tell),
    onSettingChange(['precedent.codeLens.enabled'], () => changed.fire()),
    vscode.languages.registerCodeLensProvider('*', {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        if (!setting('precedent.codeLens.enabled', document)) return [];
        return citations.reviewsIn(document).flatMap((review) => {
          const elsewhere = workspace.of(review).filter(({ file }) => file !== review.key);
          const places = new Set(elsewhere.map(({ file, citation }) => `${file}:${citation.line}`));
          const title = citedLens(workspace.sentencesOn([review])[0], places.size);
          const line = Math.min(titleHeading(review)?.line ?? titleLine(review), document.lineCount) - 1;
          if (title === '') return [];
          return [
            new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
              title,
              tooltip: vscode.l10n.t('Show every place that cites {0}', review.id),
              command: 'precedent.findCitations' satisfies keyof Commands,
              arguments: [review.id, review.key] satisfies Commands['precedent.findCitations'],
            }),
          ];
        });
      },
    }),
  );
}
