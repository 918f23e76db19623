import type * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { toUri } from './places';

/**
 * The path of a document as the review's own path counts: relative to the folder that both are in, absolute for a review that lives
 * elsewhere. Nothing where there is no way from one to the other: an unsaved document, another folder of the workspace.
 */
export function pathBeside(uri: vscode.Uri, review: ReviewDocument): string | undefined {
  const target = toUri(review.key);
  const isSaved = uri.scheme !== 'untitled' && uri.scheme !== 'vscode-scm';
  const isCell = uri.scheme === 'vscode-notebook-cell';
  if (!isSaved || (!isCell && uri.scheme !== target.scheme)) return undefined;
  if (/^(?:\/|[a-z]:\/)/i.test(review.path)) return target.path.endsWith(review.path) ? uri.path : undefined;
  const root = target.path.slice(0, -review.path.length);
  return target.path.endsWith(`/${review.path}`) && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
