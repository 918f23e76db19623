import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dataBlocks } from '../../../src/core/reviews/dataBlocks';
import { wordsOf } from '../../../src/core/reviews/storyBlock';
import { storyBlocks, wordsIn } from '../../../src/core/reviews/storyBlocks';
import { textLines } from '../../../src/core/text/textLine';

type Format = Parameters<typeof storyBlocks>[1];

describe('storyBlocks', () => {
  const cases: Record<string, [format: Format, text: string, blocks: string[]]> = {
    'reads headings, paragraphs and lists': [
      'asciidoc',
      '= The pump\n\nIt came in waves.\n\n* one\n* two\n',
      ['heading: The pump', 'paragraph: It came in waves.', 'item: one', 'item: two'],
    ],
    'reads code with its language': [
      'rst',
      'So:\n\n.. code-block:: sql\n\n   select 1\n',
      ['paragraph: So:', 'code: \n   select 1'],
    ],
    'shows the title of a block as it stands': [
      'asciidoc',
      '.Holds per second\n|===\n|a |b\n|===\n',
      ['asItStands: .Holds per second', 'row: a\nb'],
    ],
    'shows a directive that includes other text': [
      'asciidoc',
      'include::rest.adoc[]\n',
      ['asItStands: include::rest.adoc[]'],
    ],
    'leaves out comments and what shapes the document': [
      'asciidoc',
      '// draft\n[source,sql]\n----\nselect 1\n----\n',
      ['code: select 1'],
    ],
    'reads an image that stands for itself': [
      'rst',
      'Look.\n\n.. image:: waves.png\n   :alt: Waves\n',
      ['paragraph: Look.', 'image: waves.png Waves'],
    ],
    'tells what a document says of itself': [
      'org',
      '#+TITLE: The pump\n\nText.\n',
      ['field: TITLE The pump', 'paragraph: Text.'],
    ],
    'takes plain text as it is': [
      'plain',
      'The pump\n\nIt came in waves.\n',
      ['heading: The pump', 'paragraph: It came in waves.'],
    ],
  };
  for (const [name, [format, text, blocks]] of Object.entries(cases)) {
    it(name, () => {
      const found = storyBlocks(textLines(text), format).blocks.map((block) => `${block.kind}: ${wordsOf(block)}`);
      assert.deepEqual(found, blocks);
    });
  }

  it('loses no word of plain text, never throws, and keeps the order of lines', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# A',
        '- b',
        '1. one',
        '0)',
        '> c',
        '| d | e |',
        '|---|---|',
        '```',
        '    f',
        '[g]: h',
        '<div>',
        '<!-- i -->',
        '===',
        '',
      ),
      // The language that a fence names is no word of the text.
      fc.string({ maxLength: 20 }).filter((text) => !/~~~|```/.test(text)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { blocks } = storyBlocks(textLines(text), 'plain');
        const told = new Set(blocks.flatMap((block) => wordsIn(wordsOf(block))));
        for (const word of wordsIn(text)) assert.ok(told.has(word), `${word} is lost`);
        const order = blocks.map(({ line: at }) => at);
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('never throws in any format', () => {
    const formats = fc.constantFrom<Format>('asciidoc', 'rst', 'org', 'plain');
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), formats, (text, format) => {
        storyBlocks(textLines(text), format);
      }),
    );
  });
});

describe('dataBlocks', () => {
  const text = [
    'title: The pump # for now',
    'date: 2023-06-07',
    'services: [booking, web]',
    'timeline:',
    '  - time: "14:00"',
    '    event: Sale opens.',
    'summary: |',
    '  It came in **waves**.',
  ].join('\n');

  it('tells facts as fields, lists as items, texts as Markdown, and what is left as it stands', () => {
    const found = dataBlocks(text, textLines(text), 'yaml').map((block) => `${block.kind}: ${wordsOf(block).trim()}`);
    assert.deepEqual(found, [
      'field: title The pump',
      'field: date 2023-06-07',
      'field: services booking, web',
      'heading: timeline',
      'item: time: 14:00\nevent: Sale opens.',
      'heading: summary',
      'markdown: It came in **waves**.',
      'asItStands: title: The pump # for now',
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (rest) => {
        const whole = `title: a\ndate: 2020-01-01\n${rest}`;
        dataBlocks(whole, textLines(whole), 'yaml');
      }),
    );
  });
});
