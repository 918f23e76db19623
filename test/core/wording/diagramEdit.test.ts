import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { citationEdit } from '../../../src/core/wording/citationEdit';
import { diagramSamples } from '../citations/diagramSamples';
import { libraryOf, reviewOf } from './reviewOf';

const review = reviewOf({ id: 'INC-7', title: 'The holds', path: 'docs/incidents/INC-7.md' });

/** A text after citing at an offset; nothing where it cannot be cited there. */
function citedAt(languageId: string, text: string, offset: number, cited = review, passage?: string) {
  const language = Languages.builtIn.find({ languageId });
  const known = new KnownIds(libraryOf([cited]));
  const citations = findCitations(text, language, known, { matchIn: 'comments' });
  const edit = citationEdit(cited, passage, { text, language, languageId, citations }, offset);
  return edit && { text: text.slice(0, edit.offset) + edit.text + text.slice(edit.offset), edit };
}

/** Likewise, at `‸`. */
function cited(languageId: string, source: string, passage?: string): string | undefined {
  const offset = source.indexOf('‸');
  return citedAt(languageId, source.replace('‸', ''), offset, review, passage)?.text;
}

describe('citing in a diagram', () => {
  const cases: Record<string, [languageId: string, source: string, wanted: string | undefined]> = {
    'writes a comment on a blank line of Mermaid': [
      'mermaid',
      'flowchart LR\n  ‸\n  A --> B\n',
      'flowchart LR\n  %% see INC-7: The holds\n  A --> B\n',
    ],
    'writes it above a line of Mermaid': [
      'mermaid',
      'flowchart LR\n  A --> B‸\n',
      'flowchart LR\n  %% see INC-7: The holds\n  A --> B\n',
    ],
    'writes into quotes of Mermaid': ['mermaid', 'flowchart LR\n  A["holds‸"]', 'flowchart LR\n  A["holds INC-7"]'],
    'writes into brackets of Mermaid': [
      'mermaid',
      'flowchart LR\n  A[the ‸holds] --> B',
      'flowchart LR\n  A[the INC-7 holds] --> B',
    ],
    'writes into brackets behind quotes': [
      'mermaid',
      'flowchart LR\n  A -->|"a | b"| C[claim‸]',
      'flowchart LR\n  A -->|"a | b"| C[claim INC-7]',
    ],
    'writes on an arrow of Mermaid': [
      'mermaid',
      'flowchart LR\n  A -->|fast‸| B',
      'flowchart LR\n  A -->|fast INC-7| B',
    ],
    'writes into a message of Mermaid': [
      'mermaid',
      'sequenceDiagram\n  A->>B: publish‸',
      'sequenceDiagram\n  A->>B: publish INC-7',
    ],
    'stays out of the name of a node': [
      'mermaid',
      'flowchart LR\n  A‸[x]',
      'flowchart LR\n  %% see INC-7: The holds\n  A[x]',
    ],
    'stays out of a class of Mermaid': [
      'mermaid',
      'classDiagram\n  class A{ +x‸() }',
      'classDiagram\n  %% see INC-7: The holds\n  class A{ +x() }',
    ],
    'adds to a comment of Mermaid': ['mermaid', 'pie\n%% because of‸\n', 'pie\n%% because of INC-7\n'],
    'goes behind the front matter of Mermaid': [
      'mermaid',
      '---\ntitle: ‸A\n---\nflowchart LR\n',
      '---\ntitle: A\n---\n%% see INC-7: The holds\nflowchart LR\n',
    ],
    'leaves a directive of Mermaid alone': [
      'mermaid',
      '%%{init: {\n"a": ‸1}}%%\npie\n',
      '%% see INC-7: The holds\n%%{init: {\n"a": 1}}%%\npie\n',
    ],
    'keeps the ends of lines': [
      'mermaid',
      'pie\r\n  "a" : 1‸\r\n',
      'pie\r\n  %% see INC-7: The holds\r\n  "a" : 1\r\n',
    ],
    'writes into a fence of Markdown': [
      'markdown',
      'Text.\n\n```mermaid\nflowchart LR\n  A‸ --> B\n```\n',
      'Text.\n\n```mermaid\nflowchart LR\n  %% see INC-7: The holds\n  A --> B\n```\n',
    ],
    'writes into a fence of a quote': [
      'markdown',
      '> ```dot\n> a -> b‸\n> ```\n',
      '> ```dot\n> // see INC-7: The holds\n> a -> b\n> ```\n',
    ],
    'writes into an empty fence': ['markdown', '```puml\n‸\n```\n', "```puml\n' see INC-7: The holds\n```\n"],
    'writes prose beside a fence': ['markdown', '```mermaid\npie\n```\n‸', '```mermaid\npie\n```\nINC-7: The holds'],
    'writes a comment of PlantUML': [
      'plantuml',
      '@startuml\nA -> B : x‸\n@enduml',
      "@startuml\n' see INC-7: The holds\nA -> B : x\n@enduml",
    ],
    'writes above a style of PlantUML': [
      'plantuml',
      '@startuml\n<style>\n a‸\n</style>',
      "@startuml\n' see INC-7: The holds\n<style>\n a\n</style>",
    ],
    'writes into a block of AsciiDoc': [
      'asciidoc',
      '[plantuml]\n----\na -> b‸\n----\n',
      "[plantuml]\n----\n' see INC-7: The holds\na -> b\n----\n",
    ],
    'writes a label of Graphviz': ['dot', 'digraph { a [label="held‸"] }', 'digraph { a [label="held INC-7"] }'],
    'stays out of the name of a node of Graphviz': [
      'dot',
      'digraph {\n  "a‸" -> b\n}',
      'digraph {\n  // see INC-7: The holds\n  "a" -> b\n}',
    ],
    'writes above a label of several lines': [
      'dot',
      'digraph {\n  a [label=<x\n‸y>]\n}',
      'digraph {\n  // see INC-7: The holds\n  a [label=<x\ny>]\n}',
    ],
    'writes a comment of Structurizr': [
      'structurizr',
      'model {\n  a = person "A‸"\n}',
      'model {\n  // see INC-7: The holds\n  a = person "A"\n}',
    ],
    'writes a comment of SVG': [
      'svg',
      '<svg>\n  <text>held‸</text>\n</svg>',
      '<svg>\n  <!-- see INC-7: The holds -->\n  <text>held</text>\n</svg>',
    ],
    'writes above a tag of several lines': [
      'svg',
      '<svg>\n  <text\n    x="1"‸>held</text>\n</svg>',
      '<svg>\n  <!-- see INC-7: The holds -->\n  <text\n    x="1">held</text>\n</svg>',
    ],
    'writes behind the declaration of XML': [
      'svg',
      '<?xml version="1.0"?>‸\n<svg/>',
      '<?xml version="1.0"?>\n<!-- see INC-7: The holds -->\n<svg/>',
    ],
    'writes a label of draw.io': [
      'drawio',
      '<mxfile>\n<mxCell value="held‸"/>\n</mxfile>',
      '<mxfile>\n<mxCell value="held INC-7"/>\n</mxfile>',
    ],
    'writes beside an entity of draw.io': [
      'drawio',
      '<mxfile>\n<mxCell value="a&‸lt;br&gt;"/>\n</mxfile>',
      '<mxfile>\n<!-- see INC-7: The holds -->\n<mxCell value="a&lt;br&gt;"/>\n</mxfile>',
    ],
    'splits no word': ['mermaid', 'flowchart LR\n  A[hol‸ds]', 'flowchart LR\n  %% see INC-7: The holds\n  A[holds]'],
    'finds no place in Excalidraw': ['excalidraw', '{"text": "held‸"}', undefined],
    'adds to a citation in a comment': ['dot', '// see INC-7‸\ngraph {}', '// see INC-7, INC-7\ngraph {}'],
    'adds to a citation in a label': [
      'mermaid',
      'flowchart LR\n A["held INC‸-7"]',
      'flowchart LR\n A["held INC-7, INC-7"]',
    ],
  };
  for (const [name, [languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => assert.equal(cited(languageId, source), wanted));
  }

  it('names a passage where the label can hold it, else in a comment', () => {
    assert.equal(cited('mermaid', 'flowchart LR\n A["held‸"]', '14:05'), 'flowchart LR\n A["held INC-7@14:05"]');
    assert.equal(
      cited('mermaid', 'flowchart LR\n A[held‸]', '14:05'),
      'flowchart LR\n %% see INC-7@14:05: The holds\n A[held]',
    );
  });
});

describe('a citation in a diagram', () => {
  it('leaves everything else as it is, whatever the diagram and the title', () => {
    const mark = fc.constantFrom(
      ...[
        '"',
        "'",
        '[',
        ']',
        '|',
        '{',
        '}',
        '<',
        '>',
        '%%',
        '//',
        '/*',
        '*/',
        "/'",
        '<!--',
        '-->',
        ':',
        '->',
        '\n',
        '\r\n',
        'a',
        ' ',
        'flowchart LR\n',
        'label=',
        'value=',
        '---\n',
        '<?xml ?>',
      ],
    );
    const texts = fc.array(mark, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(diagramSamples)),
        texts,
        fc.nat(200),
        fc.string({ unit: 'binary', maxLength: 30 }),
        (languageId, text, at, title) => {
          const after = citedAt(languageId, text, at % (text.length + 1), { ...review, title } as ReviewDocument);
          if (!after) return;
          const { offset, text: inserted } = after.edit;
          assert.equal(after.text.slice(0, offset) + after.text.slice(offset + inserted.length), text);
          assert.ok(inserted.trim().split(/\r\n|\r|\n/).length === 1, inserted);
          assert.ok(inserted.includes('INC-7'));
        },
      ),
    );
  });
});
