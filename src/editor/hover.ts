import * as vscode from 'vscode';
import { isDistinctive, isLookAlike, isPlaceholder } from '../core/citations/nameShape';
import type { ReviewDocument } from '../core/reviews/review';
import { type CitedPlaces, citationMarkdown, readingMarkdown } from '../host/cardMarkdown';
import type { CodeThen } from '../host/codeThen';
import type { LiveLibrary } from '../host/liveLibrary';
import { toRange } from '../host/places';
import { setting } from '../host/settings';
import type { TrackedCitations } from '../host/trackedCitations';
import { findingSource } from './diagnostics';
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
        const range = toRange(document, citation);
        const isReported = citation.reviews.length === 0 && isReportedAt(document, range);
        const here = { uri, isReported, asItWas: (review: ReviewDocument) => codeThen.offer(uri, review) };
        return new vscode.Hover(await citationMarkdown(citation, library, workspace, here), range);
      }
      return library.isReading && mayBeKnownSoon(document, position, citations)
        ? new vscode.Hover(readingMarkdown())
        : undefined;
    },
  });
}

/** Whether VS Code shows the finding about an unknown id there: it puts the message above our card. */
function isReportedAt({ uri }: vscode.TextDocument, place: vscode.Range): boolean {
  if (vscode.workspace.getConfiguration('problems', uri).get('visibility') === false) return false;
  return vscode.languages
    .getDiagnostics(uri)
    .some(
      ({ source, code, range }) =>
        source === findingSource &&
        typeof code === 'object' &&
        code.value === 'unknown-citation' &&
        range.intersection(place) !== undefined,
    );
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
