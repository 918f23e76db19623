import type { Chapter, ReadingPath, Step } from '../core/learning/readingPath';
import type { Citable } from '../host/citable';

/** A row of the Paths view. */
export type PathNode = PathRow | ChapterRow | StepRow;

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
