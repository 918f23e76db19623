import assert from 'node:assert/strict';
import { idPatternProblem } from '../../../src/core/citations/idPatternProblem';

describe('idPatternProblem', () => {
  const fine = [
    ...[
      'INC-\\d+',
      '[A-Z]+-\\d+',
      '[A-Z]{2,}\\d*-\\d{4}-\\d{2,}',
      'incident #(\\d+)',
      'SEV[0-9]-\\w+',
      '\\bINC-\\d+(?:-\\d{3})?\\b',
    ],
    ...['(?:INC|PM)-\\d+', '事故-\\d+', 'INC-(?<id>\\d+)', '(?:-\\d{3}){2}X', 'RCA \\d{4}/\\d+'],
  ];
  for (const pattern of fine) it(`lets ${pattern} run`, () => assert.equal(idPatternProblem(pattern), undefined));

  const refused = [
    ...[
      '(a+)+$',
      '(a|a)*b',
      '(a|aa)+$',
      '\\w+\\d+',
      '.*.*=',
      '(\\w+\\s?)*$',
      '[\\w-]+-[\\w-]+',
      '(.*)x(.*)y',
      '(a?){50}a{50}',
    ],
    ...[
      '',
      'a*',
      '(',
      '(a)\\1',
      '(?=a)b',
      '(?<!a)b',
      'x'.repeat(501),
      '(?:a{1,20}){1,20}$',
      '\\d+(?:-?\\d+)',
      'a+(?:b|)a+',
    ],
  ];
  for (const pattern of refused) {
    it(`refuses ${pattern.slice(0, 40) || 'nothing'}`, () => assert.equal(typeof idPatternProblem(pattern), 'string'));
  }
});
