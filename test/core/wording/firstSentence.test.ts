import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstSentence } from '../../../src/core/wording/firstSentence';

describe('firstSentence', () => {
  const cases: Record<string, [line: string, sentence: string]> = {
    'ends behind a dot': ['It was slow. Then it broke.', 'It was slow.'],
    'goes over versions and abbreviations': [
      'v1.2 went out, e.g. in the U.S. shop. Then',
      'v1.2 went out, e.g. in the U.S. shop.',
    ],
    'takes a quote with it': ['“It is slow.” So it was.', '“It is slow.”'],
    'ends in Japanese': ['遅かった。壊れた。', '遅かった。'],
    'is the whole line without an end': ['It was slow', 'It was slow'],
  };
  for (const [name, [line, sentence]] of Object.entries(cases)) {
    it(name, () => assert.equal(firstSentence(line), sentence));
  }

  it('is the beginning of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(text.startsWith(firstSentence(text)));
      }),
    );
  });
});
