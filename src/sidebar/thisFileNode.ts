import type { FileReason } from '../core/citations/fileReason';
import type { FileEntry, FileGroupKind } from '../core/learning/thisFile';
import type { Citable } from '../host/citable';
import type { FrontFile } from './frontFile';

/** A row of the This File view. */
export type ThisFileNode = FileGroupNode | FileEntryNode | FileReasonNode | MoreEntriesNode;

/** Reviews that bear on the file in the same way. Its id is the same for all files, so that what is folded stays folded. */
export interface FileGroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly group: FileGroupKind;
  readonly entries: readonly FileEntryNode[];
  /** How many of them have a row. */
  shown: number;
}

/** A review that bears on the file. */
export interface FileEntryNode extends Citable {
  readonly kind: 'entry';
  readonly id: string;
  readonly parent: FileGroupNode;
  readonly entry: FileEntry;
  readonly front: FrontFile;
  /** Whether its file holds no other review. */
  readonly isAlone: boolean;
}

/** Why a review is here, below it: a row of its own, for beside a title there is rarely room. */
export interface FileReasonNode extends Citable {
  readonly kind: 'reason';
  readonly id: string;
  readonly parent: FileEntryNode;
  readonly reason: FileReason;
}

/** The last row of a long group, which shows more of it when it is chosen. */
export interface MoreEntriesNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: FileGroupNode;
}

/** The reason that a command was given as a row of this view: its own, or the strongest of a review. Nothing for anything else. */
export function toFileReason(what: unknown): Pick<FileReasonNode, 'parent' | 'reason'> | undefined {
  if (isRow<FileReasonNode>(what, 'reason')) return what;
  return isRow<FileEntryNode>(what, 'entry') ? { parent: what, reason: what.entry.reasons[0] } : undefined;
}

function isRow<Row extends ThisFileNode>(what: unknown, kind: Row['kind']): what is Row {
  return typeof what === 'object' && what !== null && 'kind' in what && what.kind === kind && 'parent' in what;
}
