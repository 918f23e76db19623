import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLook } from '../../src/core/citations/byteLook';
import { collectingPrefixes } from '../../src/core/citations/namePrefixes';
import { allSteps } from '../../src/core/steps';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';

describe('what may hold a name', () => {
  const mayHold = (names: string[], text: string) => {
    const prefixes = allSteps(collectingPrefixes(names));
    const look = prefixes && byteLook(prefixes.source);
    assert.ok(look);
    return nodeFileSystem?.mayHold?.(Buffer.from(text), look);
  };

  const cases: Record<string, [text: string, may: boolean]> = {
    'is a name, in any case': ['see iNc-12', true],
    'is a name and nothing else': ['INC-1', true],
    'is a name behind what ends as it does': ['sync-1, music-2, inc-3', true],
    'is no end of another word': ['sync-1', false],
    'is no beginning without a digit': ['inc-x', false],
    'is nothing': ['', false],
  };
  for (const [title, [text, may]] of Object.entries(cases))
    it(title, () => assert.equal(mayHold(['INC-7', 'INC-31'], text), may));

  it('is what has so many of the pairs that it is not worth looking at each', () => {
    assert.equal(mayHold(['INC-7'], 'c-'.repeat(99)), false);
    assert.equal(mayHold(['INC-7'], 'c-'.repeat(101)), true);
  });

  it('is every text in which a name may begin', () => {
    const piece = fc.stringMatching(/^[A-Za-z0-9 ._-]{1,12}$/);
    const around = fc.array(fc.oneof(piece, fc.constant('é-')));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), around, fc.boolean(), (names, around, isUpper) => {
        const prefixes = allSteps(collectingPrefixes(names));
        const look = prefixes && byteLook(prefixes.source);
        const whole = [...around, ...names, ...around].join('');
        const text = isUpper ? whole.toUpperCase() : whole.toLowerCase();
        if (!look || !prefixes.test(text)) return;
        assert.ok(nodeFileSystem?.mayHold?.(Buffer.from(text), look), `${look.pairs} in ${text}`);
      }),
      { numRuns: 2000 },
    );
  });
});
