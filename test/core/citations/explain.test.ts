import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { explain } from '../../../src/core/citations/explain';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { libraryOf } from './libraryOf';

const known = new KnownIds(
  libraryOf(['INC-7', 'INC-31', 'INC-310', '2020-02-12', 'saas-outage', { id: 'INC-8', aliases: ['PAGER-9'] }]),
);

/** Explains what stands at `|`. */
function explained(languageId: string, source: string, path = 'src/x') {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  return explain(text, offset, Languages.builtIn.find({ languageId }), known, { matchIn: 'comments', path });
}

describe('explain', () => {
  const places: Record<string, [languageId: string, source: string, place: string, isSearched: boolean]> = {
    'a comment': ['go', '// INC|-7', 'comment', true],
    'a string': ['go', 'x := "INC|-7"', 'string', false],
    code: ['go', 'INC|-7', 'code', false],
    prose: ['markdown', 'INC|-7', 'prose', true],
    'a code span': ['markdown', '`INC|-7`', 'codeInProse', false],
    'a fence': ['markdown', '```\nINC|-7\n```', 'codeInProse', false],
    'a language that it does not know': ['klingon', '// INC|-7', 'unknownLanguage', false],
    'a line that is too long': ['go', `// ${'x'.repeat(10_001)} INC|-7`, 'longLine', false],
  };
  for (const [name, [languageId, source, place, isSearched]] of Object.entries(places)) {
    it(`knows ${name}`, () => {
      const found = explained(languageId, source);
      assert.deepEqual([found.place, found.isSearched], [place, isSearched]);
    });
  }

  const words: Record<string, [source: string, verdict: string | undefined]> = {
    'a known id': ['// INC|-7', 'known'],
    'an alias': ['// PAGER|-9', 'known'],
    'a placeholder': ['// INC|-XX', 'placeholder'],
    'a bare date, even of a review': ['// 2020-0|2-12', 'date'],
    'a look-alike': ['// UTF|-8', 'lookAlike'],
    'an unknown id of a known family': ['// INC|-32', 'unknownId'],
    'an id of no known family': ['// ABC|-32', 'unknownFamily'],
    'a review that needs a marker': ['// saas|-outage', 'needsMarker'],
    'an id inside of a longer word': ['// XINC|-7', 'insideLongerWord'],
    'an ordinary word': ['// wo|rd', 'notAnId'],
    'nothing on blanks': ['//  |  x', undefined],
  };
  for (const [name, [source, verdict]] of Object.entries(words)) {
    it(`knows ${name}`, () => assert.equal(explained('go', source).word?.verdict, verdict));
  }

  it('names the citation that is there', () => assert.equal(explained('go', '// inc|-7').citation?.id, 'INC-7'));

  it('names the closest ids where there is none', () => {
    assert.deepEqual(explained('go', '// INC|-32').closest, ['INC-31']);
  });

  it('names the families and how many reviews there are', () => {
    const { families, reviewCount } = explained('go', '|');
    assert.deepEqual([families, reviewCount], [['INC-<n>'], 6]);
  });

  it('knows the review that is looked at', () => {
    const found = explained('markdown', '# INC|-7', 'docs/incidents/INC-7.md');
    assert.deepEqual([found.place, found.word?.verdict, found.citation], ['review', 'ownId', undefined]);
  });

  it('never throws, wherever it is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.constantFrom('go', 'markdown', 'html'),
        (text, offset, languageId) => {
          explain(text, offset, Languages.builtIn.find({ languageId }), known, { matchIn: 'everywhere' });
        },
      ),
    );
  }).timeout(60_000);
});
