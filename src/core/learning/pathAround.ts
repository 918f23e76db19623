import type { ReviewDocument } from '../reviews/review';
import { stepName } from './pathProgress';
import { type ReadingPath, type Step, stepsOf } from './readingPath';

/** Where a review stands on a path: its step, and those before and behind it that can be read. */
export interface PathAround {
  readonly path: ReadingPath;
  readonly step: Step;
  readonly previous?: Step;
  readonly next?: Step;
}

/** Where a review stands on a path, at the step that is named `at` where that is one of its own; nothing where it is not on it. */
export function pathAround(
  path: ReadingPath,
  { key, id }: Pick<ReviewDocument, 'key' | 'id'>,
  at: string,
): PathAround | undefined {
  const steps = stepsOf(path).filter(({ reviews }) => reviews.length > 0);
  const own = steps.filter(({ reviews }) => reviews.some((each) => each.key === key && each.id === id));
  const step = own.find((each) => stepName(each) === at) ?? own[0];
  if (!step) return undefined;
  const place = steps.indexOf(step);
  const [previous, next] = [steps[place - 1], steps[place + 1]];
  return { path, step, ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
