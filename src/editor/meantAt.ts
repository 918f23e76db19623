import type * as vscode from 'vscode';
import { reviewAtLine } from '../core/citations/reviewAtLine';
import type { ReviewDocument } from '../core/reviews/review';
import type { TrackedCitations } from '../host/trackedCitations';
import { nameAt } from './nameAt';

/** What a place in a document is about: reviews, or an id that no review has. */
export interface Meant {
  readonly reviews: readonly ReviewDocument[];
  /** As it is written, where no review has it. */
  readonly unknown?: string;
}

/**
 * What a position means: the reviews that the citation there names, or the review itself on the line of its title or id, and where it
 * writes its own id. Nothing anywhere else.
 */
export function meantAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  citations: TrackedCitations,
): Meant | undefined {
  const citation = citations.at(document, position);
  if (citation) {
    const { reviews, id } = citation;
    return reviews.length > 0 ? { reviews } : { reviews, unknown: id };
  }
  const own = citations.reviewsIn(document);
  if (own.length === 0) return undefined;
  const name = nameAt(document.lineAt(position.line).text, position.character)?.text.toLowerCase();
  const review = own.find(({ id }) => id.toLowerCase() === name) ?? reviewAtLine(own, position.line + 1);
  return review && { reviews: [review] };
}
