import type { FileEntry, FileGroupKind } from '../core/learning/thisFile';
import type { Citable } from '../host/citable';
import type { FrontFile } from './frontFile';

/** A row of the This File view. */
export type ThisFileNode = FileGroupNode | FileEntryNode | MoreEntriesNode;

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

/** The last row of a long group, which shows more of it when it is chosen. */
export interface MoreEntriesNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: FileGroupNode;
}

/** Whether what a command was given is a row of this view that stands for a review. */
export function isFileEntry(what: unknown): what is FileEntryNode {
  return typeof what === 'object' && what !== null && 'kind' in what && what.kind === 'entry' && 'front' in what;
}
