import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { textLines } from '../../../src/core/text/textLine';

describe('textLines', () => {
  it('knows all line ends', () => {
    assert.deepEqual(
      textLines('a\r\nb\rc\n\nd').map(({ text, start, line }) => [text, start, line]),
      [
        ['a', 0, 1],
        ['b', 3, 2],
        ['c', 5, 3],
        ['', 7, 4],
        ['d', 8, 5],
      ],
    );
  });

  it('counts as the line index does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\r\n]{0,40}$/), (text) => {
        const index = new LineIndex(text);
        for (const { start, line } of textLines(text)) assert.equal(index.startOf(line), start);
      }),
    );
  });
});
