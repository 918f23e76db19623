import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Markup } from '../../../src/core/text/markup';
import { plainText } from '../../../src/core/text/plainText';

describe('plainText', () => {
  const cases: Record<string, [raw: string, plain: string, markup?: Markup]> = {
    'takes emphasis away': ['a **bold** and *slanted* and ~~gone~~ word', 'a bold and slanted and gone word'],
    'keeps marks that close nothing': [
      '2 * 3 and snake_case_name and *.example.org',
      '2 * 3 and snake_case_name and *.example.org',
    ],
    'keeps the words of links': ['see [the *queue*](https://x.example/a_(b)) now', 'see the queue now'],
    'keeps the words of links that refer elsewhere': ['[INC-9][ref] and [alone]', 'INC-9 and [alone]'],
    'drops images': ['before ![a chart](img/x.png) after', 'before after'],
    'shows code as it is': ['run ``a `b` c`` and `*x*`', 'run a `b` c and *x*'],
    'reads wiki links': ['[[PM-2026-049]] and [[page|words]]', 'PM-2026-049 and words'],
    'drops notes and tags': ['word[^1] <b>bold</b><br>line <https://x.example>', 'word bold line https://x.example'],
    'reads entities and escapes': ['a &amp; b \\*c\\* &#8594;', 'a & b *c* →'],
    'drops roles of MyST': ['see {ref}`the page`', 'see the page'],
    'drops ERB': ['<%= image_tag "x" %>words', 'words'],
    'reads AsciiDoc': [
      'the *disk* of `db1`, see link:a.adoc[the other] and <<b.adoc#,that>>',
      'the disk of db1, see the other and that',
      'asciidoc',
    ],
    'reads RST': ['the **disk**, `docs <https://x.example>`_ and :ref:`this`', 'the disk, docs and this', 'rst'],
    'reads Org': [
      'the /disk/ of =db1=, [[https://x.example][there]] in /etc/hosts',
      'the disk of db1, there in /etc/hosts',
      'org',
    ],
    'leaves plain text alone': ['*as* _it_ is', '*as* _it_ is', 'none'],
  };

  for (const [name, [raw, plain, markup]] of Object.entries(cases)) {
    it(name, () => assert.equal(plainText(raw, markup), plain));
  }

  it('reads shortcut references that the document defines', () => {
    assert.equal(
      plainText('by [Ada Lovelace], not [todo]', 'markdown', new Set(['ada lovelace'])),
      'by Ada Lovelace, not [todo]',
    );
  });

  it('never throws and answers one line', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      '<',
      '>',
      '!',
      '\\',
      '&',
      ';',
      '{',
      '}',
      'a',
      ' ',
      '\n',
      '[[',
      ']]',
      '~~',
    );
    const markup = fc.constantFrom<Markup>('markdown', 'asciidoc', 'rst', 'org', 'none');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), markup, (pieces, each) => {
        assert.doesNotMatch(plainText(pieces.join(''), each), /\n|^\s|\s$|\s\s/);
      }),
    );
  });
});
