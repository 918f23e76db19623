import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { osaDistance } from '../../../src/core/citations/osaDistance';

describe('osaDistance', () => {
  const cases: [a: string, b: string, distance: number][] = [
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'acb', 1],
    ['ab', 'ba', 1],
    ['inc-31', 'inc-13', 1],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ];
  for (const [a, b, distance] of cases)
    it(`is ${distance} from "${a}" to "${b}"`, () => assert.equal(osaDistance(a, b, 9), distance));

  it('stops at the limit', () => assert.equal(osaDistance('kitten', 'sitting', 1), 2));

  it('is the same both ways, and never more than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = osaDistance(a, b, 99);
        assert.equal(distance, osaDistance(b, a, 99));
        assert.ok(distance <= Math.max(a.length, b.length));
        assert.equal(distance === 0, a === b);
      }),
    );
  });
});
