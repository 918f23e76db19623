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
  return matchingReviews(reviews, typed, { most: 100, byTitle }).map(({ review: { id } }) => id);
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

  it('leave titles alone unless asked', () => assert.deepEqual(ids('ho', false), []));

  it('tell what begins as typed, for VS Code to compare', () => {
    const [match] = matchingReviews(reviews, 'let', { most: 1, byTitle: true });
    assert.equal(match?.matched, 'let go');
  });

  it('are no more than asked for', () => {
    assert.equal(matchingReviews(reviews, '', { most: 2, byTitle: true }).length, 2);
  });
});
