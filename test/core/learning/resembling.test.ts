import assert from 'node:assert/strict';
import { readingNames } from '../../../src/core/learning/knownNames';
import { resembling, weighedWords } from '../../../src/core/learning/resembling';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { LibrarySearch } from '../../../src/core/reviews/search';
import { allSteps } from '../../../src/core/steps';
import { readOne } from '../reviews/readOne';

const edge = readOne(
  'INC-1.md',
  `# Pages of strangers

Services: edge

## What happened

A passenger was shown the page of another. The new header removed the one that said \`Cache-Control: private\`.

## Chat log

> mara [10:02 AM] purge the cookie jar, purge the cookie jar

## Sensitive findings

The protected address was on a cookie purge list.
`,
);
const sale = readOne(
  'INC-2.md',
  '# The sale\n\nServices: booking\n\n## What surprised us\n\nEvery hold expired in the same second, and browsers came back together. Mara Lind rang the ferries.\n',
);
const kiosk = readOne('INC-3.md', '# Kiosks\n\nThe resolvers kept the old address for a day, and kiosks for longer.\n');
const fillers = Array.from({ length: 12 }, (_, at) =>
  readOne(
    `INC-${at + 10}.md`,
    `# Number ${at}\n\nIt was slow and then it was not. We looked at the page and waited.\n`,
  ),
);

function searchOver(reviews: readonly ReviewDocument[]) {
  const library = new Library();
  library.setSource({ key: 'incidents', path: 'incidents', rules: defaultRules, findings: [] });
  for (const review of reviews) library.set(review.key, 'incidents', { kind: 'reviews', reviews: [review] });
  const search = new LibrarySearch(library);
  for (const _ of search.preparing());
  return { search, names: allSteps(readingNames(library)) };
}

function find(
  paragraph: string,
  { section = '', headings = '', isWanted = (_: ReviewDocument): boolean => true } = {},
) {
  const { search, names } = searchOver([edge, sale, kiosk, ...fillers]);
  return resembling(search, { paragraph, section, headings }, names, isWanted, 5);
}

const ids = (found: ReturnType<typeof find>) => found.map(({ review }) => review.id);

describe('resembling', () => {
  it('finds the passage that shares the rare words, with its heading and the words', () => {
    const [first] = find('Cache each page at the edge and override the private header for passengers.');
    assert.equal(first?.review, edge);
    assert.equal(first.passage, 'what-happened');
    assert.deepEqual(first.headingPath, ['What happened']);
    assert.equal(first.line, 7);
    assert.deepEqual([...first.matched].sort(), ['cache', 'header', 'passenger', 'private']);
    assert.deepEqual(
      first.ranges.map(({ start, end }) => first.excerpt.slice(start, end)),
      ['passenger', 'header', 'Cache', 'private'],
    );
  });

  it('takes forms of a word for the word', () => {
    assert.deepEqual(ids(find('When a browser retries, holds that expire come back.')), ['INC-2']);
  });

  it('looks at the section where the paragraph says little', () => {
    assert.deepEqual(ids(find('And then?', { section: 'Resolvers keep the address of kiosks.' })), ['INC-3']);
  });

  it('finds nothing where only common words, or a single one, are shared', () => {
    assert.deepEqual(ids(find('We looked at the page, and then we waited.')), []);
    assert.deepEqual(ids(find('The header of this form is blue.')), []);
  });

  it('finds nothing by numbers, nor by words that any two texts share', () => {
    const told = readOne(
      'INC-8.md',
      '# Trips\n\nIt took 50 ms, half of the trips were shown by 14:06, and someone had an idea.\n',
    );
    const { search, names } = searchOver([told, ...fillers]);
    const about = (paragraph: string) =>
      ids(resembling(search, { paragraph, section: '', headings: '' }, names, () => true, 5));
    assert.deepEqual(about('Half written: my trips in 50 ms, an idea of 14:06.'), []);
    assert.deepEqual(about('Trips that are shown to half of us.'), ['INC-8']);
  });

  it('finds a passage by one rare name that the library knows, but not by another word', () => {
    const told = readOne(
      'INC-8.md',
      '# Late\n\nServices: ledger\n\n## What happened\n\nThe ledger was full on Monday.\n',
    );
    const many = Array.from({ length: 60 }, (_, at) => readOne(`INC-${at + 10}.md`, `# Number ${at}\n\nWe looked.\n`));
    const { search, names } = searchOver([told, ...many]);
    const about = (paragraph: string, known = names) =>
      ids(resembling(search, { paragraph, section: '', headings: '' }, known, () => true, 5));
    assert.deepEqual(about('On Monday we move the ledger.'), ['INC-8']);
    assert.deepEqual(about('On Monday we move the ledger.', { things: new Set(), people: new Set() }), []);
  });

  it('says that a passage begins within a paragraph, and parts the items of a list', () => {
    const long = readOne(
      'INC-9.md',
      `# Long\n\n${'It went on for a while and nobody knew\n'.repeat(60)}until the quorum was lost\n\n- in the lighthouse\n- at sea\n`,
    );
    const { search, names } = searchOver([long, ...fillers]);
    const writing = { paragraph: 'A quorum in each lighthouse', section: '', headings: '' };
    const [first] = resembling(search, writing, names, () => true, 5);
    assert.match(first?.excerpt ?? '', /^… .*until the quorum was lost · in the lighthouse · at sea$/);
  });

  it('never tells what people said, nor what stands under an excluded heading', () => {
    const found = find('Purge the cookie jar, and the purge list with each cookie.');
    assert.deepEqual(ids(found), []);
  });

  it('leaves out what is not wanted', () => {
    assert.deepEqual(ids(find('Holds expire in browsers.', { isWanted: ({ id }) => id !== 'INC-2' })), []);
  });

  it('takes no name of a person for a likeness', () => {
    const people: ReviewDocument = { ...sale, people: ['Mara Lind'] };
    const { names } = searchOver([people]);
    const words = weighedWords({ paragraph: 'Mara Lind asks about ferries', section: '', headings: '' }, names);
    assert.deepEqual(
      words.map(({ word }) => word),
      ['asks', 'ferries'],
    );
  });

  it('has names of services, and what is written as code is, count for more', () => {
    const { names } = searchOver([edge]);
    const words = weighedWords(
      { paragraph: 'the edge keeps proxy_cache_lock on disk', section: '', headings: '' },
      names,
    );
    const weights = new Map(words.map(({ word, weight }) => [word, weight]));
    const [disk = 0] = [weights.get('disk')];
    for (const word of ['edge', 'proxy', 'cache', 'lock']) assert.ok((weights.get(word) ?? 0) > disk, word);
  });

  it('says where words are that do not stand in the first lines', () => {
    const long = readOne(
      'INC-9.md',
      `# Long\n\n${'It went on for a while and nobody knew. '.repeat(12)}Then the quorum was lost in the lighthouse.\n`,
    );
    const { search, names } = searchOver([long, ...fillers]);
    const [first] = resembling(
      search,
      { paragraph: 'A quorum in each lighthouse', section: '', headings: '' },
      names,
      () => true,
      5,
    );
    assert.equal(first?.excerpt, '… Then the quorum was lost in the lighthouse.');
    assert.equal(first?.ranges.length, 2);
  });

  it('answers the same however the library came together', () => {
    const writing = {
      paragraph: 'Cache the page with a private header; holds expire in browsers.',
      section: '',
      headings: '',
    };
    const all = [edge, sale, kiosk, ...fillers];
    const told = [all, all.toReversed()].map((reviews) => {
      const { search, names } = searchOver(reviews);
      return resembling(search, writing, names, () => true, 5).map(({ review, matched }) => [review.id, matched]);
    });
    assert.deepEqual(told[0], told[1]);
  });
});
