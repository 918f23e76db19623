import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutText } from '../../../src/core/wording/cutText';
import { ageInWords, dateInWords } from '../../../src/core/wording/datesInWords';
import { escapeIcons } from '../../../src/core/wording/escapeIcons';
import { escapeMarkdown } from '../../../src/core/wording/escapeMarkdown';
import { lensTitle } from '../../../src/core/wording/lensTitle';
import { oneLine } from '../../../src/core/wording/oneLine';
import { reviewOf } from './reviewOf';

describe('lensTitle', () => {
  it('is the title of the one review', () => {
    assert.equal(lensTitle([reviewOf()]), 'Retries piled up behind checkout');
  });

  it('is the id where there is no title', () => {
    assert.equal(lensTitle([reviewOf({ title: '' })]), 'INC-7');
  });

  it('joins up to three ids and says how many more there are', () => {
    const reviews = [7, 9, 12, 20, 31].map((number) => reviewOf({ id: `INC-${number}` }));
    assert.equal(lensTitle(reviews.slice(0, 3)), 'INC-7 · INC-9 · INC-12');
    assert.equal(lensTitle(reviews), 'INC-7 · INC-9 · INC-12 and 2 more');
  });

  it('says when several reviews have one id', () => {
    assert.equal(lensTitle([reviewOf(), reviewOf({ path: 'b.md' })]), 'INC-7: 2 reviews have this id');
  });

  it('draws no icons', () => {
    assert.equal(lensTitle([reviewOf({ title: 'All $(zap) of it' })]), 'All ＄(zap) of it');
  });

  it('is nothing where there is no review', () => {
    assert.equal(lensTitle([]), '');
  });
});

describe('cutText', () => {
  it('sees the characters that Intl.Segmenter sees, in any text', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '\r',
        '\n',
        '\u0301',
        '\u200d',
        '\u0600',
        '👩',
        '🏽',
        '\ud83d',
        '한',
        'ᄀ',
        '\ufe0f',
        '1',
        '🇩',
        '🇪',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('');
        const seen: string[] = [];
        cutText(text, Number.MAX_SAFE_INTEGER, (grapheme) => {
          seen.push(grapheme);
          return 0;
        });
        // The first cost asked for is that of the mark that says that something was cut.
        const expected = [...segmenter.segment(text)].map(({ segment }) => segment);
        assert.deepEqual(seen.slice(1), expected.slice(0, seen.length - 1));
        if (expected.every(({ length }) => length <= 48)) assert.equal(seen.length - 1, expected.length);
      }),
      { numRuns: 500 },
    );
  });

  const cases: Record<string, [text: string, most: number, cut: string]> = {
    'keeps what fits': ['one two', 7, 'one two'],
    'cuts at the end of a word': ['one two three', 11, 'one two…'],
    'keeps a word that ends just there': ['one two three', 8, 'one two…'],
    'puts one ellipsis only': ['one two… three four', 10, 'one two…'],
    'leaves no comma behind': ['one two, three', 11, 'one two…'],
    'cuts inside where there are no spaces': ['再試行が積み上がった', 5, '再試行が…'],
    'cuts inside a word that would take half of the room': ['a bcdefghijklmnop', 10, 'a bcdefgh…'],
    'never cuts an emoji': ['👩‍💻👩‍💻👩‍💻', 2, '👩‍💻…'],
    'never cuts a letter from its accents': ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    'gives nothing where there is no room': ['one', 0, ''],
    'leaves out a letter with a hundred accents': [`a${'\u0301'.repeat(100)}`, 10, '…'],
  };
  for (const [name, [text, most, cut]] of Object.entries(cases)) {
    it(name, () => assert.equal(cutText(text, most), cut));
  }

  it('never gives more than it may, and always a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, most) => {
        const cut = cutText(text, most);
        assert.ok([...new Intl.Segmenter('en').segment(cut)].length <= most);
        assert.ok(cut === text || text.startsWith(cut.slice(0, -1)));
      }),
    );
  });
});

describe('oneLine', () => {
  const cases: Record<string, [text: string, shown: string]> = {
    'joins lines and spaces': [' a \r\n\t b\u2028c\u0085d ', 'a b c d'],
    'shows bidi controls': ['safe\u202Egnp', 'safe\\u202Egnp'],
    'shows zero-width characters': ['a\u200Bb\uFEFFc\u200Dd', 'a\\u200Bb\\uFEFFc\\u200Dd'],
    'shows control characters': ['a\u0000b\u001B[1m', 'a\\u0000b\\u001B[1m'],
    'shows tags': ['a\u{E0041}', 'a\\u{E0041}'],
    'shows half a character': ['a\uD83D', 'a\\uD83D'],
    'keeps emoji together': ['👩‍💻 ❤️ 👩🏽‍🚀 5️⃣', '👩‍💻 ❤️ 👩🏽‍🚀 5️⃣'],
    'keeps Persian and Hindi spelling': ['می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
  };
  for (const [name, [text, shown]] of Object.entries(cases)) {
    it(name, () => assert.equal(oneLine(text), shown));
  }
});

describe('escapeMarkdown', () => {
  it('turns all ASCII punctuation into entities', () => {
    assert.equal(escapeMarkdown('<a>[b](c)'), '&#60;a&#62;&#91;b&#93;&#40;c&#41;');
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        assert.match(escapeMarkdown(text).replaceAll(/&#\d+;/g, ''), /^[A-Za-z\d ]*$/);
      }),
    );
  });
});

describe('escapeIcons', () => {
  it('keeps the length, so that ranges stay right', () => {
    assert.equal(escapeIcons('a $(zap) \\$(zap) $5').length, 'a $(zap) \\$(zap) $5'.length);
    assert.ok(!escapeIcons('$($(zap))').includes('$('));
  });
});

describe('dateInWords', () => {
  const cases: [date: string, words: string][] = [
    ['2026-05-09', '9 May 2026'],
    ['2026-12', 'December 2026'],
    ['2026', '2026'],
    ['2026-13-01', '2026-13-01'],
    ['yesterday', 'yesterday'],
  ];
  for (const [date, words] of cases) {
    it(`says ${words} for ${date}`, () => assert.equal(dateInWords(date), words));
  }
});

describe('ageInWords', () => {
  const cases: [date: string, words: string | undefined][] = [
    ['2026-08-01', 'today'],
    ['2026-07-31', 'yesterday'],
    ['2026-07-20', '12 days ago'],
    ['2026-07-10', '3 weeks ago'],
    ['2026-02-01', '5 months ago'],
    ['2020-02-01', '6 years ago'],
    ['2026-07', 'last month'],
    ['2025', 'last year'],
    ['2026', 'this year'],
    ['2026-08-02', undefined],
    ['soon', undefined],
  ];
  for (const [date, words] of cases) {
    it(`says ${words} for ${date}`, () => assert.equal(ageInWords(date, '2026-08-01'), words));
  }
});
