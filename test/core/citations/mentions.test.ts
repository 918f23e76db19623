import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { MentionNames } from '../../../src/core/citations/mentionNames';
import { findMentions } from '../../../src/core/citations/mentions';
import { Library } from '../../../src/core/reviews/library';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { marked } from '../../support/marked';
import { reviewOf } from '../wording/reviewOf';

const login = reviewOf({
  id: '2025-05-28-login-outage',
  title: 'Login outage on the day before Ascension',
  date: '2025-05-28',
  path: 'docs/incidents/2025-05-28-login-outage.md',
});
const settlement = reviewOf({
  id: '2025-12-30-the-settlement-that-balanced',
  title: 'The settlement that balanced',
  aliases: ['the zero that was not one'],
  date: '2025-12-30',
  path: 'docs/incidents/2025-12-30-the-settlement-that-balanced.md',
});
const sale = reviewOf({
  id: 'INC-7',
  title: 'Summer sale: every hold expired in the same second',
  date: '2023-06-07',
  path: 'docs/incidents/INC-7.md',
});

function libraryOf(...reviews: readonly ReviewDocument[]): Library {
  const library = new Library();
  for (const review of reviews) library.set(review.key, review.source, { kind: 'reviews', reviews: [review] });
  return library;
}

const library = libraryOf(login, settlement, sale);
const known = new KnownIds(library);
const names = new MentionNames(library);

function find(text: string, languageId = 'markdown', own: readonly ReviewDocument[] = []) {
  const language = Languages.builtIn.find({ languageId });
  const citations = findCitations(text, language, known, { matchIn: 'comments', path: 'docs/design/a.md' });
  return findMentions(text, language, names, { citations, own });
}

describe('mentions that are no citations yet', () => {
  const cases: Record<string, [source: string, languageId?: string]> = {
    'a date with a word of the title behind it': ['After «the 2025-05-28 login outage» Lupe added'],
    'a date with a word of the title and what one calls it': ['see «the 2025-12-30 settlement story», for amusement'],
    'a date in words': ['«The 28 May 2025 login outage» was'],
    'a date behind the words': ['since «the login outage of 28 May 2025» we'],
    'a date behind the words in American': ['since «the login outage on May 28, 2025» we'],
    'a month with a telling word': ['after «the sale of June 2023» we'],
    'a word in another number': ['«The 2025-12-30 settlements» were'],
    'over a line break': ['After «the 2025-05-28\nlogin outage» Lupe'],
    'the whole title': ['We read «the settlement that balanced» aloud.'],
    'the whole title with its punctuation': ['«Summer sale: every hold expired in the same second» is'],
    'the whole title over a line break': ['We read «the settlement\nthat balanced» aloud.'],
    'an alias of several words': ['It is «the zero that was not one».'],
    'in a list': ['- a\n- «the 2025-05-28 login outage»\n'],
    'in AsciiDoc': ['After «the 2025-05-28 login outage» we', 'asciidoc'],
    'in plain text': ['After «the 2025-05-28 login outage» we', 'plaintext'],
    'in a line comment of code': ['f(); // After «the 2025-05-28 login outage» we wait.\n', 'typescript'],
    'in a block comment of code': ['/*\n * «The settlement that balanced» is why.\n */\nf();\n', 'java'],
    'in a docstring': ['def f():\n    """As «the 2025-05-28 login outage» was."""\n', 'python'],
    'two of them': ['«the 2025-05-28 login outage» and «the settlement that balanced»'],
  };
  for (const [name, [source, languageId]] of Object.entries(cases)) {
    it(`are ${name}`, () => {
      const { text, spans } = marked(source);
      assert.deepEqual(
        find(text, languageId).map(({ start, end }) => ({ start, end })),
        spans,
      );
    });
  }

  const not: Record<string, [source: string, languageId?: string]> = {
    'a date alone': ['On 2025-05-28 we met.'],
    'a date with other words': ['The 2025-05-28 meeting was long.'],
    'another date': ['the 2025-05-29 login outage'],
    'a month with a word that says nothing': ['the outage of May 2025'],
    'words in another sentence': ['It was 2025-05-28. Login was fine.'],
    'words in another paragraph': ['on 2025-05-28\n\nlogin outage'],
    'a part of the title': ['the settlement was late'],
    'a citation': ['see 2025-05-28-login-outage'],
    'beside a citation of the same review': ['the 2025-05-28 login outage (2025-05-28-login-outage)'],
    'linked already': ['[the 2025-05-28 login outage](../incidents/2025-05-28-login-outage.md)'],
    'linked to something else': ['[the 2025-05-28 login outage](https://example.com/x)'],
    'linked by reference': ['[the settlement that balanced][1]\n\n[1]: https://example.com'],
    'the words of a wiki link': ['[[the settlement that balanced]]'],
    'linked in AsciiDoc': ['link:x.adoc[the settlement that balanced]', 'asciidoc'],
    'linked in reStructuredText': ['`the settlement that balanced <x.rst>`_', 'restructuredtext'],
    'in a code span': ['`the settlement that balanced`'],
    'in a fence': ['```\nthe settlement that balanced\n```'],
    'in code': ['const a = "the settlement that balanced"; b(`the 2025-05-28 login outage`)', 'typescript'],
    'in a diagram': ['flowchart LR\n  a[the settlement that balanced]', 'mermaid'],
  };
  for (const [name, [text, languageId]] of Object.entries(not)) {
    it(`are not ${name}`, () => assert.deepEqual(find(text, languageId), []));
  }

  it('offer each review that may be meant', () => {
    const other = reviewOf({ ...login, id: 'other-login', key: 'other', path: 'docs/z.md', title: 'Login was slow' });
    const both = new MentionNames(libraryOf(login, other));
    const language = Languages.builtIn.find({ languageId: 'markdown' });
    const [found] = findMentions('the 2025-05-28 login trouble', language, both, { citations: [] });
    assert.deepEqual(
      found?.reviews.map(({ id }) => id),
      [login.id, 'other-login'],
    );
  });

  it('are not of a review in its own text', () => {
    assert.deepEqual(find('# The settlement that balanced', 'markdown', [settlement]), []);
  });

  it('stand in order, without overlap, as they are written, in whatever text', () => {
    const piece = fc.constantFrom(
      'the ',
      '2025-05-28 ',
      'login ',
      'outage ',
      'settlement ',
      'that balanced',
      '[',
      ']',
      '(',
      ')',
      '`',
      '\n',
      '<',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const mention of find(text)) {
          assert.ok(mention.start >= end && mention.end > mention.start);
          assert.equal(text.slice(mention.start, mention.end), mention.text);
          end = mention.end;
        }
      }),
    );
  });
});
