import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortInSteps } from '../../../src/core/reviews/sortInSteps';
import { finished } from './finished';

describe('sortInSteps', () => {
  it('sorts as sort does, in steps where there is much', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 0xffff }), (length, factor) => {
        const values = Uint32Array.from({ length }, (_, at) => (at * factor * 2654435761) >>> 8);
        const sorted = values.toSorted();
        const steps = sortInSteps(values, (a, b) => a - b);
        if (length > 5000) steps.next();
        finished(steps);
        assert.deepEqual(values, sorted);
      }),
      { numRuns: 30 },
    );
  });
});
