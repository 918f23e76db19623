import { type ReadingPath, type Step, stepsOf } from './readingPath';

/** By what a step is remembered: the id as the review spells it, and the part; so that a step read on one path is read on all. */
export function stepName({ id, passage }: Pick<Step, 'id' | 'passage'>): string {
  return passage === undefined ? id : `${id}#${passage}`;
}

/** The first step that was not read and whose review is there; nothing at the end of the path. */
export function nextStep(path: ReadingPath, isRead: (name: string) => boolean): Step | undefined {
  return stepsOf(path).find((step) => step.reviews.length > 0 && !isRead(stepName(step)));
}

/** Where the reader of a path is, in a few words; empty before the first step. */
export function progressInWords(path: ReadingPath, isRead: (name: string) => boolean): string {
  const steps = stepsOf(path).filter(({ reviews }) => reviews.length > 0);
  const next = nextStep(path, isRead);
  if (!next) return steps.length === 0 ? '' : 'read to the end';
  return steps.some((step) => isRead(stepName(step))) ? `next: ${next.id}` : '';
}

/** The step behind the one where the reader is; the first one left where they are on none, nothing at the end. */
export function stepAfter(path: ReadingPath, at: string, isRead: (name: string) => boolean): Step | undefined {
  const steps = stepsOf(path).filter(({ reviews }) => reviews.length > 0);
  const here = steps.findIndex((step) => stepName(step) === at);
  return here < 0 ? nextStep(path, isRead) : steps[here + 1];
}
