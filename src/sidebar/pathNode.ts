import type { HistoryEntry } from '../core/learning/fromTheHistory';
import type { Chapter, ReadingPath, Step } from '../core/learning/readingPath';
import type { Citable } from '../host/citable';

/** A row of the Paths view. */
export type PathNode = HistoryRow | PathRow | ChapterRow | StepRow;

/** What the history brings back today: above the paths, until the reader puts it aside. */
export interface HistoryRow extends Citable {
  readonly kind: 'history';
  readonly id: string;
  readonly entry: HistoryEntry;
}

/** A reading path. */
export interface PathRow {
  readonly kind: 'path';
  readonly id: string;
  readonly path: ReadingPath;
}

/** Steps under a heading; the steps of a path without headings stand under the path itself. */
export interface ChapterRow {
  readonly kind: 'chapter';
  readonly id: string;
  readonly parent: PathRow;
  readonly chapter: Chapter;
}

/** One review to read. */
export interface StepRow extends Citable {
  readonly kind: 'step';
  readonly id: string;
  readonly parent: PathRow | ChapterRow;
  readonly path: ReadingPath;
  readonly step: Step;
}
