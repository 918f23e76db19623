import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idPatternProblem } from '../../../src/core/citations/idPatternProblem';
import { IdPatterns } from '../../../src/core/citations/idPatterns';
import { defaultRules } from '../../../src/core/reviews/libraryRules';

const atom = fc.constantFrom(
  'a',
  'b',
  'A',
  '1',
  '-',
  '\\w',
  '\\d',
  '.',
  '[ab]',
  '[^b]',
  '[a-z0-9]',
  '\\b',
  '\\s',
  'INC',
);
const often = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,9}', '{1,99}', '{3,}', '+?');

/** Expressions as somebody could write them who means ill: groups in groups, everything repeated. */
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, often).map(([one, times]) => one + times),
    fc
      .tuple(tie('pattern'), fc.constantFrom('(?:', '('), often)
      .map(([inside, open, times]) => `${open}${inside})${times}`),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => `(?:${one}|${other})`),
  ),
  pattern: fc.array(tie('part'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
}));

/** Lines on which an expression that can go wrong does: nearly what it looks for, again and again, and at last not. */
const lines = ['a', 'ab', 'aab', 'a1', '1', 'a-', 'A1-', 'INC', 'INC-1', 'a ', 'b', '-'].map(
  (piece) => `${piece.repeat(2000).slice(0, 1999)}!`,
);

describe('an id pattern that may be run', function () {
  this.timeout(60_000);

  it('looks through a line in a moment, whatever both are', function () {
    let run = 0;
    let refused = 0;
    let slowest = { ms: 0, pattern: '' };
    fc.assert(
      fc.property(pattern, (source) => {
        if (idPatternProblem(source) !== undefined) {
          refused++;
          return;
        }
        run++;
        const patterns = patternsOf(source);
        for (const line of lines) {
          const ms = shortest(3, () => patterns.addTo([], line, { start: 0, end: line.length }, unknown));
          if (ms > slowest.ms) slowest = { ms, pattern: source };
        }
      }),
      { numRuns: 3000 },
    );
    if (this.test) {
      const { ms, pattern: source } = slowest;
      this.test.title += ` (${run} patterns on ${lines.length} lines, ${refused} refused; at most ${ms.toFixed(1)} ms: ${source.slice(0, 60)})`;
    }
    assert.ok(run > 100);
    // It is a few ms; what goes wrong takes longer than anybody waits.
    assert.ok(slowest.ms < 1000, slowest.pattern);
  });
});

function patternsOf(source: string): IdPatterns {
  return new IdPatterns([{ key: '/l', path: 'l', rules: { ...defaultRules, idPatterns: [source] }, findings: [] }]);
}

const unknown = () => ({ kind: 'unknown' as const, family: '' });

/** The shortest time of some tries, in ms: the machine may have been busy with something else. Only what is long is tried again. */
function shortest(tries: number, act: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0 && best > 5; left--) {
    const begun = performance.now();
    act();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}
