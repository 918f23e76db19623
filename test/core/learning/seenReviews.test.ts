import assert from 'node:assert/strict';
import { SeenReviews } from '../../../src/core/learning/seenReviews';

const keys = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `/home/somebody/work/shop/docs/incidents/2026/INC-${from + at}.md`);

/** As they are after they were kept and read again. */
const keptAndRead = (seen: SeenReviews) => new SeenReviews(JSON.parse(JSON.stringify(seen.toKeep())));

describe('SeenReviews', () => {
  it('knows when those came that were not there at first', () => {
    const seen = new SeenReviews(undefined);
    assert.equal(seen.see(keys(0, 3), 1000), true);
    assert.deepEqual([...seen.added], []);
    assert.equal(seen.see(keys(0, 5), 2000), true);
    const [third = '', fourth = ''] = keys(3, 2);
    const expected = [
      [third, 2000],
      [fourth, 2000],
    ];
    assert.deepEqual([...seen.added], expected);
    assert.deepEqual([...keptAndRead(seen).added], expected);
  });

  it('has nothing new to keep where all were seen, also at an earlier start and in another order', () => {
    const seen = new SeenReviews(undefined);
    seen.see(keys(0, 50), 1000);
    seen.see(keys(50, 2), 2000);
    assert.equal(seen.see(keys(0, 52), 3000), false);
    assert.equal(keptAndRead(seen).see(keys(0, 52).reverse(), 3000), false);
  });

  it('remembers those that are gone: another branch brings nothing new when one comes back', () => {
    const seen = new SeenReviews(undefined);
    seen.see(keys(0, 10), 1000);
    seen.see(keys(0, 2), 2000);
    assert.equal(keptAndRead(seen).see(keys(0, 10), 3000), false);
  });

  it('is small: VS Code writes all that an extension remembers whenever any of it changes', () => {
    const seen = new SeenReviews(undefined);
    seen.see(keys(0, 10_000), 1000);
    seen.see(keys(0, 10_001), 2000);
    const { length } = JSON.stringify(seen.toKeep());
    assert.ok(length < 100_000, `${length}`);
    assert.deepEqual([...keptAndRead(seen).added.keys()], keys(10_000, 1));
  });

  it('keeps no more than two thousand that were added, the last ones', () => {
    const seen = new SeenReviews(undefined);
    seen.see(keys(0, 1), 1000);
    for (let at = 1; at <= 2500; at++) seen.see(keys(at, 1), 1000 + at);
    const kept = keptAndRead(seen);
    assert.deepEqual([...kept.added.keys()], keys(501, 2000));
    assert.equal(kept.see(keys(0, 2501), 9000), false);
  });

  it('begins anew where what was kept is something else', () => {
    for (const kept of [7, 'x', [7], { a: 'b' }, null, { there: 7, added: [] }, { there: '! ?', added: { x: 'y' } }]) {
      const seen = new SeenReviews(kept);
      seen.see(keys(0, 3), 1000);
      assert.deepEqual([...seen.added], []);
    }
  });
});
