import * as vscode from 'vscode';
import { rangeInReview, targetOf, toRange, toUri } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';

/**
 * Leads from a citation to its review, or to the passage it names; to every review that claims the id.
 */
export function registerDefinition(citations: TrackedCitations): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider('*', {
    provideDefinition(document, position) {
      const citation = citations.at(document, position);
      if (!citation) return undefined;
      return citation.reviews.map((review): vscode.LocationLink => {
        const { whole, heading } = targetOf(review, citation.passage);
        return {
          originSelectionRange: toRange(document, citation),
          targetUri: toUri(review.key),
          targetRange: rangeInReview(review, whole),
          targetSelectionRange: rangeInReview(review, heading),
        };
      });
    },
  });
}
