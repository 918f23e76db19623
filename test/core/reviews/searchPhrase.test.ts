import assert from 'node:assert/strict';
import type { SearchChunk } from '../../../src/core/reviews/searchChunks';
import { phraseTest } from '../../../src/core/reviews/searchPhrase';
import { reviewFrom } from '../wording/reviewOf';

function chunkOf(text: string): SearchChunk {
  return { review: reviewFrom(text), start: 0, end: text.length, isTranscript: false, isFirst: true };
}

describe('phraseTest', () => {
  const cases: [query: string, text: string, isThere: boolean][] = [
    ['the queue drained', 'Then the **queue**\ndrained.', true],
    ['the queue drained', 'Then the queue had drained.', false],
    ['retry limit', 'RETRY_LIMIT was 3', true],
    ['queue dr', 'the queue drained', true],
    ['cafe au lait', 'Un Café au lait', true],
    ['queue queue full', 'queue queue queue full', true],
    ['積み上が', '再試行が積み上がった', true],
    ['積上み', '再試行が積み上がった', false],
  ];
  for (const [query, text, isThere] of cases) {
    it(`${isThere ? 'finds' : 'does not find'} “${query}” in “${text.replace('\n', '⏎')}”`, () => {
      assert.equal(phraseTest(query)?.(chunkOf(text)), isThere);
    });
  }

  it('takes a single word for no phrase', () => {
    assert.equal(phraseTest('queue'), undefined);
    assert.equal(phraseTest(' … '), undefined);
  });
});
