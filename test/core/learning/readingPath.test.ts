import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { readReadingPath, stepsOf } from '../../../src/core/learning/readingPath';
import type { ReadingPathFile } from '../../../src/core/reviews/readingPathFile';
import { libraryOf } from '../citations/libraryOf';

const known = new KnownIds(libraryOf(['INC-7', 'INC-31', { id: 'login', path: 'docs/incidents/2026-05-28-login.md' }]));

describe('a reading path', () => {
  it('has chapters of steps, each with the reason to read it', () => {
    const path = read(
      '# First weeks\n\nOne with each coffee.\n\n## Crowds\n\n- INC-7 — The word *hold*.\n- INC-31: a notebook\n',
    );
    assert.equal(path.title, 'First weeks');
    assert.equal(path.about, 'One with each coffee.');
    assert.deepEqual(
      path.chapters.map(({ heading, line, steps }) => [heading, line, steps.map(({ id, why }) => `${id}: ${why}`)]),
      [['Crowds', 5, ['INC-7: The word hold.', 'INC-31: a notebook']]],
    );
  });

  const reasons: Record<string, [item: string, citation: string, why: string]> = {
    'a dash': ['- INC-7 - because', 'INC-7', 'because'],
    'a number and a colon': ['1. INC-7: because', 'INC-7', 'because'],
    'a task': ['- [ ] INC-7 because', 'INC-7', 'because'],
    'words before': ['- Begin with INC-7', 'INC-7', 'Begin with'],
    'a passage': ['- INC-7#what-surprised-us, the short part', 'INC-7#what-surprised-us', 'the short part'],
    'a moment': ['- INC-7@14:06 — one line', 'INC-7@14:06', 'one line'],
    'bold marks': ['- **INC-7** because', 'INC-7', 'because'],
    'a link with other words': ['- [The holds](INC-7.md) because', 'INC-7.md', 'The holds — because'],
    'a link with the name': ['- [INC-7](INC-7.md): because', 'INC-7', 'because'],
    nothing: ['- INC-7', 'INC-7', ''],
    'two lines': ['- INC-7 because\n  of this', 'INC-7', 'because of this'],
  };
  for (const [what, [item, citation, why]] of Object.entries(reasons)) {
    it(`reads the reason from ${what}`, () => {
      const [step] = stepsOf(read(item));
      assert.deepEqual([step?.citation, step?.why], [citation, why]);
    });
  }

  it('keeps a step whose review is not there', () => {
    const [step] = stepsOf(read('- INC-99 — gone'));
    assert.deepEqual([step?.id, step?.reviews], ['INC-99', []]);
  });

  it('says for whom it is, when the front matter does', () => {
    assert.equal(read('- INC-7', { title: 'Boats', audience: 'firmware' }).about, 'For firmware');
  });

  it('has the name of its file where it has no title', () => {
    assert.equal(read('- INC-7').title, 'first weeks');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { citation } of stepsOf(read(`- INC-7 ${text}\n${text}\n- ${text} INC-31`))) assert.ok(citation);
      }),
    );
  });
});

function read(text: string, told: Partial<ReadingPathFile> = {}) {
  const file = { key: 'p', source: 's', path: 'docs/incidents/paths/first-weeks.md', format: 'markdown' as const };
  return readReadingPath({ ...file, text, title: '', audience: '', ...told }, known);
}
