import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteNeedles } from '../../../src/core/citations/byteNeedles';
import { collectingPrefixes } from '../../../src/core/citations/namePrefixes';
import { allSteps } from '../../../src/core/steps';

describe('byteNeedles', () => {
  const cases: Record<string, [names: string[], needles: string[] | undefined]> = {
    'are the pair that can be written in the fewest ways': [
      ['INC-7', 'INC-31'],
      ['c-', 'C-'],
    ],
    'are those of each alternative': [
      ['INC-7', 'LAMP_5'],
      ['c-', 'C-', 'p_', 'P_'],
    ],
    'take letters where there is nothing better': [['ab'], ['ab', 'aB', 'Ab', 'AB']],
    'are not given where they would be many': [['INC-7', 'LAMP_5', 'cold-start', 'boats'], undefined],
    'are not given for digits alone': [['2020-01-02'], undefined],
    'are not given beyond ASCII': [['Äh'], undefined],
  };
  for (const [title, [names, needles]] of Object.entries(cases))
    it(title, () => {
      const prefixes = allSteps(collectingPrefixes(names));
      assert.ok(prefixes);
      assert.deepEqual(byteNeedles(prefixes), needles);
    });

  it('stand, one of them, in every text in which a name may begin', () => {
    const piece = fc.stringMatching(/^[A-Za-z0-9 ._-]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 3 }),
        fc.array(piece),
        fc.boolean(),
        (names, around, isUpper) => {
          const prefixes = allSteps(collectingPrefixes(names));
          const needles = prefixes && byteNeedles(prefixes);
          const whole = [...around, ...names, ...around].join('');
          const text = isUpper ? whole.toUpperCase() : whole.toLowerCase();
          if (!prefixes || !needles) return;
          prefixes.lastIndex = 0;
          if (prefixes.test(text))
            assert.ok(
              needles.some((needle) => text.includes(needle)),
              `${needles} in ${text}`,
            );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
