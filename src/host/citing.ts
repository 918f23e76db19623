import type * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import type { CitationEdit, CitingDocument } from '../core/wording/citationEdit';
import { pathBeside } from './pathBeside';
import type { TrackedCitations } from './trackedCitations';

/** A document as the core sees it when a review is cited in it. */
export function citingDocument(
  document: vscode.TextDocument,
  review: ReviewDocument,
  citations: TrackedCitations,
): CitingDocument {
  const fromPath = pathBeside(document.uri, review);
  return {
    text: document.getText(),
    language: citations.languageOf(document),
    languageId: document.languageId,
    citations: citations.of(document),
    ...(fromPath === undefined ? {} : { fromPath }),
  };
}

/** Edits without those that are there twice: two cursors in one line of code ask for one line above it, two footnotes for one note. */
export function onceEach(edits: readonly CitationEdit[]): readonly CitationEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.offset}:${edit.text}`, edit])).values()];
}
