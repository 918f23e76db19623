import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { citingSentence } from '../../../src/core/citations/citingSentence';
import { readSpans } from '../../../src/core/citations/commentSpans';
import { Languages } from '../../../src/core/citations/languages';
import { marked } from '../../support/marked';

function sentenceOf(languageId: string, source: string): string {
  const { text, spans } = marked(source);
  const language = Languages.builtIn.find({ languageId });
  const [citation] = spans;
  assert.ok(language && citation);
  return citingSentence(text, citation, readSpans(text, language));
}

describe('citingSentence', () => {
  const cases: Record<string, [languageId: string, source: string, sentence: string]> = {
    'takes a short comment as a whole': ['typescript', 'a(); // Capped, see «INC-7».\nb();', 'Capped, see INC-7.'],
    'joins line comments that stand together': [
      'go',
      '\t// Never wait for more than one lock:\n\t// «INC-7» began so.\n\tlock()',
      'Never wait for more than one lock: INC-7 began so.',
    ],
    'takes the marks off a block comment': [
      'java',
      '/**\n * Holds are let go one by one.\n *\n * @see «INC-7»\n */',
      'Holds are let go one by one. @see INC-7',
    ],
    'takes the marks off a docstring': ['python', 'def f():\n    """Retry once («INC-7»)."""\n', 'Retry once (INC-7).'],
    'takes the marks off HTML': ['html', '<!-- cached since «INC-7» -->', 'cached since INC-7'],
    'takes the marks off JSX': ['typescriptreact', 'x = <a>{/* no retry: «INC-7» */}</a>;', 'no retry: INC-7'],
    'takes the marks off SQL': ['sql', '-- «INC-7»: one index at a time\nSELECT 1;', 'INC-7: one index at a time'],
    'takes the marks off batch files': ['bat', 'REM since «INC-7»', 'since INC-7'],
    'takes the marks off Lisp': ['lisp', ';; since «INC-7»\n', 'since INC-7'],
    'takes the marks off Haskell': ['haskell', '-- | since «INC-7»\n', 'since INC-7'],
    'takes the marks off templates': ['handlebars', '{{!-- since «INC-7» --}}', 'since INC-7'],
    'takes what AsciiDoc says of a block for no part of its text': [
      'asciidoc',
      '[[sale]]\n.About the sale\n[quote,Hanne]\nThe opening of June 2023,\nsee «INC-7» for it all.\n',
      'The opening of June 2023, see INC-7 for it all.',
    ],
    'takes the title of a block by itself': ['asciidoc', '[[sale]]\n.About «INC-7»\nThe opening.\n', '.About INC-7'],
    'takes a line that begins with a dot for text': [
      'markdown',
      'Since then we are on\n.NET 8, which «INC-7» was about.\n',
      'Since then we are on .NET 8, which INC-7 was about.',
    ],
    'takes a label between its quotes': [
      'dot',
      'digraph { a [label="held\\nby lot («INC-7»)"]; b }',
      'held by lot (INC-7)',
    ],
    'takes a label of HTML without its tags': [
      'dot',
      'a [label=<through <i>the room</i>: «INC-7»>]',
      'through the room: INC-7',
    ],
    'takes what stands between brackets': ['mermaid', 'flowchart LR\n A[holds, «INC-7»] --> B', 'holds, INC-7'],
    'takes quotes before brackets': ['mermaid', 'flowchart LR\n A[("holds («INC-7»)")] --> B', 'holds (INC-7)'],
    'takes what is said in a message': [
      'mermaid',
      'sequenceDiagram\n A->>B: publish («INC-7»)\n B->>A: done',
      'publish (INC-7)',
    ],
    'takes a line of a note': [
      'plantuml',
      'note over V\n  NTP first\n  else quartz («INC-7»)\nend note',
      'else quartz (INC-7)',
    ],
    'takes a comment of a diagram': [
      'mermaid',
      'flowchart LR\n  %% through the room: «INC-7»\n  A --> B',
      'through the room: INC-7',
    ],
    'takes a label in a fence of prose': [
      'markdown',
      'Before.\n\n```mermaid\nflowchart LR\n A["held («INC-7»)"]\n```\n',
      'held (INC-7)',
    ],
    'takes a label of draw.io without its markup': [
      'drawio',
      '<mxCell value="&lt;b&gt;pods&lt;/b&gt;&lt;br&gt;born with it («INC-7»)"/>',
      'pods born with it (INC-7)',
    ],
    'takes text of a drawing': ['svg', '<svg><text x="1">parked («INC-7»)</text></svg>', 'parked (INC-7)'],
    'takes the value of a line of front matter alone': [
      'markdown',
      '---\ntitle: "After «INC-7», slowly"\nrelated: [INC-12]\n---\n\nText.\n',
      'After INC-7, slowly',
    ],
    'takes nothing of front matter that holds names only': [
      'markdown',
      '---\ntitle: A\nrelated: [«INC-7», docs/incidents/INC-12.md]\n---\n\nText.\n',
      '',
    ],
    'takes nothing of an item of front matter that is a name': [
      'markdown',
      '---\nrelated:\n  - "«INC-7»"\n---\n\nText.\n',
      '',
    ],
    'works with CRLF': ['c', '/* a\r\n * b «INC-7»\r\n * c */', 'a b INC-7 c'],
    'takes the sentence of a long comment': [
      'typescript',
      `// ${'Words that fill the line come first. '.repeat(5)}\n// The queue is drained in small batches because of «INC-7». More follows.`,
      'The queue is drained in small batches because of INC-7.',
    ],
    'takes the sentence before one that says next to nothing': [
      'typescript',
      `// ${'Words that fill the line come first. '.repeat(5)}\n// The queue is drained in small batches. See «INC-7». More follows.`,
      'The queue is drained in small batches. See INC-7.',
    ],
    'takes the sentence before one that is a link and no more': [
      'markdown',
      'Resolvers will have picked it up by then. [Half the islands](../incidents/«INC-43»-half-the-islands.md)\n',
      'Resolvers will have picked it up by then. [Half the islands](../incidents/INC-43-half-the-islands.md)',
    ],
    'takes the sentence after one that says next to nothing and is the first': [
      'markdown',
      '«docs/incidents/INC-52-full-twice.md». Two processes each planned a boat. They did not know.\n',
      'docs/incidents/INC-52-full-twice.md. Two processes each planned a boat.',
    ],
    'takes the sentence of a paragraph': [
      'markdown',
      '# Queues\n\nWe start small. After «INC-7» we drain\nin small batches, e.g. ten at a time. More follows.\n',
      'After INC-7 we drain in small batches, e.g. ten at a time.',
    ],
    'stays within a list item': [
      'markdown',
      '- one thing\n- another, because «INC-7» taught us so\n- a third\n',
      'another, because INC-7 taught us so',
    ],
    'stays within a table row': [
      'markdown',
      '| a | b |\n|---|---|\n| drained slowly | «INC-7» |\n',
      'drained slowly INC-7',
    ],
    'stays within a heading': ['markdown', '## After «INC-7», slowly\nText.', 'After INC-7, slowly'],
    'ends sentences of Japanese': [
      'markdown',
      '最初の文。«INC-7»の障害の後、小さなバッチに分けて少しずつ処理するように変更しましたので注意してください。次の文。',
      'INC-7の障害の後、小さなバッチに分けて少しずつ処理するように変更しましたので注意してください。',
    ],
  };

  for (const [name, [languageId, source, sentence]] of Object.entries(cases)) {
    it(name, () => assert.equal(sentenceOf(languageId, source), sentence));
  }

  it('cuts a sentence that never ends, around the citation', () => {
    const sentence = sentenceOf('markdown', `${'word '.repeat(500)}«INC-7»${' word'.repeat(500)}`);
    assert.ok(sentence.length <= 320 && sentence.includes('INC-7'), sentence);
    assert.ok(sentence.startsWith('…word ') && sentence.endsWith(' word…'), sentence);
  });

  it('is one line that holds the citation, whatever stands around it', () => {
    const around = fc
      .array(fc.constantFrom('\n', '\r\n', '// ', '/* ', '*/', '# ', '| ', 'a. ', ' b', '"', '- ', '`'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom('typescript', 'markdown', 'python', 'html'),
        (before, after, languageId) => {
          const sentence = sentenceOf(languageId, `${before} «INC-7» ${after}`);
          assert.ok(sentence.includes('INC-7') && !/[\r\n]/.test(sentence), sentence);
        },
      ),
    );
  }).timeout(60_000);
});
