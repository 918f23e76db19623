import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writtenNames } from '../../../src/core/citations/writtenNames';

/** The same, word by word and line by line: where nothing is marked with backticks. */
function namesWordByWord(text: string): { readonly name: string; readonly offset: number; readonly isCode: boolean }[] {
  let isFenced = false;
  let start = 0;
  return text.split(/(\r\n|\r|\n)/).flatMap((line) => {
    const begun = start;
    start += line.length;
    if (/^\s{0,3}(?:~~~|-{4}\s*$|\.{4}\s*$)/.test(line)) {
      isFenced = !isFenced;
      return [];
    }
    return [...line.matchAll(/[\w.\-/\\:@$+%\u00c0-\u1fff\u3040-\ud7ff]+/g)].flatMap(({ 0: word, index }) => {
      const bare = word.replace(/^[:+%$]*/, '');
      const name = bare.replace(/[.:+-]+$/, '').replace(/:\d{1,7}(?::\d{1,5})?$/, '');
      const isTelling = /[/\\_]|[\p{L}\d](?:\.|::)[\p{L}\d]|[a-z\d][A-Z]/u.test(word);
      if (!isTelling || name.length < 3 || !/\p{L}/u.test(name)) return [];
      const at = index + word.length - bare.length;
      return [{ name, offset: begun + at, isCode: isFenced || line.charAt(at + name.length) === '(' }];
    });
  });
}

describe('the names that a review writes', () => {
  it('are the words that a joint or a hump tells from others, whatever stands around them', () => {
    const marks = [...' aA1.:/\\_-+$%@()é中×٣\u2028\n\r'];
    const mark = fc.constantFrom(...marks, '::', 'holds', '.go', 'INC', '~~~', '\n~~~', '\n  ----  \n', '....', '\r\n');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (some) => {
        const text = some.join('');
        const found = writtenNames(text, 'markdown');
        assert.deepEqual(
          found.map(({ name, offset, isCode }) => ({ name, offset, isCode })),
          namesWordByWord(text),
        );
      }),
      { numRuns: 1000 },
    );
  });

  const namesIn = (text: string) => writtenNames(text, 'markdown').map(({ name }) => name);

  it('do not stand in lines that a program wrote, nor are such names', () => {
    const long = 'so it went on '.repeat(1000);
    assert.deepEqual(namesIn(`${long}a/b.go\n${long}\nc/d.go ${'x/'.repeat(201)} e/f.go`), ['c/d.go', 'e/f.go']);
  });

  it('are so many at most', () => {
    assert.equal(namesIn('a/b.go\n'.repeat(6000)).length, 5000);
  });
});
