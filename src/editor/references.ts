import * as vscode from 'vscode';
import type { IndexedCitation } from '../core/citations/citationIndex';
import { rangeInReview, rangeOf, targetOf, toUri } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';
import { waitFor } from '../host/waitFor';
import type { WorkspaceCitations } from '../host/workspaceCitations';
import type { AnswersInPart } from './answersInPart';
import { type Meant, meantAt } from './meantAt';

/** How long an answer waits for citations that are still being looked for, in ms: VS Code shows that it is busy, and can be told to stop. */
const patience = 30_000;

/** Finds every place that cites the incident at the cursor: on a citation, and on the title or the id of a review itself. */
export function registerReferences(
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
  inPart: AnswersInPart,
): vscode.Disposable {
  return vscode.languages.registerReferenceProvider('*', referencesOf(citations, workspace, inPart));
}

/** What answers for it. An answer that may lack places is given as far as it is known, and a message says so. */
export function referencesOf(
  citations: TrackedCitations,
  workspace: WorkspaceCitations,
  inPart: AnswersInPart,
): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const meant = meantAt(document, position, citations);
      if (!meant) return undefined;
      await waitFor(workspace.gather(), patience, token);
      if (token.isCancellationRequested) return undefined;
      const answer = () => [
        ...(includeDeclaration ? meant.reviews.map(titleOf) : []),
        ...citing(meant, workspace).map(toLocation),
      ];
      inPart.tell(() => showPlaces(document.uri, position, answer()));
      return answer();
    },
  };
}

/** Shows places in VS Code's own peek, at a place. */
export function showPlaces(
  at: vscode.Uri,
  position: vscode.Position,
  places: readonly vscode.Location[],
): Thenable<unknown> {
  return vscode.commands.executeCommand('editor.action.showReferences', at, position, places);
}

/** Where a citation stands. */
export function toLocation({ file, citation }: IndexedCitation): vscode.Location {
  return new vscode.Location(toUri(file), rangeOf(citation));
}

function citing({ reviews, unknown }: Meant, workspace: WorkspaceCitations): readonly IndexedCitation[] {
  if (unknown !== undefined) return workspace.index.ofUnknown(unknown);
  // A citation that several reviews claim is one place.
  return [...new Set(reviews.flatMap((review) => workspace.of(review)))];
}

function titleOf(review: Meant['reviews'][number]): vscode.Location {
  return new vscode.Location(toUri(review.key), rangeInReview(review, targetOf(review, undefined).heading));
}
