import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';

/** `/w/shop` and `/w/boats` are folders of the workspace, `/w/shop/web` one within the first; all have an INC-7. */
const library = new Library();
for (const root of ['/w/shop', '/w/boats', '/w/shop/web']) {
  const source = `${root}/incidents`;
  library.setSource({ key: source, path: 'incidents', root, rules: defaultRules, findings: [] });
  const file = { key: `${source}/INC-7.md`, source, path: 'incidents/INC-7.md', pathInSource: 'INC-7.md' };
  library.set(
    file.key,
    source,
    readReviews({ ...file, text: '# Holds\n', isTruncated: false, neighbours: [] }, defaultRules),
  );
}
const known = new KnownIds(library);

/** The files of the reviews that a text means where it stands in a document. */
function meant(text: string, key: string, path: string): string[] {
  const language = Languages.builtIn.find({ path });
  return findCitations(text, language, known, { matchIn: 'comments', path, key }).flatMap(({ reviews }) =>
    reviews.map((review) => review.key),
  );
}

describe('an id that reviews of several folders have', () => {
  it('means the review of the folder in which it is cited', () => {
    assert.deepEqual(meant('// INC-7', '/w/boats/src/a.ts', 'src/a.ts'), ['/w/boats/incidents/INC-7.md']);
  });

  it('means the review of the innermost folder', () => {
    assert.deepEqual(meant('// INC-7', '/w/shop/web/a.ts', 'a.ts'), ['/w/shop/web/incidents/INC-7.md']);
    assert.deepEqual(meant('// INC-7', '/w/shop/a.ts', 'a.ts'), ['/w/shop/incidents/INC-7.md']);
  });

  it('means all of them where none is nearer', () => {
    assert.equal(meant('// INC-7', 'untitled:Untitled-1', 'Untitled-1.ts').length, 3);
    assert.equal(meant('// INC-7', '/w/boatsmen/a.ts', 'a.ts').length, 3);
  });

  it('holds for links as for ids', () => {
    const link = 'See [it](../incidents/INC-7.md).\n';
    assert.deepEqual(meant(link, '/w/boats/docs/a.md', 'docs/a.md'), ['/w/boats/incidents/INC-7.md']);
  });

  it('is no citation in the review itself', () => {
    assert.deepEqual(meant('It was INC-7.', '/w/boats/incidents/INC-7.md', 'incidents/INC-7.md'), []);
  });
});
