import * as vscode from 'vscode';
import { isDistinctive, isLookAlike, isPlaceholder } from '../core/citations/nameShape';
import type { ReviewDocument } from '../core/reviews/review';
import { type CitedPlaces, citationMarkdown, readingMarkdown } from '../host/cardMarkdown';
import type { CodeThen } from '../host/codeThen';
import type { LiveLibrary } from '../host/liveLibrary';
import { toRange } from '../host/places';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { nameAt } from './nameAt';

/** Shows the card of the review whose citation is under the pointer. */
export function registerHover(
  library: LiveLibrary,
  citations: TrackedCitations,
  workspace: CitedPlaces,
  codeThen: CodeThen,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    async provideHover(document, position) {
      if (!setting('precedent.hover.enabled', document)) return undefined;
      const citation = citations.at(document, position);
      if (citation) {
        const { uri } = document;
        const here = { uri, asItWas: (review: ReviewDocument) => codeThen.offer(uri, review) };
        const range = toRange(document, citation);
        return new vscode.Hover(await citationMarkdown(citation, library, workspace, here), range);
      }
      return library.isReading && mayBeKnownSoon(document, position, citations)
        ? new vscode.Hover(readingMarkdown())
        : undefined;
    },
  });
}

/**
 * Whether an id may stand here that nobody knows yet. VS Code asks once, while the pointer rests: without an answer, a reader who
 * opened the folder a moment ago would take it that there is nothing to know.
 */
function mayBeKnownSoon(
  document: vscode.TextDocument,
  position: vscode.Position,
  citations: TrackedCitations,
): boolean {
  const name = nameAt(document.lineAt(position.line).text, position.character)?.text ?? '';
  if (!isDistinctive(name) || isLookAlike(name) || isPlaceholder(name)) return false;
  return citations.counts(document, position);
}
