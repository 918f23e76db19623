import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { ReviewDocument } from '../core/reviews/review';
import { inlayTitle } from '../core/wording/inlayTitle';
import { type CitedPlaces, reviewText } from '../host/cardMarkdown';
import { rangeInReview, targetOf, toUri } from '../host/places';
import { onSettingChange, setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';

/** Shows the title of a review behind its id, as text that is not in the document. Off unless the user wants it. */
export function registerInlayTitles(citations: TrackedCitations, workspace: CitedPlaces): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    citations.onDidChange(() => changed.fire()),
    onSettingChange(['precedent.inlayTitle.enabled'], () => changed.fire()),
    vscode.languages.registerInlayHintsProvider('*', {
      onDidChangeInlayHints: changed.event,
      provideInlayHints(document, range) {
        if (!setting('precedent.inlayTitle.enabled', document)) return [];
        return hintsIn(document, range, citations);
      },
      resolveInlayHint(hint) {
        if (hint instanceof TitleHint) hint.resolve(workspace);
        return hint;
      },
    }),
  );
}

function hintsIn(document: vscode.TextDocument, range: vscode.Range, citations: TrackedCitations): TitleHint[] {
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const titled = new Set<string>();
  return citations
    .of(document)
    .filter(({ end }) => from <= end && end <= to)
    .flatMap((citation) => {
      const position = document.positionAt(citation.end);
      const [review] = citation.reviews;
      const title = inlayTitle(citation, document.lineAt(position.line).text.slice(position.character));
      const once = `${position.line} ${review?.key}`;
      if (!review || title === undefined || titled.has(once)) return [];
      titled.add(once);
      return [new TitleHint(position, title, review, citation)];
    });
}

/** The card and the place of the review are asked for when the pointer rests on the title. */
class TitleHint extends vscode.InlayHint {
  readonly #part: vscode.InlayHintLabelPart;
  readonly #review: ReviewDocument;
  readonly #passage: string | undefined;

  constructor(position: vscode.Position, title: string, review: ReviewDocument, { passage }: FoundCitation) {
    const part = new vscode.InlayHintLabelPart(title);
    super(position, [part]);
    this.paddingLeft = true;
    this.#part = part;
    this.#review = review;
    this.#passage = passage;
  }

  resolve(workspace: CitedPlaces): void {
    this.#part.tooltip = reviewText(this.#review, workspace, this.#passage);
    const { heading } = targetOf(this.#review, this.#passage);
    this.#part.location = new vscode.Location(toUri(this.#review.key), rangeInReview(this.#review, heading));
  }
}
