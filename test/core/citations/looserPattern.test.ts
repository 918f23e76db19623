import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idPatternProblem } from '../../../src/core/citations/idPatternProblem';
import { looserPattern } from '../../../src/core/citations/looserPattern';

describe('looserPattern', () => {
  const cases: Record<string, [source: string, expected: { source: string; isOfBytes: boolean } | undefined]> = {
    'leaves out boundaries': ['\\bSEV-\\d\\b', { source: '(?:)SEV-\\d(?:)', isOfBytes: true }],
    'leaves an escaped backslash alone': ['\\\\b', { source: '\\\\b', isOfBytes: true }],
    'takes no character for a byte': ['SEV.\\d', { source: 'SEV.\\d', isOfBytes: false }],
    'takes no space for a byte, as some are beyond ASCII': ['SEV\\s7', { source: 'SEV\\s7', isOfBytes: false }],
    'takes no negated class for bytes': ['SEV[^a]', { source: 'SEV[^a]', isOfBytes: false }],
    'repeats no further than a match may reach': ['S-\\d+[+*]', { source: 'S-\\d{1,128}[+*]', isOfBytes: true }],
    'nor where the pattern says how far': ['S-\\d{2,9999}', { source: 'S-\\d{2,128}', isOfBytes: true }],
    'begins with as little as a match may begin with': [
      '\\b([A-Z]{2,}-\\d*)x',
      { source: '(?:)([A-Z]{2,2}-\\d{0,128})x', isOfBytes: true },
    ],
    'does so in every alternative': ['[A-Z]+-|x*y+z', { source: '[A-Z]-|x{0,0}yz', isOfBytes: true }],
    'but in no group that is repeated': [
      '(?:-?[A-Z]+){2}x',
      { source: '(?:-{0,1}[A-Z]{1,128}){2,2}x', isOfBytes: true },
    ],
    'knows nothing of the end': ['SEV-\\d+$', undefined],
    'knows nothing of neighbours': ['(?<!x)SEV', undefined],
    'knows nothing of a backspace in a class': ['[\\b]SEV', undefined],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    it(name, () => {
      const looser = looserPattern(source, 128);
      assert.deepEqual(looser && { source: looser.pattern.source, isOfBytes: looser.isOfBytes }, expected);
    });
  }

  it('matches wherever the pattern does within some length, in text and in bytes', () => {
    const once = ['a', 'é', '-', '7', '.', '\\b', '\\d', '\\s', '[a-c]', '[^a]', '\\w', '\\S', '(a|7)', '|'];
    const repeated = [
      'a?',
      'a+',
      '[a-c]*?',
      '\\d{2,}',
      'b{5}',
      '(?:b+-)?',
      '(7|a-)+',
      '(-*',
      'b)',
      '(?<n>\\w{1,3}-){2}',
    ];
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '7', ' ', '\u00a0', '漢'), maxLength: 20 });
    const pieces = fc.array(fc.constantFrom(...once, ...repeated), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pieces, text, fc.integer({ min: 1, max: 6 }), (pieces, line, longest) => {
        const source = pieces.join('');
        if (!isExpression(source)) return;
        const looser = looserPattern(source, longest);
        const isFound = [...line.matchAll(new RegExp(source, 'g'))].some(([match]) => match.length <= longest);
        if (!looser || !isFound) return;
        assert.ok(looser.pattern.test(line));
        if (looser.isOfBytes) assert.ok(looser.pattern.test(String.fromCharCode(...new TextEncoder().encode(line))));
      }),
      { numRuns: 5000 },
    );
  });

  // Four times the text may take at most ten times as long: with a square it would be sixteen times.
  const slow: Record<string, [pattern: string, piece: string]> = {
    'an open begin': ['[A-Z]+-\\d+', 'A'],
    'an open begin in a group': ['(?:([A-Z]+)-\\d+)x', 'A'],
    'an open middle': ['A[A-Z]+-\\d+', 'A'],
    'an open end that is followed': ['A-\\d+x', 'A-7'],
    'a wide range': ['(?:-?\\w{2,5000}){1}x', 'A'],
    'a long fixed number': ['\\w{30000}x', 'A'],
  };
  for (const [name, [pattern, piece]] of Object.entries(slow)) {
    it(`takes time in proportion to a line: ${name}`, () => {
      assert.equal(idPatternProblem(pattern), undefined);
      const timeOf = (length: number) => {
        const text = piece.repeat(length / piece.length);
        const before = performance.now();
        looserPattern(pattern, 128)?.pattern.test(text);
        return performance.now() - before;
      };
      const long = timeOf(80_000);
      // What is quick is not worth a second look.
      if (long < 200) return;
      const best = Math.min(...[1, 2, 3].map(() => timeOf(80_000)));
      assert.ok(best < 10 * Math.max(timeOf(20_000), 4), `${best} ms`);
    }).timeout(60_000);
  }
});

function isExpression(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
