import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CopiedPassage, copiedPassage } from '../../../src/core/wording/copiedPassage';
import { marked } from '../../support/marked';
import { reviewFrom } from './reviewOf';

function copied(source: string): CopiedPassage | undefined {
  const { text, spans } = marked(source);
  const [span] = spans;
  assert.ok(span);
  return copiedPassage(reviewFrom(text, { title: 'Locks' }), span);
}

describe('what is copied from a review', () => {
  const cases: Record<string, [source: string, wanted: CopiedPassage]> = {
    'is the words and the heading above them': [
      '# Locks\n# What surprised us\nThat «nobody **held** it.\nNot even» us.\n',
      { passage: 'what-surprised-us', quote: 'nobody held it. Not even' },
    ],
    'is the review below its title': ['# Locks\nIt was «dark».\n', { quote: 'dark' }],
    'is the moment on its line': [
      '# Locks\n# Timeline | timeline\n- 14:06 «It went dark»\n',
      { passage: '14:06', quote: 'It went dark' },
    ],
    'begins where words begin': ['# A\ntext\n«\n# Why\nBecause.»\n', { passage: 'why', quote: 'Why Because.' }],
    'has no words of a transcript': ['# Chat | transcript\n14:06 «Who holds it?»\n', { passage: '14:06' }],
    'has no words of people': ['# Who was there | people\n«Ada, Bo»\n', { passage: 'who-was-there' }],
    'is the review alone below an excluded heading': ['# Sensitive findings | excluded\n«Names»\n', {}],
    'is the review alone when it reaches below one': [
      '# Why\n«Because.\n# Sensitive findings | excluded\nNames»\n',
      {},
    ],
  };
  for (const [name, [source, wanted]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(copied(source), wanted));
  }

  it('is nothing outside of the review', () => {
    const review = reviewFrom('# A\nb\n', { startsAt: { offset: 100, line: 9 } });
    assert.equal(copiedPassage(review, { start: 0, end: 5 }), undefined);
    assert.deepEqual(copiedPassage(review, { start: 104, end: 105 }), { passage: 'a', quote: 'b' });
  });

  it('is one line, whatever is copied', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(200), fc.nat(200), (text, a, b) => {
        const told = copiedPassage(reviewFrom(text), { start: Math.min(a, b), end: Math.max(a, b) });
        assert.doesNotMatch(told?.quote ?? '', /[\r\n\u2028\u2029]/);
      }),
    );
  });
});
