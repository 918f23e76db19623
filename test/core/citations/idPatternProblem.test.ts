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
  fine.push(
    ...['[A-Z][A-Z0-9]{1,9}-\\d{1,6}', '(?:INC|SEC|SEV){1,3}-\\d+', '(?:INC|SEV|[A-Z]{3})-\\d+', '\\w{2,10}\\d?-'],
    ...[
      '(?:-?\\d)+X',
      'INC-?\\d{1,4}(?:-\\d{1,3})?',
      '\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]{1,80}',
      '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}',
    ],
  );
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
  // Each of these took seconds to minutes on a line of letters when only open-ended repetitions were looked at.
  refused.push(
    ...[`${'a?'.repeat(24)}b`, '(?:a|a){20}b', '(?:a?){20}b', `${'(?:a|a)'.repeat(24)}b`, '(?:(?:a|ab)x?){9}'],
    ...['a{0,15}a{0,15}a{0,15}b', '[a-z]{1,20}[a-z]{1,20}-', `${'(?:ab)?'.repeat(24)}b`, '(?:a?a)+b', '(?:a?b?)+c'],
    '((a{0,1000}){0,1000}){0,1000}b',
    // Numbers so long that they were taken for letters.
    '(?:a{1,99999999999999999}){1,99999999999999999}b',
    'a{1,00000000000000000000000009}'.repeat(9),
  );
  for (const pattern of refused) {
    it(`refuses ${pattern.slice(0, 40) || 'nothing'}`, () => assert.equal(typeof idPatternProblem(pattern), 'string'));
  }
});
