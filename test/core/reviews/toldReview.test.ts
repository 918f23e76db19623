import assert from 'node:assert/strict';
import { toldReview } from '../../../src/core/reviews/toldReview';
import { readOne } from './readOne';

const text = '# Queue lagged\n\n## Summary\n\nA queue grew for an hour.\n\n## Timeline\n\n- 14:06 The page went out';

describe('toldReview', () => {
  it('reads the story once, when somebody asks for a part of it', () => {
    const review = readOne('INC-7.md', text);
    let count = 0;
    const told = toldReview(review, () => {
      count++;
      return review;
    });
    assert.deepEqual([told.id, told.title, count], ['INC-7', 'Queue lagged', 0]);
    assert.deepEqual([told.summary, told.moments.length, count], ['A queue grew for an hour.', 1, 1]);
  });

  it('is a record whose copies and JSON hold the story', () => {
    const review = readOne('INC-7.md', text);
    const copy = { ...review, title: 'Another' };
    const { moments, sections, summary } = copy;
    assert.deepEqual([moments[0]?.time, sections.length, summary], ['14:06', 3, 'A queue grew for an hour.']);
    assert.equal(JSON.parse(JSON.stringify(review)).moments[0].text, 'The page went out');
  });

  it('tells the same whenever it is asked', () => {
    const [early, late] = [readOne('INC-7.md', text), readOne('INC-7.md', text)];
    assert.deepEqual(early, late);
    assert.equal(early.sections, early.sections);
  });
});
