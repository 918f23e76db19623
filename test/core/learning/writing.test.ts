import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Languages } from '../../../src/core/citations/languages';
import { writingAt } from '../../../src/core/learning/writing';
import { marked } from '../../support/marked';

/** What is being written at the first «mark», the others being citations. */
function written(languageId: string, source: string, reviews: readonly { readonly title: string }[] = []) {
  const { text, spans } = marked(source);
  const [at, ...citations] = spans;
  const language = Languages.builtIn.find({ languageId });
  assert.ok(language && at);
  const named = citations.map((citation) => ({ ...citation, reviews }));
  const writing = writingAt(text, at.start, language, named);
  return writing && { ...writing, section: writing.section.replace(/\s+/g, ' ').trim() };
}

describe('writingAt', () => {
  it('tells the paragraph, its section, and the headings above', () => {
    const source = `# A waiting room

Why.

## How

### The door

It lets «»in *n* a second.

- What comes back goes through it
- See [the sale](https://example.com/x) for why

### Failing

Closed.
`;
    assert.deepEqual(written('markdown', source), {
      paragraph: 'It lets in n a second.',
      section: 'It lets in n a second. What comes back goes through it See the sale for why',
      headings: 'A waiting room\nHow\nThe door',
    });
  });

  const paragraphs: Record<string, [languageId: string, source: string, paragraph: string | undefined]> = {
    'takes an item for itself': ['markdown', '- one\n- t«»wo\n- three\n', 'two'],
    'takes the cells of a row': ['markdown', '| a | b |\n| --- | --- |\n| the quay | s«»low |\n', 'the quay slow'],
    'takes what was written last where a new paragraph begins': ['markdown', 'First.\n\nSecond.\n\n«»\n', 'Second.'],
    'takes what comes first under a heading': ['markdown', '# He«»re\n\nFirst.\n\nSecond.\n', 'First.'],
    'reads AsciiDoc': ['asciidoc', '= Title\n\n== One\n\nA *bold* «»move.\n', 'A bold move.'],
    'reads reStructuredText': ['restructuredtext', 'Title\n=====\n\nA ``cod«»e``.\n', 'A code.'],
    'reads text without marks': ['plaintext', 'One.\n\nTw«»o.\n', 'Two.'],
    'leaves citations out': ['markdown', 'The pump,«» see «INC-7», again.\n', 'The pump, see , again.'],
    'leaves addresses out': ['markdown', 'The pump:«» https://example.com/pump?x=1 again.\n', 'The pump: again.'],
    'takes the comment one is in': [
      'typescript',
      '// ask «»again\n// later\nrun(); // not this\n',
      '// ask again\n// later',
    ],
    'takes the comment behind the code one is in': ['typescript', 'ru«»n(); // not twice\n', '// not twice'],
    'takes no code': ['typescript', '// a comment\n\nru«»n("text");\n', undefined],
    'takes a label of a diagram': ['plantuml', '@startuml\nA -> B : as«»k again\n@enduml\n', 'A -> B : ask again'],
    'finds nothing in an empty document': ['markdown', '«»\n', undefined],
    'finds nothing where there are no words': ['markdown', '---\n\n* * «»*\n', undefined],
  };
  for (const [name, [languageId, source, paragraph]] of Object.entries(paragraphs)) {
    it(name, () => {
      const told = written(languageId, source)?.paragraph;
      assert.equal(told?.replace(/ {2,}/g, ' '), paragraph);
    });
  }

  const cited: Record<string, [languageId: string, source: string, paragraph: string]> = {
    'a link in Markdown': [
      'markdown',
      'A«» pump, [«INC-7»: The sale](../«INC-7-sale.md» "Doors") again.\n',
      'A pump, again.',
    ],
    'a link in AsciiDoc': ['asciidoc', 'A«» pump, xref:«inc/INC-7.adoc»[INC-7: The sale] again.\n', 'A pump, again.'],
    'a link in reStructuredText': [
      'restructuredtext',
      'A«» pump, `The sale <«inc/INC-7.rst»>`_ again.\n',
      'A pump, again.',
    ],
    'plain words': ['plaintext', 'A«» pump, «INC-7»: the SALE again.\n', 'A pump, again.'],
    'a comment': ['typescript', '// A«» pump, see «INC-7»: The sale, again\n', '// A pump, see , again'],
    'a quotation': ['markdown', 'A«» pump.\n\n> “It blew up.”\n>\n> — [«INC-7»: The sale](«INC-7.md»)\n', 'A pump.'],
  };
  for (const [name, [languageId, source, paragraph]] of Object.entries(cited)) {
    it(`leaves out all that was written to cite: ${name}`, () => {
      const told = written(languageId, source, [{ title: 'The sale' }]);
      assert.equal(told?.paragraph.replace(/ {2,}/g, ' ').trim(), paragraph);
      assert.doesNotMatch(told.section, /blew|sale|Doors/i);
    });
  }

  it('looks at all labels of a diagram beside the one at hand', () => {
    assert.match(
      written('plantuml', '@startuml\nA -> B : as«»k\nB -> C : hold the lease\n@enduml\n')?.section ?? '',
      /hold the lease/,
    );
  });

  it('looks at the surroundings of a place in a long document only', () => {
    const long = `# Far above\n\n${'word word word.\n\n'.repeat(20_000)}`;
    const language = Languages.builtIn.find({ languageId: 'markdown' });
    assert.ok(language);
    const writing = writingAt(`${long}## Here\n\nThe end.\n`, long.length + 12, language, []);
    assert.deepEqual(writing, { paragraph: 'The end.', section: 'The end.', headings: 'Here' });
  });

  it('never throws, whatever the text and the place', () => {
    const languages = ['markdown', 'asciidoc', 'org', 'typescript', 'mermaid'].flatMap(
      (languageId) => Languages.builtIn.find({ languageId }) ?? [],
    );
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.constantFrom(...languages), (text, offset, language) => {
        writingAt(text, offset, language, [{ start: 1, end: 3 }]);
      }),
    );
  });
});
