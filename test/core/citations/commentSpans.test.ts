import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commentSpans } from '../../../src/core/citations/commentSpans';
import { type Language, Languages } from '../../../src/core/citations/languages';

const languages = Languages.builtIn.ids
  .map((languageId) => Languages.builtIn.find({ languageId }))
  .filter((each) => each !== undefined);
const mark = fc.constantFrom(
  ...[
    '"',
    "'",
    '`',
    '\\',
    '/*',
    '*/',
    '//',
    '#',
    '--',
    '"""',
    '<!--',
    '-->',
    '${',
    '}',
    '{',
    '(',
    ')',
    '\n',
    '\r\n',
    'INC-1',
    ' ',
    '<<A',
    'A',
    '|',
    '$a$',
    '<a>',
    '</',
    '[[',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(mark, { maxLength: 60 }).map((marks) => marks.join('')),
);

function spansOf(source: string, languageId: string): string[] {
  const language = Languages.builtIn.find({ languageId });
  assert.ok(language);
  return commentSpans(source, language).map(({ kind, start, end }) => `${kind}: ${source.slice(start, end)}`);
}

describe('commentSpans', () => {
  it('gives spans inside the text, in order, without overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.constantFrom<Language>(...languages), text, (language, source) => {
        let end = 0;
        for (const span of commentSpans(source, language)) {
          assert.ok(end <= span.start && span.start < span.end && span.end <= source.length);
          end = span.end;
        }
      }),
      { numRuns: 1500 },
    );
  }).timeout(60_000);

  it('takes a comment over several lines as one, with CRLF and without a final newline', () => {
    assert.deepEqual(spansOf('/* a\r\n b */ c // d', 'c'), ['comment: /* a\r\n b */', 'comment: // d']);
    assert.deepEqual(spansOf('/* never closed\n\n', 'c'), ['comment: /* never closed']);
  });

  it('knows a comment at the very start and at the very end', () => {
    assert.deepEqual(spansOf('#a', 'python'), ['comment: #a']);
    assert.deepEqual(spansOf('#', 'python'), ['comment: #']);
    assert.deepEqual(spansOf('', 'python'), []);
  });

  it('takes the #! line for neither', () => {
    assert.deepEqual(spansOf('#!/bin/sh\n#a', 'shellscript'), ['comment: #a']);
  });

  it('takes a heredoc for a string of its own', () => {
    assert.deepEqual(spansOf('a "b" <<X\nc\n\nd\nX\n', 'shellscript'), ['string: "b"', 'string: c\n\nd\nX']);
  });

  it('begins a heredoc with the next line within a string, too', () => {
    assert.deepEqual(spansOf('a <<X "b\nc " #d\nX\ne" #f\n', 'shellscript'), [
      'string: "b\nc " #d\nX\ne"',
      'comment: #f',
    ]);
  });

  it('has no spans in prose', () => assert.deepEqual(spansOf('// a `b`', 'markdown'), []));

  it('comes to an end on a line of 4,000 times the same', () => {
    const hostile = [
      '"\\',
      "'",
      '`',
      '/*',
      '/',
      '<a',
      '${',
      '(',
      '#',
      '|',
      '$a1$ $b2$',
      '``` `` `',
      '= /[',
      '<<A ',
      '---',
      '%w(',
      '\\',
    ];
    for (const language of languages) {
      for (const each of hostile) {
        commentSpans(each.repeat(4_000), language);
      }
    }
  }).timeout(120_000);
});
