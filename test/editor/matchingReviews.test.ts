import assert from 'node:assert/strict';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { matchingReviews } from '../../src/editor/matchingReviews';

function review(id: string, title: string, more: Partial<ReviewDocument> = {}): ReviewDocument {
  return { id, title, aliases: [], ...more } as ReviewDocument;
}

const reviews = [
  review('INC-7', 'The holds that all let go', { date: '2023-06-07' }),
  review('INC-12', 'Retrying past the end', { date: '2025-02-02' }),
  review('2025-05-28-login-outage', 'Nobody could log in', { aliases: ['OPS-4'] }),
];

function ids(typed: string, byTitle = true): string[] {
  return matchingReviews(reviews, { typed, before: '' }, { most: 100, byTitle }).map(({ review: { id } }) => id);
}

describe('matchingReviews', () => {
  const cases: Record<string, [typed: string, ids: string[]]> = {
    'are all, the latest first, where nothing is typed': ['', ['INC-12', 'INC-7', '2025-05-28-login-outage']],
    'begin as the id does, in any case': ['inc-', ['INC-7', 'INC-12']],
    'have a word in the title that begins so': ['ho', ['INC-7']],
    'do not match inside a word': ['olds', []],
    'match by a former id': ['ops', ['2025-05-28-login-outage']],
    'match by id first, then by title': ['i', ['INC-7', 'INC-12', '2025-05-28-login-outage']],
    'match nothing else': ['xyz', []],
  };
  for (const [name, [typed, expected]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(ids(typed), expected));
  }

  it('are in the order of their ids, figures counted', () => {
    assert.deepEqual(ids('inc-'), ['INC-7', 'INC-12']);
    const backwards = reviews.toReversed();
    const found = matchingReviews(backwards, { typed: 'INC', before: '' }, { most: 9, byTitle: true });
    assert.deepEqual(
      found.map(({ review: { id } }) => id),
      ['INC-7', 'INC-12'],
    );
  });

  describe('by several words of a title', () => {
    const cases: Record<string, [before: string, typed: string, matched: string, length: number]> = {
      'take all of them': ['// see the holds ', 'that', 'The holds that all let go', 'the holds that'.length],
      'take those that the title holds': ['// our holds ', 'that', 'holds that all let go', 'holds that'.length],
      'take the one that is typed where no other is of the title': ['// see ', 'holds', 'holds that all let go', 5],
      'take no word over a mark': ['// the holds, ', 'that', 'that all let go', 4],
      'take no word from inside another': ['// those holds ', 'that', 'holds that all let go', 'holds that'.length],
    };
    for (const [name, [before, typed, matched, length]] of Object.entries(cases)) {
      it(name, () => {
        const [first] = matchingReviews(reviews, { typed, before }, { most: 9, byTitle: true });
        assert.deepEqual([first?.review.id, first?.matched, first?.length], ['INC-7', matched, length]);
      });
    }

    it('come before an id that begins as the last word', () => {
      const all = [...reviews, review('that-day', 'Something else')];
      const found = matchingReviews(all, { typed: 'that', before: 'the holds ' }, { most: 9, byTitle: true });
      assert.deepEqual(
        found.map(({ review: { id } }) => id),
        ['INC-7', 'that-day'],
      );
    });
  });

  it('leave titles alone unless asked', () => assert.deepEqual(ids('ho', false), []));

  it('tell what begins as typed, for VS Code to compare', () => {
    const [match] = matchingReviews(reviews, { typed: 'let', before: '// see ' }, { most: 1, byTitle: true });
    assert.equal(match?.matched, 'let go');
  });

  it('are no more than asked for', () => {
    assert.equal(matchingReviews(reviews, { typed: '', before: '' }, { most: 2, byTitle: true }).length, 2);
  });
});
