import type * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import type { CitationPlace } from '../core/wording/citationFormats';
import { toUri } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';

/** What decides the form of a citation at an offset of a document: its language, whether it is in a comment, what stands around. */
export function citationPlace(
  document: vscode.TextDocument,
  position: vscode.Position,
  review: ReviewDocument,
  passage: string | undefined,
  citations: TrackedCitations,
): CitationPlace {
  const line = document.lineAt(position.line).text;
  const language = citations.languageOf(document);
  const fromPath = pathBeside(document.uri, review);
  return {
    languageId: language?.id ?? document.languageId,
    isProse: language?.isProse ?? true,
    isInComment: false,
    at: {
      before: line.slice(0, position.character),
      after: line.slice(position.character),
      ...(position.line === 0 ? {} : { lineAbove: document.lineAt(position.line - 1).text }),
    },
    ...(fromPath === undefined ? {} : { fromPath }),
    ...(passage === undefined ? {} : { passage }),
  };
}

/**
 * The path of a document as the review's own path counts: relative to the folder that both are in, absolute for a review that lives
 * elsewhere. Nothing where there is no way from one to the other: an unsaved document, another folder of the workspace.
 */
function pathBeside(uri: vscode.Uri, review: ReviewDocument): string | undefined {
  const target = toUri(review.key);
  const isSaved = uri.scheme !== 'untitled' && uri.scheme !== 'vscode-scm';
  const isCell = uri.scheme === 'vscode-notebook-cell';
  if (!isSaved || (!isCell && uri.scheme !== target.scheme)) return undefined;
  if (/^(?:\/|[a-z]:\/)/i.test(review.path)) return target.path.endsWith(review.path) ? uri.path : undefined;
  const root = target.path.slice(0, -review.path.length);
  return target.path.endsWith(`/${review.path}`) && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
