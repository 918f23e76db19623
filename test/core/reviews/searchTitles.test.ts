import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { LibrarySearch } from '../../../src/core/reviews/search';
import { TitleSearch } from '../../../src/core/reviews/searchTitles';
import { libraryOf, reviewOf } from '../wording/reviewOf';

const titles = ['Retries piled up', 'Retry storm', 'The clock ran', 'Block of the lock', 'Café', '再試行', 'Queue'];
/** So many that a word index comes before fuse.js. */
const filler = Array.from({ length: 1000 }, (_, at) => reviewOf({ id: `ZZ-${at}`, title: `Filler ${at}` }));

describe('TitleSearch', () => {
  it('answers as if it had been built anew, whatever was added, changed and deleted before', () => {
    const review = fc
      .record({ number: fc.nat(9), title: fc.constantFrom(...titles), alias: fc.option(fc.constantFrom('OLD-1', '7')) })
      .map(({ number, title, alias }) =>
        reviewOf({ id: `INC-${number}`, title, path: `incidents/${number}.md`, aliases: alias ? [alias] : [] }),
      );
    const states = fc.array(fc.uniqueArray(review, { selector: ({ id }) => id, maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(states, fc.boolean(), (all, isLarge) => {
        const search = new TitleSearch();
        let now: readonly ReviewDocument[] = [];
        for (const some of all) {
          now = isLarge ? [...some, ...filler] : some;
          for (const _ of search.update(now));
        }
        const anew = new TitleSearch(now);
        for (const query of ['inc', '7', 'old1', 'retr', 'retreis', 'clock', 'cluck', 'cafe', '再試', 'filler 7']) {
          assert.deepEqual(search.find(query, 5), anew.find(query, 5), query);
        }
      }),
      { numRuns: 30 },
    );
  }).timeout(30_000);

  it('finds reviews by the year, the month and the day, the latest first, below those of that name', () => {
    const dated = [
      reviewOf({ id: 'OPS-1', title: 'Retries piled up', date: '2026-05-09' }),
      reviewOf({ id: 'OPS-2', title: 'The clock ran', date: '2026-05-28' }),
      reviewOf({ id: 'OPS-2026', title: 'Queue', date: '2023-09-05' }),
      reviewOf({ id: 'OPS-4', title: 'Café', date: '2026-11' }),
      reviewOf({ id: 'OPS-5', title: 'Nobody knows when' }),
    ];
    const search = new TitleSearch([...dated, ...filler]);
    const found = (query: string) => search.find(query, 9).map(({ review }) => review.id);
    assert.deepEqual(found('2026'), ['OPS-2026', 'OPS-4', 'OPS-2', 'OPS-1']);
    for (const query of ['2026-05', 'May 2026', ' mai 2026 '])
      assert.deepEqual(found(query), ['OPS-2', 'OPS-1'], query);
    for (const query of ['2026-05-09', '9 May 2026', 'May 9th, 2026', '9.5.2026'])
      assert.deepEqual(found(query), ['OPS-1'], query);
    assert.deepEqual(found('9/5/2026'), ['OPS-1'], 'day first, as some write it');
    assert.deepEqual(search.find('2026', 2).length, 2);
    assert.ok(!found('2019').some((id) => id.startsWith('OPS')));
  });

  it('takes a change in among many without looking at the others again', () => {
    const search = new TitleSearch(filler);
    const steps = [...search.update([...filler.slice(1), reviewOf({ id: 'INC-1' })])];
    assert.ok(steps.length < 20, `${steps.length}`);
    assert.equal(search.find('inc1', 1)[0]?.review.id, 'INC-1');
    assert.deepEqual(
      search
        .find('ZZ-0', 1)
        .map(({ review }) => review.id)
        .filter((id) => id === 'ZZ-0'),
      [],
    );
  });
});

describe('LibrarySearch', () => {
  it('finds titles of the library as it is now, though a run is under way', () => {
    const library = libraryOf(filler);
    const search = new LibrarySearch(library);
    search.preparing().next();
    const added = reviewOf({ id: 'INC-1', title: 'The walrus' });
    library.set(added.key, added.source, { kind: 'reviews', reviews: [added] });
    assert.equal(search.findTitles('walrus', 1)[0]?.review, added);
    for (const _ of search.preparing());
    assert.equal(search.isReady, true);
    assert.equal(search.findTitles('walrus', 1)[0]?.review, added);
  });
});
