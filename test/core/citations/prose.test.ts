import assert from 'node:assert/strict';
import { findCitations, type MatchIn } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { OpenText } from '../../../src/core/citations/openText';
import { marked } from '../../support/marked';
import { libraryOf } from './libraryOf';

const known = new KnownIds(libraryOf(Array.from({ length: 30 }, (_, index) => `INC-${index}`)));

function compare(languageId: string, source: string, matchIn: MatchIn = 'comments'): void {
  const { text, spans } = marked(source);
  const found = findCitations(text, Languages.builtIn.find({ languageId }), known, { matchIn });
  const place = ({ start, end }: { start: number; end: number }) => `${text.slice(start, end)} at ${start}`;
  assert.deepEqual(found.map(place), spans.map(place));
}

describe('prose', () => {
  const samples: Record<string, string> = {
    markdown: `---
incident: «INC-1»
---
# «INC-2»

«INC-3» and \`INC-4\` and \`\`x \` INC-5\`\` and \` «INC-6»

\`\`\`yaml
INC-7
\`\`\`

- item
  ~~~~ sh
  INC-8
  ~~~
  INC-9
  ~~~~
- «INC-10» <!-- «INC-11» --> <code>INC-12</code>
1. \`\`\`
   INC-13
   \`\`\`
> «INC-14»
> \`\`\`
> INC-15
> \`\`\`

\`\`\`not a fence \`\`\` «INC-16»
[text «INC-17»](https://x/«INC-18»)
\`\`\`
INC-19`,
    asciidoc: `= «INC-1»
----
INC-2
----
....
INC-3
....
\`INC-4\` and +INC-5+ and a + b «INC-6»
[source]
// «INC-7»
* xref:x.adoc[«INC-8»]`,
    restructuredtext: `«INC-1»
======
\`\`INC-2\`\` and \`«INC-3» <x>\`_ and :code:\`INC-4\`

.. code-block:: sh
   :linenos:

   INC-5

Shown here::

    INC-6

«INC-7»`,
    org: `* «INC-1»
#+BEGIN_SRC sh
INC-2
#+END_SRC
~INC-3~ and =INC-4= and a = b «INC-5»
: INC-6
[[file:x.org][«INC-7»]]`,
    latex: `\\section{«INC-1»} % «INC-2»
\\begin{verbatim}
INC-3
\\end{verbatim}
\\verb|INC-4| and \\lstinline{INC-5} and «INC-6»`,
    plaintext: '«INC-1» `«INC-2»` // «INC-3»',
    scminput: 'Drain slowly\n\nSee «INC-1», `«INC-2»`.',
    'git-commit': `«INC-1»: drain slowly

#INC-is a word; closes #12, «INC-2»
# On branch INC-3
# ------------------------ >8 ------------------------
diff INC-4
INC-5`,
    'git-rebase': 'pick 1234567 «INC-1»\n# INC-2',
    typst: '= «INC-1»\n`INC-2`',
    mediawiki: '== «INC-1» ==\n<nowiki>INC-2</nowiki> {{{INC-3}}}',
  };

  for (const [languageId, sample] of Object.entries(samples)) {
    it(`counts everywhere in ${languageId} but in code`, () => compare(languageId, sample));
    it(`counts everywhere in ${languageId} but in code, with CRLF`, () =>
      compare(languageId, sample.replaceAll('\n', '\r\n')));
  }
});

describe('where citations count', () => {
  it('is in comments', () => compare('go', 'INC-1 "INC-2" // «INC-3»'));
  it('is in strings too, where that is set', () => compare('go', 'INC-1 "«INC-2»" // «INC-3»', 'commentsAndStrings'));
  it('is everywhere, where that is set', () => compare('go', '«INC-1» "«INC-2»" // «INC-3»', 'everywhere'));
  it('is in code of prose, where that is set', () => compare('markdown', '«INC-1» `«INC-2»`', 'everywhere'));
  it('is nowhere in a line over 10,000 characters', () => compare('go', `// ${'x'.repeat(10_000)} INC-1\n// «INC-2»`));
  it('is in a line of 10,000 characters', () => compare('go', `// ${'x'.repeat(9_990)} «INC-1»`));

  it('goes on behind a line over 10,000 characters in the state that it leaves', () =>
    compare('go', `a := 1 /* ${'x'.repeat(12_000)} INC-1\n«INC-2» */ INC-3 // «INC-4»`));

  it('is found at an offset of a line over 10,000 characters', () => {
    const go = Languages.builtIn.find({ languageId: 'go' });
    assert.ok(go);
    const text = `"INC-1" // ${'x '.repeat(6_000)} INC-2 ${'x '.repeat(6_000)}`;
    const open = new OpenText(`\n${text}\n// INC-3`, go, known, { matchIn: 'comments' });
    assert.equal(open.at(open.text.indexOf('INC-2') + 2)?.id, 'INC-2');
    assert.equal(open.at(open.text.indexOf('INC-2') + 20)?.id, undefined);
    assert.equal(open.at(open.text.indexOf('INC-1') + 2), undefined);
    assert.equal(open.at(open.text.indexOf('INC-3') + 5)?.id, 'INC-3');
  });
});
