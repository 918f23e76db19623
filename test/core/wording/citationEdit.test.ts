import assert from 'node:assert/strict';
import { Languages } from '../../../src/core/citations/languages';
import type { Span } from '../../../src/core/text/span';
import { citationEdit } from '../../../src/core/wording/citationEdit';
import { reviewOf } from './reviewOf';

const review = reviewOf({ id: 'INC-7', title: 'The holds', path: 'docs/incidents/INC-7.md' });

/** What a document is after citing at `|`; nothing where it cannot be cited there. */
function cited(
  languageId: string,
  source: string,
  fromPath?: string,
  citations: readonly Span[] = [],
): string | undefined {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const language = Languages.builtIn.find({ languageId });
  const edit = citationEdit(
    review,
    undefined,
    { text, language, languageId, citations, ...(fromPath ? { fromPath } : {}) },
    offset,
  );
  return edit && text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
}

describe('citationEdit', () => {
  const cases: Record<string, [languageId: string, source: string, wanted: string | undefined]> = {
    'puts the id alone into a comment that speaks': ['typescript', '// because of |', '// because of INC-7'],
    'begins a comment where there is none': ['typescript', 'a();\n|\nb();', 'a();\n// see INC-7: The holds\nb();'],
    'stands behind code at the end of its line': ['go', 'f()|\ng()', 'f() // see INC-7: The holds\ng()'],
    'stands between code in a block comment': ['c', 'f(|x);', 'f(/* see INC-7: The holds */ x);'],
    'goes above code in a language without block comments': [
      'python',
      'def f():\n    return |x\n',
      'def f():\n    # see INC-7: The holds\n    return x\n',
    ],
    'goes above a string, and stays out of it': [
      'python',
      'a = "one |two"\n',
      '# see INC-7: The holds\na = "one two"\n',
    ],
    'leaves a string over several lines alone': ['python', 'a = """one\nt|wo"""\n', undefined],
    'keeps the ends of lines': ['python', 'a = 1\r\nb = |2\r\n', 'a = 1\r\n# see INC-7: The holds\r\nb = 2\r\n'],
    'writes what people write in Terraform': ['terraform', '|\n', '# see INC-7: The holds\n'],
    'writes SQL': ['sql', 'select 1;\n|\n', 'select 1;\n-- see INC-7: The holds\n'],
    'writes HTML': ['html', '<p>|</p>', '<p><!-- see INC-7: The holds --></p>'],
    'writes script inside HTML': ['html', '<script>\n|\n</script>', '<script>\n// see INC-7: The holds\n</script>'],
    'writes CSS': ['css', 'a {\n  |\n}', 'a {\n  /* see INC-7: The holds */\n}'],
    'closes what it opens': ['smalltalk', '|\nx := 1.\n', '" see INC-7: The holds "\nx := 1.\n'],
    'writes comments where JSON may have them': ['jsonc', '|\n', '// see INC-7: The holds\n'],
    'finds no place in JSON': ['json', '{ "a": | 1 }', undefined],
    'finds no place in a language nobody knows': ['klingon', '|', undefined],
  };

  for (const [name, [languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => assert.equal(cited(languageId, source), wanted));
  }

  const lists: Record<string, [languageId: string, source: string, wanted: string]> = {
    'adds to a citation in which the cursor stands': ['go', '// see INC|-24', '// see INC-24, INC-7'],
    'adds to a citation at its start': ['go', '// see |INC-24.', '// see INC-24, INC-7.'],
    'adds to a citation at its end': ['c', '/* see INC-24|*/ x', '/* see INC-24, INC-7 */ x'],
    'adds to a citation before words': ['c', '/* see INC-2|4 and */', '/* see INC-24, INC-7 and */'],
    'adds to a citation in plain text': ['plaintext', 'As in INC-|24.', 'As in INC-24, INC-7.'],
    'adds behind the target of a link': ['markdown', '[More](x/INC-|24.md), too', '[More](x/INC-24.md), INC-7, too'],
    'adds behind a link of AsciiDoc': ['asciidoc', 'xref:INC-|24.adoc[More]', 'xref:INC-24.adoc[More], INC-7'],
    'adds behind a link of Org': ['org', '[[file:x.org][INC-|24]]', '[[file:x.org][INC-24]], INC-7'],
    'adds behind a link of RST': ['restructuredtext', '`INC-|24 <x.md>`__', '`INC-24 <x.md>`__, INC-7'],
    'adds behind a link': [
      'markdown',
      'As in [INC-|24: More](x/INC-24.md).',
      'As in [INC-24: More](x/INC-24.md), INC-7.',
    ],
  };
  for (const [name, [languageId, source, wanted]] of Object.entries(lists)) {
    it(name, () => {
      const start = source.replace('|', '').indexOf('INC-24');
      assert.equal(cited(languageId, source, undefined, [{ start, end: start + 6 }]), wanted);
    });
  }

  it('stands apart from the brace before it', () => {
    assert.equal(cited('go', 'type T struct {|\n}'), 'type T struct { // see INC-7: The holds\n}');
  });

  it('takes the name of the file for the language of plain text', () => {
    const links: Record<string, string> = {
      'a.adoc': 'link:docs/incidents/INC-7.md[INC-7: The holds]',
      'a.asciidoc': 'link:docs/incidents/INC-7.md[INC-7: The holds]',
      'a.org': '[[file:docs/incidents/INC-7.md][INC-7: The holds]]',
      'a.rst': '`INC-7: The holds <docs/incidents/INC-7.md>`__',
      'a.txt': 'INC-7: The holds',
    };
    for (const [path, wanted] of Object.entries(links)) assert.equal(cited('plaintext', '|', path), wanted);
  });

  it('links in Markdown, by the way from one file to the other', () => {
    assert.equal(
      cited('markdown', 'As in |.', 'docs/design/holds.md'),
      'As in [INC-7: The holds](../incidents/INC-7.md).',
    );
  });
});
