import assert from 'node:assert/strict';
import { pathAround } from '../../../src/core/learning/pathAround';
import type { ReadingPath, Step } from '../../../src/core/learning/readingPath';
import { reviewOf } from '../wording/reviewOf';

const [first, second, third] = ['INC-1', 'INC-2', 'INC-3'].map((id) => ({ ...reviewOf({ id }), key: `/${id}.md` }));

function step(review: typeof first, passage?: string): Step {
  const id = review?.id ?? 'INC-9';
  return { citation: id, id, reviews: review ? [review] : [], why: '', ...(passage === undefined ? {} : { passage }) };
}

describe('where a review stands on a path', () => {
  assert.ok(first && second && third);
  const steps = [step(first), step(undefined), step(second, 'timeline'), step(third), step(second)];
  const path: ReadingPath = { key: 'p', title: 'P', about: '', chapters: [{ heading: '', steps }] };

  it('is between the steps that can be read', () => {
    const { previous, next } = pathAround(path, second, '') ?? {};
    assert.deepEqual([previous?.id, next?.id], ['INC-1', 'INC-3']);
  });

  it('is the step where the reader is, of several', () => {
    const { previous, next } = pathAround(path, second, 'INC-2') ?? {};
    assert.deepEqual([previous?.id, next], ['INC-3', undefined]);
  });

  it('is nowhere for a review that is not on it', () => {
    assert.equal(pathAround(path, { key: '/x.md', id: 'INC-1' }, ''), undefined);
  });
});
