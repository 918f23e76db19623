import type * as vscode from 'vscode';
import { toUri } from '../host/places';
import type { FileReasonNode } from './thisFileNode';

/** Where a reason is written. `line` and `cell` are 1-based. */
export interface ReasonPlace {
  readonly uri: vscode.Uri;
  readonly line: number;
  /** In a notebook that is shown. */
  readonly cell?: number;
}

/** Where it is written why a review is in This File: the citation in the file or near it, the words of the review. */
export function reasonPlace({ parent, reason }: Pick<FileReasonNode, 'parent' | 'reason'>): ReasonPlace | undefined {
  const { entry, front } = parent;
  const review = entry.review && toUri(entry.review.key);
  switch (reason.kind) {
    case 'cited':
      return { uri: front.uri, line: 1, ...reason.places[0] };
    case 'mentioned':
      return { uri: front.uri, ...reason.place };
    case 'nearby':
      return { uri: toUri(reason.places[0].file), line: reason.places[0].line };
    case 'named':
    case 'cites':
      return review && { uri: review, line: reason.line };
    case 'service':
      return review && { uri: review, line: entry.review?.origins.services?.line ?? 1 };
  }
}

/** Whether a place is in a notebook, whose lines nobody sees. */
export function isInNotebook({ uri }: ReasonPlace): boolean {
  return uri.path.endsWith('.ipynb');
}
