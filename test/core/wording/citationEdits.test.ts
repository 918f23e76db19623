import assert from 'node:assert/strict';
import { type CitationFormat, formatsAt } from '../../../src/core/wording/citationFormat';
import { citationsIn, cited, citingAt } from './citing';
import { reviewFrom, reviewOf } from './reviewOf';

const lock = reviewFrom('# What surprised us\nThe lock was *held* by nobody.\n# Timeline\n14:06 It went dark.', {
  id: 'INC-7',
  title: 'A lock nobody held',
  path: 'docs/incidents/INC-7.md',
  date: '2023-06-07',
});
const from = { fromPath: 'docs/design/locks.md' };
const footnote: CitationFormat = { kind: 'footnote' };
const quote: CitationFormat = { kind: 'quote' };
const link = '[INC-7: A lock nobody held](../incidents/INC-7.md)';
const surprise = '[INC-7: A lock nobody held — What surprised us](../incidents/INC-7.md#what-surprised-us)';

describe('a footnote', () => {
  const cases: Record<string, [languageId: string, source: string, wanted: string]> = {
    'has its mark at the cursor and its note at the end': [
      'markdown',
      'As before‸.\n\nMore.\n',
      `As before [^INC-7].\n\nMore.\n\n[^INC-7]: ${link}\n`,
    ],
    'ends the last line first': ['markdown', 'As before‸', `As before [^INC-7]\n\n[^INC-7]: ${link}\n`],
    'stands below other notes': [
      'markdown',
      'a‸ b [^x]\n\n[^x]: y\n',
      `a [^INC-7] b [^x]\n\n[^x]: y\n[^INC-7]: ${link}\n`,
    ],
    'is the one that says the same': ['markdown', `a‸ b\n\n[^INC-7]: ${link}\n`, `a [^INC-7] b\n\n[^INC-7]: ${link}\n`],
    'has another name where the name says something else': [
      'markdown',
      'a‸ b\n\n[^inc-7]: Nothing.\n',
      `a [^INC-7.2] b\n\n[^inc-7]: Nothing.\n[^INC-7.2]: ${link}\n`,
    ],
    'keeps the line ends of the document': ['markdown', 'a‸\r\n', `a [^INC-7]\r\n\r\n[^INC-7]: ${link}\r\n`],
    'is auto-numbered in reStructuredText': [
      'restructuredtext',
      'As before‸.\n',
      'As before [#INC-7]_.\n\n.. [#INC-7] `INC-7: A lock nobody held <../incidents/INC-7.md>`__\n',
    ],
    'is written in place in AsciiDoc': [
      'asciidoc',
      'As before‸.\n',
      'As before footnote:[link:../incidents/INC-7.md[INC-7: A lock nobody held]].\n',
    ],
    'is written in place in Org': [
      'org',
      'As before‸.\n',
      'As before [fn:: [[file:../incidents/INC-7.md][INC-7: A lock nobody held]]].\n',
    ],
    'is a link where the end of the document is code': ['markdown', 'a‸\n\n```\nb\n', `a ${link}\n\n\`\`\`\nb\n`],
    'is a link of the language in plain text': ['plaintext', 'As before‸.\n', 'As before INC-7: A lock nobody held.\n'],
  };
  for (const [name, [languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const fromPath = languageId === 'plaintext' ? 'docs/design/locks.txt' : from.fromPath;
      assert.equal(cited(lock, source, languageId, footnote, { fromPath }), wanted);
    });
  }

  it('is read as citations of the review, its name included', () => {
    for (const source of ['a‸\n', `a‸ b\n\n[^inc-7]: Nothing.\n`]) {
      const text: string = cited(lock, source, 'markdown', footnote, from) ?? '';
      assert.deepEqual([...new Set(citationsIn(text, 'markdown', from.fromPath, lock))], ['INC-7']);
    }
  });
});

describe('a quote with its source', () => {
  const passage = 'what-surprised-us';
  const said = '“The lock was held by nobody.”';
  const cases: Record<string, [languageId: string, source: string, wanted: string]> = {
    'is a block below the paragraph line': [
      'markdown',
      'As ‸before.\n\nMore.\n',
      `As before.\n\n> ${said}\n>\n> — ${surprise}, 2023-06-07\n\nMore.\n`,
    ],
    'is a block on a blank line': ['markdown', 'a\n\n‸\n', `a\n\n> ${said}\n>\n> — ${surprise}, 2023-06-07\n`],
    'keeps apart from what stands right above and below': [
      'markdown',
      'a\n‸\nb\n',
      `a\n\n> ${said}\n>\n> — ${surprise}, 2023-06-07\n\nb\n`,
    ],
    'belongs to its list item': [
      'markdown',
      '- one‸\n- two\n',
      `- one\n\n  > ${said}\n  >\n  > — ${surprise}, 2023-06-07\n\n- two\n`,
    ],
    'belongs to the quotation it is in': [
      'markdown',
      '> one‸\n> two\n',
      `> one\n>\n> > ${said}\n> >\n> > — ${surprise}, 2023-06-07\n>\n> two\n`,
    ],
    'is a sentence in a table cell': [
      'markdown',
      '| a | b |\n|---|---|\n| c‸ | d |\n',
      `| a | b |\n|---|---|\n| c ${said} — ${surprise}, 2023-06-07 | d |\n`,
    ],
    'is a block in AsciiDoc': [
      'asciidoc',
      'As before.‸\n',
      `As before.\n\n____\n${said}\n\n— link:../incidents/INC-7.md#what-surprised-us[INC-7: A lock nobody held — What surprised us], 2023-06-07\n____\n`,
    ],
    'is indented in reStructuredText': [
      'restructuredtext',
      'As before.‸\n',
      `As before.\n\n   ${said}\n\n   -- \`INC-7: A lock nobody held — What surprised us <../incidents/INC-7.md#what-surprised-us>\`__, 2023-06-07\n`,
    ],
    'is a block in Org': [
      'org',
      'As before.‸\n',
      `As before.\n\n#+begin_quote\n${said}\n\n— [[file:../incidents/INC-7.md][INC-7: A lock nobody held — What surprised us]], 2023-06-07\n#+end_quote\n`,
    ],
    'is a sentence in plain text': [
      'plaintext',
      'As before: ‸\n',
      `As before: ${said} — INC-7#what-surprised-us: A lock nobody held, 2023-06-07\n`,
    ],
    'is a comment in code': ['go', 'f()‸\n', `f() // see INC-7#what-surprised-us: ${said}\n`],
    'is the usual in a diagram': [
      'mermaid',
      'flowchart LR\n  a --> b\n‸',
      'flowchart LR\n  a --> b\n%% see INC-7#what-surprised-us: A lock nobody held',
    ],
  };
  for (const [name, [languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const fromPath = languageId === 'plaintext' ? 'docs/design/locks.txt' : from.fromPath;
      assert.equal(cited(lock, source, languageId, quote, { fromPath, passage }), wanted);
    });
  }

  it('quotes what surprised people where the whole review is cited', () => {
    const review = reviewOf({ path: 'docs/incidents/INC-7.md', surprises: ['It was nobody.'], summary: 'Dark.' });
    assert.match(cited(review, '‸', 'markdown', quote, from) ?? '', /“It was nobody\.”/);
  });

  it('is the usual where words may not leave the review', () => {
    const chat = reviewFrom('# Chat | transcript\n14:06 Who holds it?\n# Sensitive findings | excluded\nNames.', {
      path: 'docs/incidents/INC-7.md',
    });
    for (const passage of ['chat', '14:06', 'sensitive-findings']) {
      const text = cited(chat, '‸', 'markdown', quote, { ...from, passage }) ?? '';
      assert.match(text, /^\[INC-7/);
      assert.doesNotMatch(text, /Who holds|Names|Sensitive/);
    }
  });
});

describe('the other formats', () => {
  const cases: Record<string, [format: CitationFormat, languageId: string, source: string, wanted: string]> = {
    'are plain words in Markdown': [{ kind: 'plain' }, 'markdown', 'As in ‸.', 'As in INC-7: A lock nobody held.'],
    'are the id alone': [{ kind: 'id' }, 'markdown', 'As in ‸.', 'As in INC-7.'],
    'are the id alone in a comment of code': [{ kind: 'id' }, 'python', 'x = 1‸\n', 'x = 1 # INC-7\n'],
    'are a template in prose': [
      { kind: 'own', name: 'Short', template: '**{id}** ([{title}]({path}), {date})' },
      'markdown',
      'As in ‸.',
      'As in **INC-7** ([A lock nobody held](../incidents/INC-7.md), 2023-06-07).',
    ],
    'are a template in a comment of code': [
      { kind: 'own', name: 'Why', template: 'Why: {name} {title}' },
      'typescript',
      'f();‸\n',
      'f(); // Why: INC-7 A lock nobody held\n',
    ],
    'are the usual for a template that cannot be used': [
      { kind: 'own', name: 'Bad', template: '{who}' },
      'markdown',
      'As in ‸.',
      `As in ${link}.`,
    ],
  };
  for (const [name, [format, languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => assert.equal(cited(lock, source, languageId, format, from), wanted));
  }

  it('are a template that ends no comment, whatever it says', () => {
    const own: CitationFormat = { kind: 'own', name: 'x', template: '{title} \\ }} {id}' };
    const review = reviewOf({ title: 'a */ b */' });
    assert.equal(cited(review, 'f( ‸ x)', 'c', own), 'f( /* a * / b * / / } } INC-7 */ x)');
  });
});

describe('formatsAt', () => {
  const kinds = (source: string, languageId: string, fromPath?: string) => {
    const { document, offset } = citingAt(source, languageId, fromPath);
    return formatsAt(document, offset).map(({ kind }) => kind);
  };
  it('offers what the language can', () => {
    assert.deepEqual(kinds('‸', 'markdown', 'a.md'), ['usual', 'footnote', 'quote', 'plain', 'id']);
    assert.deepEqual(kinds('‸', 'markdown'), ['usual', 'quote', 'id']);
    assert.deepEqual(kinds('‸', 'go', 'a.go'), ['usual', 'quote', 'id']);
    assert.deepEqual(kinds('‸', 'mermaid', 'a.mmd'), ['usual']);
    assert.deepEqual(kinds('```mermaid\n‸\n```\n', 'markdown', 'a.md'), ['usual']);
  });
});
