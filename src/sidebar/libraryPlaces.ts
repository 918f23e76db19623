import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import type { Source } from '../core/reviews/library';
import type { Material, ReviewDocument } from '../core/reviews/review';
import { toUri } from '../host/places';

/** Where a material is; nothing for one that lies outside the library, or behind a link that is no web address. */
export function materialUri({ kind, path }: Material, review: ReviewDocument): vscode.Uri | undefined {
  if (kind === 'link') return /^https?:\/\//i.test(path) ? vscode.Uri.parse(path) : undefined;
  const isAbsolute = (each: string) => /^(?:\/|[a-z]:\/)/i.test(each);
  const isInside =
    isAbsolute(path) === isAbsolute(review.path) &&
    !path.startsWith('//') &&
    !/^[a-z][a-z\d+.-]+:/i.test(path) &&
    !path.includes('\\') &&
    !path.split('/').includes('..');
  if (!isInside) return undefined;
  const ups = review.path.split('/').length - 1;
  return vscode.Uri.joinPath(toUri(review.key), '..', '../'.repeat(ups), path);
}

/** The file that a finding is about: in its source, or else in the first folder of the workspace. */
export function findingUri({ path }: Finding, sources: readonly Source[]): vscode.Uri | undefined {
  const source = sources.find((each) => path === each.path || path.startsWith(`${each.path}/`));
  if (source) return vscode.Uri.joinPath(toUri(source.key), path.slice(source.path.length));
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, path);
}
