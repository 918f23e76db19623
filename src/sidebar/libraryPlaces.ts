import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
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

/** The file that a finding is about; nothing where the finding does not know it. */
export function findingUri({ key }: Finding): vscode.Uri | undefined {
  return key === undefined ? undefined : toUri(key);
}
