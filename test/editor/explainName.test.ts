import assert from 'node:assert/strict';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { explainName, type NamePlace } from '../../src/editor/explainName';

const library = new Library();
library.setSource({ key: 's', path: 'docs/incidents', rules: defaultRules, findings: [] });
for (const name of ['INC-7-holds', 'INC-12-retries', '2020-02-12', 'saas-outage']) {
  const key = `docs/incidents/${name}.md`;
  const file = { key, source: 's', path: key, pathInSource: `${name}.md`, neighbours: [`${name}.md`] };
  const text = `# A title for ${name}\n\nWords.\n`;
  library.set(key, 's', readReviews({ ...file, text, isTruncated: false }, defaultRules));
}
const known = new KnownIds(library);

/** What is said of the place marked with |. */
function said(marked: string, more: Partial<NamePlace> = {}): string {
  const column = marked.indexOf('|');
  const place = { line: marked.replace('|', ''), column, path: 'src/a.ts', counts: true, isProse: false, own: [] };
  return explainName({ ...place, ...more }, known).sentence;
}

describe('explainName', () => {
  it('knows that an id stands outside of comments', () => {
    assert.match(
      said('fetch("|INC-7")', { counts: false }),
      /INC-7 names a review, but it does not stand in a comment/,
    );
    assert.match(said('fetch("|INC-99")', { counts: false }), /INC-99 reads as an id of this library, but/);
  });

  it('knows that an id stands in a code span', () => {
    assert.match(
      said('see `|INC-7`', { counts: false, isProse: true }),
      /code spans and fences in prose are left alone/,
    );
  });

  it('knows that a review names itself', () => {
    const own = library.get('INC-7');
    assert.match(said('# |INC-7', { counts: true, own }), /This document is the review INC-7 itself/);
  });

  const cases: Record<string, [marked: string, sentence: RegExp]> = {
    'a placeholder': ['// |INC-XX', /INC-XX only holds the place of an id/],
    'a look-alike': ['// |UTF-8', /UTF-8 reads as the name of a standard/],
    'a date that is the id of a review': [
      '// |2020-02-12',
      /2020-02-12 names a review, but a date counts only behind a marker/,
    ],
    'a date that is nothing': ['// |2021-03-04', /2021-03-04 is a date, and no review is named by it/],
    'a slug that is the id of a review': [
      '// |saas-outage',
      /saas-outage names a review, but an ordinary word counts only/,
    ],
    'an id of a form that nothing teaches': [
      '// |OPS-4',
      /No review is named OPS-4.* Ids here have the form INC-<n>\./,
    ],
    'a word': ['// |holds are', /No review is named holds\./],
    'nothing, with an id elsewhere': ['//  |  INC-7', /Nothing at the cursor reads as an id\. Put it on INC-7\./],
    'nothing at all': ['//  |  ', /Nothing at the cursor reads as an id\.$/],
  };
  for (const [name, [marked, sentence]] of Object.entries(cases)) {
    it(`recognises ${name}`, () => assert.match(said(marked), sentence));
  }

  it('offers what may help', () => {
    const place = { line: 'fetch("INC-7")', column: 8, path: 'a.ts', counts: false, isProse: false, own: [] };
    assert.deepEqual(explainName(place, known).help, [
      { kind: 'setting', name: 'precedent.matchIn' },
      { kind: 'review', id: 'INC-7' },
    ]);
  });
});
