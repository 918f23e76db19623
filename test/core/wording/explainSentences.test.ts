import assert from 'node:assert/strict';
import type { Explanation } from '../../../src/core/citations/explain';
import { explainSentences } from '../../../src/core/wording/explainSentences';
import { reviewOf } from './reviewOf';

const base: Explanation = {
  language: 'go',
  place: 'comment',
  matchIn: 'comments',
  isSearched: true,
  reviewCount: 3,
  families: ['INC-<n>'],
  closest: [],
};
const found = { start: 0, end: 5, text: 'INC-7', id: 'INC-7', kind: 'comment', form: 'id' } as const;
const word = (text: string, verdict: NonNullable<Explanation['word']>['verdict'], inner?: string) => ({
  word: { start: 0, end: text.length, text, verdict, ...(inner === undefined ? {} : { inner }) },
});

describe('explainSentences', () => {
  const cases: Record<string, [told: Partial<Explanation>, ...sentences: string[]]> = {
    'names the review that is recognised': [
      { citation: { ...found, reviews: [reviewOf()] } },
      'INC-7 is recognised: Retries piled up behind checkout.',
    ],
    'says what is closest to an unknown id': [
      { citation: { ...found, reviews: [] }, closest: ['INC-70'] },
      'INC-7 is recognised, but no review here has this id.',
      'Closest: INC-70.',
    ],
    'says that there is no library': [{ reviewCount: 0 }, 'No reviews were found, so there is nothing to recognise.'],
    'says that only comments count': [
      { isSearched: false, place: 'string', ...word('INC-7', 'known') },
      'Only comments count in go, and INC-7 stands in a string. What else counts is set by precedent.matchIn.',
    ],
    'says what helps with an unknown language': [
      { isSearched: false, place: 'unknownLanguage' },
      'It is not known how this language marks its comments. Say it in precedent.comments.',
    ],
    'says how a date counts': [
      word('2020-02-12', 'date'),
      '2020-02-12 is a date, which counts only behind a marker (incident: 2020-02-12), in a link or in a path.',
    ],
    'names the id inside of a longer word': [
      word('XINC-7', 'insideLongerWord', 'INC-7'),
      'INC-7 stands inside of a longer word, XINC-7, where it is not looked for.',
    ],
    'says what ids look like here': [
      word('TKT-9', 'unknownFamily'),
      'TKT-9 looks like an id, but no review here has one like it.',
      'Ids here look like INC-<n>.',
    ],
    'has something to say of blanks': [{}, 'Nothing stands here that could be an id.'],
  };
  for (const [name, [told, ...sentences]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(explainSentences({ ...base, ...told }), sentences));
  }
});
