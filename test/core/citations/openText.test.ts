import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { citableSpans } from '../../../src/core/citations/citableSpans';
import { citationGroups } from '../../../src/core/citations/citationGroups';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { type Language, Languages } from '../../../src/core/citations/languages';
import { OpenText } from '../../../src/core/citations/openText';
import { scanText } from '../../../src/core/citations/scanText';
import { marked } from '../../support/marked';
import { diagramSamples } from './diagramSamples';
import { languageSamplesOfCode } from './languageSamples';
import { libraryOf } from './libraryOf';
import { moreLanguageSamples } from './moreLanguageSamples';

const samples = Object.entries({
  ...diagramSamples,
  ...languageSamplesOfCode,
  ...moreLanguageSamples,
  markdown:
    '# INC-1\n\n```\nINC-2\n```\n`INC-3`\n\n```mermaid\nA[INC-4]\nstyle A fill:INC-5\n```\n\n~~~dot\n"INC-6" /* INC-7\n~~~\n',
});
const known = new KnownIds(libraryOf(Array.from({ length: 30 }, (_, index) => `INC-${index}`)));
const options = { matchIn: 'comments' } as const;

/** Pieces that change how what follows is read, among others that do not. */
const piece = fc.oneof(
  fc.constantFrom(
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
      "'''",
      '<!--',
      '-->',
      '${',
      '}',
      '{',
      '(*',
      '*)',
      '{-',
      '-}',
    ],
    ...[
      '\n',
      '\r',
      '\r\n',
      '<<EOF\n',
      '\nEOF\n',
      '|\n  ',
      ' INC-3 ',
      '```\n',
      '```mermaid\n',
      '```puml\n',
      "/'",
      '~~~dot\n',
      '[plantuml]\n',
      '----\n',
      '=begin\n',
      '<script>',
      '</script>',
      '<?php',
      '?>',
    ],
    ...['%{', 'r#"', '$$', ' ', '\t', '', '/', '<a>', '</a>', '[[', ']]', '#|', '|#', '<%', '%>', '%'],
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), text: piece });

function languageOf(languageId: string): Language {
  const language = Languages.builtIn.find({ languageId });
  assert.ok(language);
  return language;
}

describe('OpenText', () => {
  it('finds what the full scan finds, after any edits, in every language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(edit, { maxLength: 12 }), ([languageId, sample], edits) => {
        const language = languageOf(languageId);
        let { text } = marked(sample);
        const open = new OpenText(text, language, known, options);
        for (const { at, length, text: inserted } of edits) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          open.edit([{ start, end, text: inserted }]);
          text = text.slice(0, start) + inserted + text.slice(end);
          assert.equal(open.text, text);
          const citations = findCitations(text, language, known, options);
          assert.deepEqual(open.citations, citations);
          assert.deepEqual(open.groups, citationGroups(text, language, citations));
          const place = at % (text.length + 1);
          const offset = text.slice(place - 1, place + 1) === '\r\n' ? place - 1 : place;
          assert.equal(open.counts(offset), countsAt(text, offset, language));
        }
      }),
      { numRuns: 600 },
    );
  }).timeout(60_000);

  it('knows where a name would count', () => {
    const { text, spans } = marked('x := 1 «»// «»see\n«»y := "«»" /* «»\n«» */ z');
    const open = new OpenText(text, languageOf('go'), known, options);
    assert.deepEqual(
      spans.map(({ start }) => open.counts(start)),
      [false, true, false, false, true, true],
    );
  });

  it('takes several changes at once, each in the text as the one before left it', () => {
    const open = new OpenText('a\nb\nc', languageOf('go'), known, options);
    open.edit([
      { start: 4, end: 5, text: '// INC-2' },
      { start: 0, end: 1, text: '// INC-1' },
    ]);
    assert.equal(open.text, '// INC-1\nb\n// INC-2');
    assert.deepEqual(
      open.citations.map(({ id, start }) => [id, start]),
      [
        ['INC-1', 3],
        ['INC-2', 14],
      ],
    );
  });

  it('reads on to the end of the text when a comment is opened at its top, and back when it is closed', () => {
    const code = Array.from({ length: 50 }, (_, line) => `x${line} := "INC-1"`).join('\n');
    const open = new OpenText(code, languageOf('go'), known, options);
    open.edit([{ start: 0, end: 0, text: '/*' }]);
    assert.equal(open.citations.length, 50);
    open.edit([{ start: 2, end: 2, text: '*/' }]);
    assert.equal(open.citations.length, 0);
  });
});

/** Whether a name written at an offset would count, found by scanning all that stands before. */
function countsAt(text: string, offset: number, language: Language): boolean {
  const before = text.slice(0, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  let counts = false;
  scanText(`${before}x${after}`, language, (line, start, spans) => {
    const column = offset - start;
    counts = citableSpans(line, spans, language, options.matchIn).some(
      (span) => span.start <= column && column < span.end,
    );
  });
  return counts;
}
