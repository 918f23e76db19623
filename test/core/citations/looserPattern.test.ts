import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looserPattern } from '../../../src/core/citations/looserPattern';

describe('looserPattern', () => {
  const cases: Record<string, [source: string, expected: { source: string; isOfBytes: boolean } | undefined]> = {
    'leaves out boundaries': ['\\bSEV-\\d+\\b', { source: 'SEV-\\d+', isOfBytes: true }],
    'leaves an escaped backslash alone': ['\\\\b', { source: '\\\\b', isOfBytes: true }],
    'takes no character for a byte': ['SEV.\\d', { source: 'SEV.\\d', isOfBytes: false }],
    'takes no negated class for bytes': ['SEV[^a]', { source: 'SEV[^a]', isOfBytes: false }],
    'knows nothing of the end': ['SEV-\\d+$', undefined],
    'knows nothing of neighbours': ['(?<!x)SEV', undefined],
    'knows nothing of a backspace in a class': ['[\\b]SEV', undefined],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    it(name, () => {
      const looser = looserPattern(source);
      assert.deepEqual(looser && { source: looser.pattern.source, isOfBytes: looser.isOfBytes }, expected);
    });
  }

  it('matches wherever the pattern does, in text and in bytes', () => {
    const piece = fc.constantFrom('a', 'é', '-', '7', '.', '\\b', '\\d', '[a-c]', '[^a]', '\\w', '\\S', '(a|7)', 'a?');
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '7', ' ', '漢') });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), text, (pieces, line) => {
        const source = pieces.join('');
        const looser = looserPattern(source);
        if (!looser || !new RegExp(source).test(line)) return;
        assert.ok(looser.pattern.test(line));
        if (looser.isOfBytes) assert.ok(looser.pattern.test(bytesOf(line)));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The UTF-8 bytes of a text, each as the character with its number. */
function bytesOf(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
