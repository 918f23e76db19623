import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { ReviewDocument } from '../core/reviews/review';
import { LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { nodeFileSystem } from '../indexing/nodeFileSystem';

/** Whether files of this URI are read with Node: by their path, which is then their key. */
function isReadByNode(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && nodeFileSystem !== undefined;
}

/** How the library names the file at a URI. */
export function toKey(uri: vscode.Uri): string {
  return isReadByNode(uri) ? uri.fsPath : uri.toString();
}

/** Where the file that the library names is. */
export function toUri(key: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:\//i.test(key) && !/^[a-z]:[\\/]/i.test(key)
    ? vscode.Uri.parse(key, true)
    : vscode.Uri.file(key);
}

/** The range of a span in a document. */
export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The range of a span in a review's text as it was indexed, without opening it. */
export function rangeInReview(review: ReviewDocument, { start, end }: Span): vscode.Range {
  const lines = new LineIndex(review.text);
  const from = lines.at(start);
  const to = lines.at(end);
  return new vscode.Range(from.line - 1, from.column - 1, to.line - 1, to.column - 1);
}

/** What a citation of this review points at: its passage or moment, else its title. Offsets into `review.text`. */
export function targetOf(review: ReviewDocument, passage: string | undefined): Span {
  const section = passage && review.sections.find((each) => each.passage === passage);
  if (section) return section;
  const moment = passage && review.moments.find((each) => each.time === passage);
  if (moment) return moment;
  const title = review.origins.title?.line;
  if (title === undefined) return { start: 0, end: 0 };
  const lines = new LineIndex(review.text);
  return { start: lines.startOf(title), end: Math.max(lines.startOf(title), lines.startOf(title + 1) - 1) };
}

/** The one review a citation means, or the first of those that claim its id. */
export function reviewOf(citation: FoundCitation): ReviewDocument | undefined {
  return citation.reviews[0];
}
