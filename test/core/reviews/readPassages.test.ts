import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { passagesOf } from '../../../src/core/reviews/passagesOf';
import { passagesOfStory } from '../../../src/core/reviews/readPassages';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { corporaAreMissing, corpusFolders, filesOf, placeOf } from '../../corpora/readCorpus';
import { documents } from './plainDocuments';
import { read, readOne } from './readOne';

describe('passagesOf', function () {
  this.timeout(60_000);

  it('is what the story tells, whatever lines there are', () => {
    const property = fc.property(documents, fc.constantFrom('INC-7.md', 'INC-7.rst', 'INC-7.txt'), assertAlike);
    fc.assert(property, { numRuns: 1500 });
  });

  const missing = corporaAreMissing();
  it(missing ?? 'is what the stories of real reviews tell', function () {
    if (missing !== undefined) this.skip();
    for (const { corpus } of corpusFolders())
      for (const path of filesOf(corpus).filter((each) => /\.(?:md|txt|rst|adoc|ya?ml|json)$/.test(each)))
        assertAlike(readFileSync(join(placeOf(corpus), path), 'utf8'), path);
  });

  it('tells where people speak', () => {
    const talk = '# Queue\n\n## Transcript\n\n14:06 Ada: it is full\n\n14:07 Bo: yes\n';
    assert.deepEqual(passagesOf(readOne('INC-7.md', talk)).spoken, [talk.indexOf('14:06'), talk.indexOf('14:07')]);
  });
});

function assertAlike(text: string, path: string): void {
  const told = read(path, text);
  const reviews: readonly ReviewDocument[] = told.kind === 'reviews' ? told.reviews : [];
  for (const review of reviews) {
    const before = passagesOf(review);
    assert.deepEqual(before, passagesOfStory(review));
    assert.deepEqual(passagesOf(review), before);
  }
}
