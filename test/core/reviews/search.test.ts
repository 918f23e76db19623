import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { LibrarySearch, toSearchResult } from '../../../src/core/reviews/search';
import { IdLane } from '../../../src/core/reviews/searchIdLane';
import { TitleSearch } from '../../../src/core/reviews/searchTitles';
import { isLike } from '../../../src/core/reviews/searchTitleWords';
import { searchTerms } from '../../../src/core/reviews/searchWords';
import { libraryOf, reviewFrom, reviewOf } from '../wording/reviewOf';

const reviews = [
  reviewOf({ id: 'INC-7', title: 'Retries piled up behind checkout' }),
  reviewOf({ id: 'INC-70', title: 'The café cache went cold' }),
  reviewOf({ id: 'INC-31', title: 'Incoming mail was lost', aliases: ['OLD-3', 'https://old.example/7'] }),
  reviewOf({ id: 'PM2021-006', title: '再試行が積み上がった' }),
  reviewOf({ id: '2026-05-09-login-outage', title: 'Login outage' }),
  reviewOf({ id: '003-slow-search', title: 'Search was slow' }),
];

/** The same reviews among so many others that a word index comes first. */
const many = [
  ...reviews,
  ...Array.from({ length: 1200 }, (_, at) => reviewOf({ id: `ZZ-${1000 + at}`, title: `Filler number ${1000 + at}` })),
];

function ids(found: readonly { readonly review: ReviewDocument }[]): string[] {
  return found.map(({ review }) => review.id);
}

describe('searchTerms', () => {
  const cases: Record<string, [text: string, terms: string[]]> = {
    'folds case and accents': ['Café RÉSUMÉ', ['cafe', 'resume']],
    'parts what code joins': ['retry_limit INC-7 a.b', ['retry', 'limit', 'inc', '7', 'a', 'b']],
    'pairs characters of scripts without blanks': ['再試行が', ['再試', '試行', '行が']],
    'keeps a lone character': ['再 a', ['再', 'a']],
    'parts scripts within a run': ['INC7の障害a', ['inc7', 'の障', '障害', 'a']],
    'keeps marks that are letters': ['हिन्दी', ['हिन्दी']],
    'finds none in punctuation': ['… — !', []],
  };
  for (const [name, [text, terms]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(searchTerms(text), terms));
  }
});

describe('IdLane', () => {
  const cases: [query: string, first: string][] = [
    ['inc7', 'INC-7'],
    ['INC 7', 'INC-7'],
    ['inc_007', 'INC-7'],
    ['7', 'INC-7'],
    ['pm2021-6', 'PM2021-006'],
    ['PM2021006', 'PM2021-006'],
    ['6', 'PM2021-006'],
    ['old3', 'INC-31'],
    ['20260509', '2026-05-09-login-outage'],
    ['2026-05', '2026-05-09-login-outage'],
  ];
  for (const [query, first] of cases) {
    it(`finds ${first} by ${query}`, () => assert.equal(ids(new IdLane(reviews).find(query, 5))[0], first));
  }

  it('says where in the id it matched', () => {
    const [whole, begun] = new IdLane(reviews).find('inc7', 5);
    assert.deepEqual(whole, { review: reviews[0], ranges: [{ start: 0, end: 5 }], isWhole: true });
    assert.deepEqual(begun, { review: reviews[1], ranges: [{ start: 0, end: 5 }], isWhole: false });
    assert.deepEqual(new IdLane(reviews).find('7', 1)[0]?.ranges, [{ start: 4, end: 5 }]);
  });

  it('says which former name matched', () => {
    assert.deepEqual(new IdLane(reviews).find('OLD-3', 5)[0], {
      review: reviews[2],
      ranges: [],
      alias: 'OLD-3',
      isWhole: true,
    });
  });

  it('does not take a day for a number', () => {
    assert.deepEqual(new IdLane(reviews).find('9', 5), []);
  });
});

for (const [size, all] of [
  ['a small library', reviews],
  ['a large library', many],
] as const) {
  describe(`findTitles in ${size}`, () => {
    const search = new TitleSearch(all);
    const cases: [query: string, first: string][] = [
      ['inc7', 'INC-7'],
      ['7', 'INC-7'],
      ['retries checkout', 'INC-7'],
      ['chekout', 'INC-7'],
      ['chekcout', 'INC-7'],
      ['retr', 'INC-7'],
      ['checkout retr', 'INC-7'],
      ['cafe', 'INC-70'],
      ['再試行', 'PM2021-006'],
      ['login', '2026-05-09-login-outage'],
      ['old-3', 'INC-31'],
      ['search slow', '003-slow-search'],
    ];
    for (const [query, first] of cases) {
      it(`finds ${first} first by ${query}`, () => assert.equal(ids(search.find(query, 10))[0], first));
    }

    it('puts titles before ids that merely begin so', () => {
      assert.equal(ids(search.find('inc', 10))[0], 'INC-31');
      assert.ok(ids(search.find('inc', 10)).includes('INC-7'));
    });

    it('forgives swapped letters', () => {
      assert.deepEqual(ids(search.find('retreis piled', 10)), ['INC-7']);
      assert.deepEqual(ids(search.find('cehckout', 10)), ['INC-7']);
    });

    it('takes a word that is written somewhere for no typo of another', () => {
      const pair = new TitleSearch([
        reviewOf({ id: 'INC-1', title: 'The clock' }),
        reviewOf({ id: 'INC-2', title: 'The block' }),
      ]);
      assert.deepEqual(ids(pair.find('clock', 10)), ['INC-1']);
      assert.deepEqual(ids(pair.find('clokc', 10)), ['INC-1']);
    });

    it('puts titles with the typed words before those with words that begin so', () => {
      const titled = (id: string, title: string) => reviewOf({ id, title });
      const two = [
        titled('INC-91', 'The vessel moored at a mole'),
        titled('INC-92', 'A mo moored slowly in the harbour'),
      ];
      const found = new TitleSearch([...two, ...all]).find('moored mo', 2);
      assert.deepEqual(ids(found), ['INC-92', 'INC-91']);
    });

    it('narrows with each word', () => {
      assert.deepEqual(ids(search.find('retries mail', 10)), []);
    });

    it('says what matched', () => {
      const [hit] = search.find('retries chekout', 10);
      assert.ok(hit);
      assert.deepEqual(
        hit.titleRanges.map(({ start, end }) => hit.review.title.slice(start, end)),
        ['Retries', 'checkout'],
      );
    });

    it('finds nothing for nothing', () => {
      assert.deepEqual(search.find('  ', 10), []);
      assert.deepEqual(search.find('---', 10), []);
    });

    it('gives no more than asked for', () => {
      assert.equal(search.find('inc', 2).length, 2);
    });
  });
}

describe('isLike', () => {
  const cases: [term: string, word: string, edits: number, like: boolean][] = [
    ['chekout', 'checkout', 1, true],
    ['chekcout', 'checkout', 1, true],
    ['cheeckout', 'checkout', 1, true],
    ['chwckout', 'checkout', 1, true],
    ['chekou', 'checkout', 1, true],
    ['retries', 'retires', 1, true],
    ['cart', 'card', 1, true],
    ['cart', 'lost', 1, false],
  ];
  for (const [term, word, edits, like] of cases) {
    it(`says ${like} for ${term} and ${word}`, () => assert.equal(isLike(term, word, edits), like));
  }
});

describe('findPassages', () => {
  const outage = reviewFrom(
    [
      '# Login outage',
      'Sessions were lost.',
      '## What surprised us | surprises',
      'The **queue** drained [backwards](x.md) while the clock ran.',
      '## Timeline | timeline',
      '- 14:06 The first page went out',
      '### Details',
      'Zookeeper forgot its leader.',
      '## Chat log | transcript',
      '14:07 ana: I think the walrus did it',
      '## Sensitive findings | excluded',
      'The password was hunter2',
      '### More of them',
      'hunter2 again',
      '## Attendees | people',
      'Philippa',
    ].join('\n'),
    { id: 'INC-9', title: 'Login outage', rawTitle: 'Login outage', path: 'incidents/INC-9.md' },
  );
  const mail = reviewFrom('No headings at all.\n\nThe queue was full of résumés.\n再試行が積み上がった\n', {
    id: 'INC-4',
    title: 'Mail',
    path: 'incidents/INC-4.md',
  });

  function prepared(all: readonly ReviewDocument[]): LibrarySearch {
    const search = new LibrarySearch(libraryOf(all));
    for (const _ of search.preparing());
    return search;
  }

  const search = prepared([outage, mail]);

  it('answers with the passage, its headings, its line and the words', () => {
    assert.deepEqual(
      search.findPassages('queue backwards', 5).map(({ score: _, ...hit }) => hit),
      [
        {
          review: outage,
          headingPath: ['What surprised us'],
          passage: 'what-surprised-us',
          line: 4,
          excerpt: 'The queue drained backwards while the clock ran.',
          matched: ['queue', 'backwards'],
          ranges: [
            { start: 4, end: 9 },
            { start: 18, end: 27 },
          ],
          isTranscript: false,
        },
      ],
    );
  });

  it('prints as the command line does', () => {
    const [hit] = search.findPassages('zookeeper', 1);
    assert.ok(hit);
    assert.deepEqual(toSearchResult(hit), {
      id: 'INC-9',
      title: 'Login outage',
      path: 'incidents/INC-9.md',
      heading: 'Timeline › Details',
      excerpt: 'Zookeeper forgot its leader.',
      matched: ['zookeeper'],
      score: hit.score,
    });
  });

  const cases: Record<string, [query: string, ids: string[], matched?: string[]]> = {
    'with a typo': ['zokeeper', ['INC-9'], ['zookeeper']],
    'with swapped letters': ['clokc drianed', ['INC-9'], ['drained', 'clock']],
    'with swapped letters in an unfinished word': ['zoko', ['INC-9'], ['zookeeper']],
    'with an unfinished word': ['zook', ['INC-9'], ['zookeeper']],
    'without accents': ['resumes', ['INC-4'], ['résumés']],
    'in Japanese': ['積み上', ['INC-4'], ['積み上']],
    'in transcripts': ['walrus', ['INC-9'], ['walrus']],
    'by title': ['mail', ['INC-4'], ['mail']],
    'by id': ['INC-9', ['INC-9'], ['inc', '9']],
    'with any word where no passage has all': ['walrus résumés', ['INC-4', 'INC-9']],
    'no words that merely begin so before the last': ['pag forgot', ['INC-9'], ['forgot']],
    'never under an excluded heading': ['hunter2', []],
    'never in lists of people': ['Philippa', []],
  };
  for (const [name, [query, found, matched]] of Object.entries(cases)) {
    it(`finds ${name}`, () => {
      const hits = search.findPassages(query, 5);
      assert.deepEqual(ids(hits).sort(), found);
      if (matched) assert.deepEqual(hits[0]?.matched, matched);
    });
  }

  it('takes a word that is written somewhere for no typo of another', () => {
    const of = (id: string, text: string) => reviewFrom(text, { id, title: id, path: `${id}.md` });
    const all = prepared([of('INC-1', 'Boats and a clock.'), of('INC-2', 'Boats block the lock.')]);
    assert.deepEqual(ids(all.findPassages('boats clock', 5)), ['INC-1']);
    assert.deepEqual(ids(all.findPassages('cluck', 5)), ['INC-1']);
  });

  it('marks transcripts and leaves them out where asked to', () => {
    assert.equal(search.findPassages('walrus', 5)[0]?.isTranscript, true);
    assert.deepEqual(search.findPassages('walrus', 5, 'without'), []);
  });

  it('is not held up by a library that goes on changing', () => {
    const library = libraryOf([
      reviewOf({ id: 'INC-0', title: 'The clock ran', text: '# The clock ran\n\nIt struck thirteen.\n' }),
    ]);
    const search = new LibrarySearch(library);
    let changes = 0;
    for (const _ of search.preparing()) {
      const review = reviewOf({ id: `INC-${++changes}` });
      assert.ok(changes < 1000, 'it ends');
      library.set(`${changes}.md`, review.source, { kind: 'reviews', reviews: [review] });
    }
    assert.equal(search.findPassages('thirteen', 5).length, 1);
    assert.equal(search.findTitles(`INC-${changes}`, 5)[0]?.review.id, `INC-${changes}`, 'as it is now');
  });

  it('follows the library, whoever left a run in the middle', () => {
    const library = libraryOf([outage]);
    const following = new LibrarySearch(library);
    assert.deepEqual(following.findPassages('queue', 5), []);
    following.preparing().next();
    const abandoned = following.preparing();
    abandoned.next();
    abandoned.next();
    library.delete(`${outage.key}#0`);
    library.set(mail.key, mail.source, { kind: 'reviews', reviews: [mail] });
    assert.equal(following.isReady, false);
    for (const _ of following.preparing()) abandoned.next();
    assert.equal(following.isReady, true);
    assert.deepEqual(ids(following.findPassages('queue', 5)), ['INC-4']);
    assert.deepEqual(following.findPassages('zookeeper', 5), []);
  });

  it('answers the same whatever the order of files', () => {
    const all = Array.from({ length: 30 }, (_, at) =>
      reviewFrom(`# Notes\nqueue ${'and '.repeat(at % 3)}\n# More\nqueue`, {
        id: `INC-${at}`,
        path: `incidents/${at}.md`,
      }),
    );
    const places = (each: readonly ReviewDocument[]) =>
      prepared(each)
        .findPassages('queue and', 60)
        .map(({ review, line, score }) => [review.id, line, score]);
    assert.deepEqual(places(all), places(all.toReversed()));
  }).timeout(20_000);

  it('excerpts the summary where only names matched', () => {
    const empty = reviewFrom('', { title: 'Walrus', summary: 'It came\nand went.' });
    assert.equal(prepared([empty]).findPassages('walrus', 1)[0]?.excerpt, 'It came and went.');
  });

  it('leaves front matter alone', () => {
    const review = reviewFrom('---\ntitle: The walrus\n---\nIt came.', { title: 'Other' });
    assert.deepEqual(prepared([review]).findPassages('walrus', 1), []);
  });

  it('excerpts long texts around the words', () => {
    const text = `# Story\n${'Nothing much happened for a while. '.repeat(30)}Then the walrus came. ${'Quiet again. '.repeat(30)}`;
    const [hit] = prepared([reviewFrom(text)]).findPassages('walrus', 1);
    assert.ok(hit);
    assert.ok(hit.excerpt.length <= 230, `${hit.excerpt.length}`);
    assert.match(hit.excerpt, /^….*Then the walrus came\..*…$/);
    assert.deepEqual(
      hit.ranges.map(({ start, end }) => hit.excerpt.slice(start, end)),
      ['walrus'],
    );
  });

  it('takes any text and any query, with ranges that lie on the words', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('queue', '再試行', '# H\n', '**', '[a](b)', 'é', '👩‍💻')),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        texts,
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('queue', '再', 'a 再試')),
        (parts, query) => {
          const any = prepared([reviewFrom(parts.join(' '), { title: parts.join('') })]);
          for (const hit of any.findPassages(query, 5)) {
            assert.ok(hit.line >= 1);
            for (const { start, end } of hit.ranges) assert.ok(start < end && end <= hit.excerpt.length);
          }
          for (const hit of any.findTitles(query, 5)) {
            for (const { start, end } of hit.titleRanges) assert.ok(start < end && end <= hit.review.title.length);
          }
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(20_000);

  it('takes one huge review in many steps', () => {
    const text = `# Story\n${Array.from({ length: 40_000 }, (_, at) => `word${at % 5000}`).join(' ')}`;
    const steps = new LibrarySearch(libraryOf([reviewFrom(text)])).preparing();
    assert.ok([...steps].length > 100);
  }).timeout(20_000);
});
