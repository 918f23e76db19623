import assert from 'node:assert/strict';
import type { FoundCitation } from '../../../src/core/citations/citation';
import { inlayTitle } from '../../../src/core/wording/inlayTitle';
import { reviewOf } from './reviewOf';

const holds = reviewOf({ id: 'INC-7', title: 'Every hold expired in the same second' });

function citing(parts: Partial<FoundCitation> = {}): FoundCitation {
  return { start: 0, end: 5, text: 'INC-7', id: 'INC-7', kind: 'comment', form: 'id', reviews: [holds], ...parts };
}

describe('inlayTitle', () => {
  it('is the title of the review', () => assert.equal(inlayTitle(citing(), ' is why'), holds.title));
  it('stands behind a former id too', () =>
    assert.equal(inlayTitle(citing({ form: 'alias', text: 'OLD-3' }), ''), holds.title));
  it('is cut to fit', () => {
    const title = inlayTitle(citing({ reviews: [reviewOf({ title: 'word '.repeat(40) })] }), '') ?? '';
    assert.ok(title.length <= 42 && title.endsWith('…'));
  });
  it('shows nothing that cannot be seen', () =>
    assert.equal(inlayTitle(citing({ reviews: [reviewOf({ title: 'a\u202eb\nc' })] }), ''), 'a\\u202Eb c'));

  const silent: Record<string, [citation: FoundCitation, behind: string]> = {
    'where the title is written behind it': [citing(), ': Every hold expired in the same second. So do not'],
    'where the id says it': [
      citing({
        text: '2024-03-13-lock-queue',
        reviews: [reviewOf({ id: '2024-03-13-lock-queue', title: 'Lock queue' })],
      }),
      '',
    ],
    'in links': [citing({ form: 'link' }), ''],
    'behind paths': [citing({ form: 'path' }), ''],
    'where no review is known': [citing({ reviews: [] }), ''],
    'where two claim the id': [citing({ reviews: [holds, reviewOf({ title: 'Another' })] }), ''],
  };
  for (const [name, [citation, behind]] of Object.entries(silent)) {
    it(`says nothing ${name}`, () => assert.equal(inlayTitle(citation, behind), undefined));
  }
});
