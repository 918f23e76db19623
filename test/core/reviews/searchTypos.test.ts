import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitCount, letterBits, typosBetween } from '../../../src/core/reviews/searchTypos';

const unitsOf = (word: string) => Uint16Array.from(word, (_, at) => word.charCodeAt(at));

describe('typosBetween', () => {
  const cases: [typed: string, word: string, typos: number][] = [
    ['clock', 'clock', 0],
    ['clck', 'clock', 1],
    ['clocck', 'clock', 1],
    ['clork', 'clock', 1],
    ['clokc', 'clock', 1],
    ['lcokc', 'clock', 2],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['ca', 'abc', 3],
    ['block', 'stone', 3],
  ];
  for (const [typed, word, typos] of cases) {
    it(`finds ${typos} between ${typed || 'nothing'} and ${word || 'nothing'}, more than 2 as 3`, () => {
      assert.equal(typosBetween(unitsOf(typed), unitsOf(word), 2), typos);
    });
  }

  it('compares with the beginning that comes closest where asked to', () => {
    assert.equal(typosBetween(unitsOf('zoke'), unitsOf('zookeeper'), 1, true), 1);
    assert.equal(typosBetween(unitsOf('zook'), unitsOf('zookeeper'), 1, true), 0);
    assert.equal(typosBetween(unitsOf('lock'), unitsOf('zookeeper'), 1, true), 2);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  it('is the same both ways, and none only between the same', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const typos = typosBetween(unitsOf(one), unitsOf(other), 20);
        assert.equal(typosBetween(unitsOf(other), unitsOf(one), 20), typos);
        assert.equal(typos === 0, one === other);
      }),
    );
  });

  it('is never less than what the quick look at the letters allows', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const [typed, letters] = [letterBits(unitsOf(one)), letterBits(unitsOf(other))];
        const typos = typosBetween(unitsOf(one), unitsOf(other), 20);
        assert.ok(bitCount(typed & ~letters) <= typos);
        assert.ok(bitCount(letters & ~typed) <= typos);
      }),
    );
  });
});

describe('bitCount', () => {
  it('counts the bits that are set', () => {
    fc.assert(
      fc.property(fc.integer(), (bits) => {
        assert.equal(bitCount(bits), [...(bits >>> 0).toString(2)].filter((bit) => bit === '1').length);
      }),
    );
  });
});
