import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterReviews, type LibraryGrouping, libraryGroups } from '../../../src/core/learning/libraryGroups';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { libraryOf, reviewFrom, reviewOf } from '../wording/reviewOf';

const reviews: ReviewDocument[] = [
  reviewOf({ id: 'INC-1', date: '2025-03', services: ['Checkout', 'mail'], people: ['Ana Sousa'] }),
  reviewOf({ id: 'INC-2', date: '2026-05-09', services: ['checkout'], title: 'Café outage' }),
  reviewOf({ id: 'INC-3', source: 'file:///other/reviews', tags: ['network'] }),
  reviewFrom('# Story\nIt was not clear who owned the queue.\nAll was calm.', { id: 'INC-4', date: '2026' }),
];

function grouped(by: LibraryGrouping, filter = '', all: readonly ReviewDocument[] = reviews): [string, string[]][] {
  return libraryGroups(libraryOf(all), by, filter).map(({ label, reviews: inside }) => [
    label,
    inside.map(({ review }) => review.id),
  ]);
}

describe('libraryGroups', () => {
  const cases: Record<LibraryGrouping, [string, string[]][]> = {
    year: [
      ['2026', ['INC-2', 'INC-4']],
      ['2025', ['INC-1']],
      ['No date told', ['INC-3']],
    ],
    service: [
      ['checkout', ['INC-2', 'INC-1']],
      ['mail', ['INC-1']],
      ['No service told', ['INC-4', 'INC-3']],
    ],
    people: [
      ['Ana Sousa', ['INC-1']],
      ['No people told', ['INC-2', 'INC-4', 'INC-3']],
    ],
    difficulty: [
      ['People were uncertain', ['INC-4']],
      ['Not told', ['INC-2', 'INC-1', 'INC-3']],
    ],
    source: [
      ['incidents', ['INC-2', 'INC-4', 'INC-1']],
      ['reviews', ['INC-3']],
    ],
  };
  for (const [by, groups] of Object.entries(cases)) {
    it(`by ${by}`, () => assert.deepEqual(grouped(by as LibraryGrouping), groups));
  }

  it('shows the sentence that put a review where it is', () => {
    const [uncertain] = libraryGroups(libraryOf(reviews), 'difficulty');
    assert.deepEqual(uncertain?.reviews[0]?.quotes, [{ text: 'It was not clear who owned the queue.', line: 2 }]);
  });

  it('filters by words of titles, ids, services, people, tags and dates', () => {
    const found: [words: string, ids: string[]][] = [
      ['cafe', ['INC-2']],
      ['sou', ['INC-1']],
      ['network', ['INC-3']],
      ['outage 2026', ['INC-2']],
      ['inc-4', ['INC-4']],
      ['checkout nothing', []],
      ['--', ['INC-1', 'INC-2', 'INC-3', 'INC-4']],
    ];
    for (const [words, ids] of found) {
      assert.deepEqual(
        filterReviews(reviews, words).map(({ id }) => id),
        ids,
        words,
      );
    }
    assert.deepEqual(grouped('year', 'cafe'), [['2026', ['INC-2']]]);
  });

  it('gives the same groups whatever the order of files', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(reviews, { minLength: reviews.length }),
        fc.constantFrom<LibraryGrouping>('year', 'service', 'people', 'difficulty', 'source'),
        (shuffled, by) => assert.deepEqual(grouped(by, '', shuffled), grouped(by)),
      ),
      { numRuns: 50 },
    );
  }).timeout(20_000);
});
