import type * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { isInside } from '../indexing/isInside';
import { fileSystemOf, toKey } from './places';

/**
 * Whether a file that a review names really lies in the review's source, with all links followed to their end; nothing where the file
 * system does not tell where they lead. Not so of a file that is not there.
 */
export async function liesInSource(file: vscode.Uri, { source }: ReviewDocument): Promise<boolean | undefined> {
  const { locate } = fileSystemOf(toKey(file));
  if (!locate) return undefined;
  const [real, folder] = await Promise.all([locate(toKey(file)), locate(source)]);
  return real !== undefined && folder !== undefined && isInside(folder.real, real.real);
}
