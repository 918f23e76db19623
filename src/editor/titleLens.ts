import * as vscode from 'vscode';
import { isOurWords } from '../core/citations/relatedWords';
import { titleHeading, titleLine } from '../core/citations/reviewAtLine';
import type { ReviewDocument } from '../core/reviews/review';
import { citedLens } from '../core/wording/citedLens';
import { citingSentences } from '../core/wording/citingSentences';
import type { Commands } from '../host/commands';
import type { LiveLibrary } from '../host/liveLibrary';
import { onSettingChange, setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { waitFor } from '../host/waitFor';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import { NewestCitations } from './newestCitations';

/** So long may it take to ask git which sentence is the newest, in ms; then it is said when it is known. */
const patience = 2000;

/** Above the title of a review, before it is known what it says. */
class TitleLens extends vscode.CodeLens {
  readonly review: ReviewDocument;

  /** `line` is 0-based. */
  constructor(line: number, review: ReviewDocument) {
    super(new vscode.Range(line, 0, line, 0));
    this.review = review;
  }
}

/** Shows above the title of a review the newest sentence that cites it, and leads to all of them. */
export function registerTitleLens(
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
): vscode.Disposable {
  const newest = new NewestCitations(workspace);
  const elsewhere = (review: ReviewDocument) => workspace.of(review).filter(({ file }) => file !== review.key);
  const changed = new vscode.EventEmitter<void>();
  let told = '';
  const tell = () => {
    const now = `${workspace.state} ${workspace.isInPart} ${workspace.index.version}`;
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
          if (elsewhere(review).length === 0) return [];
          const line = Math.min(titleHeading(review)?.line ?? titleLine(review), document.lineCount) - 1;
          return [new TitleLens(line, review)];
        });
      },
      async resolveCodeLens(lens, token) {
        const { review } = lens;
        const found = elsewhere(review);
        const places = new Set(found.map(({ file, citation }) => `${file}:${citation.line}`));
        let sorted = found;
        let isLate = false;
        const sorting = newest.sort(found).then((all) => {
          sorted = all;
          if (isLate) changed.fire();
        });
        await waitFor(sorting, patience, token);
        isLate = true;
        const told = citingSentences(review, sorted, library.library);
        // Somebody's sentence says more than that a review is listed.
        const sentence = told.find((each) => !isOurWords(each.sentence)) ?? told[0];
        lens.command = {
          title: citedLens(sentence, places.size, workspace.isInPart),
          tooltip: vscode.l10n.t('Show every place that cites {0}', review.id),
          command: 'precedent.findCitations' satisfies keyof Commands,
          arguments: [review.id, review.key] satisfies Commands['precedent.findCitations'],
        };
        return lens;
      },
    } satisfies vscode.CodeLensProvider<TitleLens>),
  );
}
