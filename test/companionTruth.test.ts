import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'glob';
import { Languages } from '../src/core/citations/languages';
import { type KnownNames, readingNames } from '../src/core/learning/knownNames';
import { resembling } from '../src/core/learning/resembling';
import { type Writing, writingAt } from '../src/core/learning/writing';
import type { ReviewDocument } from '../src/core/reviews/review';
import { LibrarySearch } from '../src/core/reviews/search';
import { allSteps } from '../src/core/steps';
import { citingQueries, libraryOf } from './bench/companionQueries';
import { readReviewsIn } from './bench/readReviewsIn';

const sample = resolve('test/sample');

describe('the Companion in the sample', () => {
  let reviews: readonly ReviewDocument[];
  let search: LibrarySearch;
  let names: KnownNames;

  before(async () => {
    reviews = await readReviewsIn(sample);
    const library = libraryOf(reviews);
    search = new LibrarySearch(library);
    for (const _ of search.preparing());
    names = allSteps(readingNames(library));
  });

  const find = (writing: Writing) => resembling(search, writing, names, () => true, 5).map(({ review }) => review.id);

  const places: Record<string, [line: string, first: string]> = {
    'of pages kept for a person': ['Render the page at the edge', '2023-02-14-other-peoples-trips'],
    'of a move to another provider': ["The edge machines we have can't run code", 'INC-43'],
  };
  for (const [name, [line, first]] of Object.entries(places)) {
    it(`suggests the review that bears on the proposal ${name}`, () => {
      const text = readFileSync(join(sample, 'docs/design/proposal-my-trips-at-the-edge.md'), 'utf8');
      const language = Languages.builtIn.find({ languageId: 'markdown' });
      const writing = language && writingAt(text, text.indexOf(line), language, []);
      assert.equal(writing && find(writing)[0], first);
    });
  }

  it('has what a paragraph cites among the first five for four paragraphs in five, without ids, links, dates and words of the title', () => {
    const files = globSync('**/*', { cwd: sample, nodir: true, ignore: ['docs/incidents/**', 'build/**'] });
    const queries = files.flatMap((file) => citingQueries(file, readFileSync(join(sample, file), 'utf8'), reviews));
    const hits = queries.filter(({ writing, target }) => find(writing).includes(target.id));
    assert.ok(queries.length >= 40);
    assert.ok(hits.length >= queries.length * 0.8, `${hits.length} of ${queries.length}`);
  });
});
