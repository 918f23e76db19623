import assert from 'node:assert/strict';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';
import { citedLens } from '../../../src/core/wording/citedLens';
import { citingSentences } from '../../../src/core/wording/citingSentences';
import { indexedCitation } from '../citations/indexedCitation';

const review = { key: '/w/incidents/INC-7.md' };
const library = new Library();
library.setSource({ key: '/w/incidents', path: 'incidents', rules: defaultRules, findings: [] });

describe('the sentences that cite a review', () => {
  it('are two at most, in the order of the citations, each once', () => {
    const citations = ['One.', 'One.', 'Two.', 'Three.'].map((sentence, at) =>
      indexedCitation(`src/${at}.ts`, 'INC-7', { sentence, line: at + 1 }),
    );
    assert.deepEqual(citingSentences(review, citations, library), [
      { sentence: 'One.', path: 'src/0.ts', line: 1 },
      { sentence: 'Two.', path: 'src/2.ts', line: 3 },
    ]);
  });

  it('are those of other places than the one where the reader is, and of other documents than the review', () => {
    const here = indexedCitation('src/a.ts', 'INC-7', { start: 9, sentence: 'Here.' });
    const there = indexedCitation('src/a.ts', 'INC-7', { start: 90, sentence: 'There.' });
    const own = indexedCitation('incidents/INC-7.md', 'INC-7', { sentence: 'Own.', kind: 'review' });
    const told = citingSentences(review, [here, there, own], library, { file: '/w/src/a.ts', start: 9 });
    assert.deepEqual(
      told.map(({ sentence }) => sentence),
      ['There.'],
    );
  });

  it('are never what somebody said: not in a chat beside a review, not in the transcript within one', () => {
    const text = '# INC-8: Login\n\nIt looked like INC-7.\n\n## Transcript\n\n**14:05** Runa: like INC-7 again?\n';
    const file = { key: '/w/incidents/INC-8.md', source: '/w/incidents', path: 'incidents/INC-8.md', text };
    const more = { pathInSource: 'INC-8.md', isTruncated: false, neighbours: [] };
    library.set(file.key, file.source, readReviews({ ...file, ...more }, defaultRules));
    const within = (start: number, sentence: string) =>
      indexedCitation('incidents/INC-8.md', 'INC-7', { start, sentence, kind: 'review' });
    const citations = [
      indexedCitation('incidents/INC-8/chat.txt', 'INC-7', { sentence: 'Oh no, INC-7!', kind: 'prose' }),
      within(text.lastIndexOf('INC-7'), 'Runa: like INC-7 again?'),
      within(text.indexOf('INC-7'), 'It looked like INC-7.'),
      indexedCitation('web/chat.ts', 'INC-7', { sentence: 'Messages wait, see INC-7.' }),
    ];
    assert.deepEqual(
      citingSentences(review, citations, library).map(({ sentence }) => sentence),
      ['It looked like INC-7.', 'Messages wait, see INC-7.'],
    );
  });
});

describe('the lens on the title of a review', () => {
  const sentence = { sentence: 'We wait because of INC-7.', path: 'docs/design/wait.md', line: 3 };
  const cases: Record<
    string,
    [said: Parameters<typeof citedLens>[0], places: number, title: string, isInPart?: boolean]
  > = {
    'says the sentence': [sentence, 1, 'Cited in wait.md: “We wait because of INC-7.”'],
    'says how many more there are': [sentence, 4, 'Cited in wait.md: “We wait because of INC-7.” and 3 more…'],
    'does not quote what nobody wrote': [
      { ...sentence, sentence: 'related reviews of INC-12' },
      1,
      'Cited in wait.md: related reviews of INC-12',
    ],
    'quotes nothing where there is nothing to quote': [undefined, 2, 'Cited in 2 places…'],
    'is nothing where nothing cites it': [undefined, 0, ''],
    'says that not all files were searched': [
      sentence,
      4,
      'Cited so far in wait.md: “We wait because of INC-7.” and 3 more…',
      true,
    ],
    'says so of one place, too': [undefined, 1, 'Cited so far in one place…', true],
  };
  for (const [name, [said, places, expected, isInPart]] of Object.entries(cases))
    it(name, () => assert.equal(citedLens(said, places, isInPart), expected));

  it('draws no icons and shows nothing unseen', () => {
    const title = citedLens({ ...sentence, sentence: 'Look $(flame)\n\u202ehere' }, 1);
    assert.ok(!title.includes('$(') && !/[\n\u202e]/.test(title), title);
  });
});
