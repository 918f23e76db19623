import assert from 'node:assert/strict';
import { CitationIndex } from '../../../src/core/citations/citationIndex';
import { fromTheHistory, type HistoryMaterial } from '../../../src/core/learning/fromTheHistory';
import { reviewOf } from '../wording/reviewOf';

const holds = reviewOf({ id: 'INC-7', key: '/w/INC-7.md', path: 'INC-7.md', date: '2023-06-07' });
const boats = reviewOf({ id: 'INC-19', key: '/w/INC-19.md', path: 'INC-19.md', date: '2025-06-07' });
const none = new CitationIndex();

describe('from the history', () => {
  it('is what happened on this day, the latest year first', () => {
    assert.deepEqual(entry({ reviews: [holds, boats] }), ['INC-19', 'a year ago today']);
    assert.deepEqual(entry({ reviews: [holds] }), ['INC-7', '3 years ago today']);
  });

  it('is nothing on the day itself, on other days and where only the month is known', () => {
    const vague = { ...holds, date: '2023-06' };
    assert.equal(entry({ reviews: [holds], today: '2023-06-07' }), undefined);
    assert.equal(entry({ reviews: [holds], today: '2026-06-08' }), undefined);
    assert.equal(entry({ reviews: [vague] }), undefined);
  });

  it('leaves out what the reader has put aside, and drafts', () => {
    assert.equal(entry({ reviews: [holds], isKnown: () => true }), undefined);
    assert.equal(entry({ reviews: [{ ...holds, isDraft: true }] }), undefined);
  });

  it('is else a review that a file touched lately cites', () => {
    const citations = new CitationIndex();
    const citation = {
      path: 'src/a.ts',
      line: 1,
      column: 1,
      endColumn: 6,
      text: 'INC-7',
      known: true,
      sentence: 'INC-7',
    };
    citations.set('/w/src/a.ts', [
      {
        file: '/w/src/a.ts',
        citation: { ...citation, kind: 'comment' },
        start: 0,
        end: 5,
        form: 'id',
        reviews: ['/w/INC-7.md\nINC-7'],
      },
    ]);
    const touched = [{ file: '/w/src/a.ts', path: 'src/a.ts' }];
    assert.deepEqual(entry({ reviews: [holds], today: '2026-01-01', citations, touched }), [
      'INC-7',
      'cited in a.ts, which you changed',
    ]);
  });
});

function entry(told: Partial<HistoryMaterial>): readonly string[] | undefined {
  const found = fromTheHistory({
    reviews: [],
    citations: none,
    today: '2026-06-07',
    touched: [],
    isKnown: () => false,
    ...told,
  });
  return found && [found.review.id, found.why];
}
