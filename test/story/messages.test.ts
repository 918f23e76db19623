import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readState, readToHost, readToPage } from '../../src/story/messages';

describe('messages of a story', () => {
  it('are taken as they are meant', () => {
    assert.deepEqual(readToHost({ type: 'follow', target: 3 }), { type: 'follow', target: 3 });
    assert.deepEqual(readToHost({ type: 'place', line: 7, passage: '14:06' }), {
      type: 'place',
      line: 7,
      passage: '14:06',
    });
    assert.deepEqual(readToHost({ type: 'ask', line: 7, words: 'a', x: 1 }), { type: 'ask', line: 7, words: 'a' });
    assert.deepEqual(readToHost({ type: 'note', note: 3, to: 'remove' }), { type: 'note', note: 3, to: 'remove' });
    assert.deepEqual(readToHost({ type: 'end' }), { type: 'end' });
    assert.deepEqual(readToPage({ type: 'ask', line: 7 }), { type: 'ask', line: 7 });
    const story = { type: 'story', html: '<p>a</p>', isAll: false, review: { key: 'a', id: 'INC-7' } };
    assert.deepEqual(readToPage(story), story);
    assert.deepEqual(readToHost({ type: 'rest' }), { type: 'rest' });
    assert.deepEqual(readToPage({ type: 'rest', pieces: ['<p>b</p>'] }), { type: 'rest', pieces: ['<p>b</p>'] });
    assert.equal(readToPage({ type: 'rest', pieces: [7] }), undefined);
    assert.deepEqual(readToPage({ type: 'go', to: 'moment-7' }), { type: 'go', to: 'moment-7' });
    assert.deepEqual(readState({ review: { key: 'a', id: 'INC-7' }, line: 7 }), {
      review: { key: 'a', id: 'INC-7' },
      line: 7,
    });
  });

  const wrong: unknown[] = [
    ...[undefined, null, 7, 'ready', [], {}, { type: 'open', path: '/etc/passwd' }],
    ...[
      { type: 'follow', target: '3' },
      { type: 'follow', target: -1 },
      { type: 'follow', target: 1.5 },
    ],
    ...[
      { type: 'ask', line: 1 },
      { type: 'ask', line: 1, words: 'a'.repeat(1001) },
      { type: 'note', note: 1, to: 'x' },
    ],
    ...[{ type: 'place', line: 1, passage: 7 }, { type: 'copy', passage: 'a'.repeat(1001) }, { type: 'copy' }],
  ];
  for (const message of wrong) {
    it(`are none: ${JSON.stringify(message)?.slice(0, 60)}`, () => assert.equal(readToHost(message), undefined));
  }

  it('carry nothing but what they are known to carry', () => {
    assert.deepEqual(readToHost({ type: 'ready', uri: 'file:///etc/passwd' }), { type: 'ready' });
  });

  it('never make their reader throw', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        readToHost(message);
        readToPage(message);
        readState(message);
      }),
    );
  });
});
