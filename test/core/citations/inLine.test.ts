import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inLine } from '../../../src/core/citations/inLine';
import { linesOf } from '../../../src/core/citations/lines';

const sources = [
  ...[
    '^[ \\t]*[;#]',
    '(?<=\\s)[;#](?=\\s|$)',
    'a[^b]*',
    '(?<![\\w"])x\\W?',
    '^\\s*$',
    '\\s+a|b$',
    '(?<!\\S)#',
    '\\bx\\b',
  ],
  ...['"(?=[^"]*")', '(?:a|\\s){0,3}x', '<<(\\w+)', '[\\s;]x', '.x', '(?!\\s)\\D', '\\(\\^\\$', '[$^]'],
];
const pieces = ['a', 'b', 'x', '#', ';', '"', ' ', '\t', '\n', '\r', '\r\n', '<<', '(', '^', '$', '\u2028', 'é'];

describe('inLine', () => {
  it('matches in a whole text what a pattern matches in each line by itself', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...sources), text, (source, text) => {
        const inText = new RegExp(inLine(source), 'y');
        const alone = new RegExp(source, 'y');
        for (const line of linesOf(text)) {
          for (let at = 0; at <= line.text.length; at++) {
            alone.lastIndex = at;
            inText.lastIndex = line.start + at;
            assert.deepEqual([...(inText.exec(text) ?? [])], [...(alone.exec(line.text) ?? [])]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
