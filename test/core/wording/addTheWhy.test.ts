import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationGroups } from '../../../src/core/citations/citationGroups';
import { commentSpans } from '../../../src/core/citations/commentSpans';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { addTheWhy } from '../../../src/core/wording/addTheWhy';
import { libraryOf, reviewOf } from './reviewOf';

const surprise =
  'Load on the ledger rose when passengers went away, and nobody had a graph for passengers who had given up.';
const holds = reviewOf({ id: 'INC-7', title: 'The holds', surprises: [surprise] });

/** What a text becomes with each reason for its first citation. */
function whys(
  languageId: string,
  text: string,
  review: ReviewDocument = holds,
  rulers: readonly number[] = [60],
): string[] {
  const language = Languages.builtIn.find({ languageId });
  assert.ok(language);
  const citations = findCitations(text, language, new KnownIds(libraryOf([review])), { matchIn: 'comments' });
  const group = citationGroups(text, language, citations)[0];
  const citation = group?.citations[0];
  if (!group || !citation) return [];
  return addTheWhy(citation, group, { text, language, tabSize: 4, rulers }).map(
    ({ edit }) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
  );
}

describe('addTheWhy', () => {
  const cases: Record<string, [languageId: string, source: string, wanted: string]> = {
    'goes on in line comments': [
      'typescript',
      '  // INC-7\n  retry();\n',
      '  // INC-7: “Load on the ledger rose when passengers went\n  // away, and nobody had a graph for passengers who had\n  // given up.”\n  retry();\n',
    ],
    'keeps the words that lead to the id': [
      'python',
      '# see INC-7\nretry()\n',
      '# see INC-7: “Load on the ledger rose when passengers went\n# away, and nobody had a graph for passengers who had given\n# up.”\nretry()\n',
    ],
    'stands behind the title': [
      'go',
      '// see INC-7: The holds\nretry()\n',
      '// see INC-7: The holds. “Load on the ledger rose when\n// passengers went away, and nobody had a graph for\n// passengers who had given up.”\nretry()\n',
    ],
    'goes above code where it has no room behind it': [
      'go',
      'func f() {\n\tretry() // INC-7\n}\n',
      'func f() {\n\t// INC-7: “Load on the ledger rose when passengers went\n\t// away, and nobody had a graph for passengers who had\n\t// given up.”\n\tretry()\n}\n',
    ],
    'stands above what the comment says of the code': [
      'go',
      '// INC-7\n// Keep the jitter.\nretry()\n',
      '// INC-7: “Load on the ledger rose when passengers went\n// away, and nobody had a graph for passengers who had given\n// up.”\n// Keep the jitter.\nretry()\n',
    ],
    'opens a block comment up': [
      'c',
      '/* INC-7 */\nretry();\n',
      '/*\n * INC-7: “Load on the ledger rose when passengers went\n * away, and nobody had a graph for passengers who had given\n * up.”\n */\nretry();\n',
    ],
    'keeps the stars of a doc comment': [
      'java',
      '  /**\n   * INC-7\n   */\n  void retry() {}\n',
      '  /**\n   * INC-7: “Load on the ledger rose when passengers went\n   * away, and nobody had a graph for passengers who had\n   * given up.”\n   */\n  void retry() {}\n',
    ],
    'keeps the bang of a doc line': [
      'rust',
      '//! INC-7\n',
      '//! INC-7: “Load on the ledger rose when passengers went\n//! away, and nobody had a graph for passengers who had\n//! given up.”\n',
    ],
    'aligns what stands between marks without stars': [
      'html',
      '<p>\n  <!-- INC-7 -->\n</p>\n',
      '<p>\n  <!-- INC-7: “Load on the ledger rose when passengers went\n       away, and nobody had a graph for passengers who had\n       given up.” -->\n</p>\n',
    ],
    'stays in the braces of JSX': [
      'typescriptreact',
      'const a = (\n  <p>\n    {/* INC-7 */}\n  </p>\n);\n',
      'const a = (\n  <p>\n    {/* INC-7: “Load on the ledger rose when passengers went\n        away, and nobody had a graph for passengers who had\n        given up.” */}\n  </p>\n);\n',
    ],
    'indents as docstrings are': [
      'python',
      'def f():\n    """INC-7"""\n',
      'def f():\n    """INC-7: “Load on the ledger rose when passengers went\n    away, and nobody had a graph for passengers who had\n    given up.”"""\n',
    ],
    'writes SQL': [
      'sql',
      '-- INC-7\nselect 1;\n',
      '-- INC-7: “Load on the ledger rose when passengers went\n-- away, and nobody had a graph for passengers who had given\n-- up.”\nselect 1;\n',
    ],
    'keeps the ends of lines': [
      'yaml',
      'a: 1 # INC-7\r\nb: 2\r\n',
      '# INC-7: “Load on the ledger rose when passengers went away,\r\n# and nobody had a graph for passengers who had given up.”\r\na: 1\r\nb: 2\r\n',
    ],
    'puts nothing between the lines of one shell command': [
      'shellscript',
      'a \\\n  b # INC-7\n',
      `a \\\n  b # INC-7: “${surprise}”\n`,
    ],
  };
  for (const [name, [languageId, source, wanted]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(whys(languageId, source), [wanted]));
  }

  const silent: Record<string, [languageId: string, source: string]> = {
    'where the comment says why already': ['typescript', '// INC-7: the lock is held for as long as the bank takes\n'],
    'where another line of it says something': ['typescript', '// Keep the jitter.\n// INC-7\n'],
    'where it cites two reviews': ['typescript', '// INC-7, INC-9\n'],
    'in a comment within code, where a line break would count': ['javascript', 'return /* INC-7 */ retry();\n'],
    'on a task': ['typescript', '// TODO(INC-7)\n'],
  };
  for (const [name, [languageId, source]] of Object.entries(silent)) {
    it(`offers nothing ${name}`, () => assert.deepEqual(whys(languageId, source), []));
  }

  it('takes the width of the longest comments of the file where there are no rulers', () => {
    const wide = `// ${'w '.repeat(46)}\n\n`;
    const [text] = whys('typescript', `${wide}// INC-7\n`, holds, []);
    assert.equal(text, `${wide}// INC-7: “${surprise.slice(0, 77)}\n// ${surprise.slice(78)}”\n`);
  });

  it('offers a surprise, a difficulty and a contributor before a second of one kind', () => {
    const told = (words: string) => `${words} ${'and so on '.repeat(5)}`.trim();
    const review = reviewOf({
      surprises: [told('One'), told('Two')],
      difficulties: [told('Three')],
      contributors: [told('Four')],
    });
    const found = whys('typescript', '// INC-7\n', review, [200]);
    assert.deepEqual(
      found.map((text) => /: “(\w+)/.exec(text)?.[1]),
      ['One', 'Three', 'Four'],
    );
  });

  it('begins no line with what a tool could take for an order', () => {
    const review = reviewOf({
      surprises: ['They wrote that nobody at all had asked for @deprecated here, which is what surprised us.'],
    });
    for (let column = 40; column < 100; column++) {
      const [text = ''] = whys('typescript', '/**\n * INC-7\n */\n', review, [column]);
      assert.doesNotMatch(text, /^ \* @/m);
    }
  });

  it('takes no sentence that orders a linter about', () => {
    const review = reviewOf({
      surprises: ['Somebody had written eslint-disable-next-line above it and gone home for the day.'],
    });
    assert.deepEqual(whys('typescript', '// INC-7\n', review), []);
  });

  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '*/',
          '-->',
          '"""',
          "'''",
          '\\',
          '\n',
          '\r',
          '\u2028',
          '\u202e',
          '{{',
          '}}',
          '#}',
          '$(',
          '`',
          'word',
          'a longer stretch of words',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' '));
  const places: Record<string, string> = {
    typescript: 'const a = "one";\n// INC-7\nb(`two`); // three\n',
    javascript: 'a();\n/* INC-7 */\nb("two"); /* three */\n',
    java: 'class A {\n  /** INC-7 */\n  String b = "two"; // three\n}\n',
    python: 'def f():\n    """INC-7"""\n    a = "one" # two\n',
    html: '<p>one</p>\n<!-- INC-7 -->\n<p class="three">',
    sql: "select 1 -- INC-7\nfrom b where c = 'two' -- three\n",
    shellscript: 'echo "one" # INC-7\necho "two" # three\n',
    typescriptreact: 'const a = (\n  <p>\n    {/* INC-7 */}\n    {b("two")}\n  </p>\n);\n',
    handlebars: '<p>\n{{!-- INC-7 --}}\n{{two}}</p>\n',
    tcl: 'proc a {} {\n  # INC-7\n  puts "two"\n}\n',
  };
  for (const [languageId, source] of Object.entries(places)) {
    it(`changes comments only in ${languageId}, whatever the review says`, () => {
      const language = Languages.builtIn.find({ languageId });
      assert.ok(language);
      const outside = (text: string) => {
        const spans = commentSpans(text, language).filter(({ kind }) => kind === 'comment');
        return spans
          .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
          .replace(/\s+/g, '');
      };
      fc.assert(
        fc.property(nasty, (said) => {
          for (const text of whys(languageId, source, reviewOf({ surprises: [said, surprise] }))) {
            assert.equal(outside(text), outside(source));
            assert.doesNotMatch(text.replace(/\n/g, ''), /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
            assert.match(text, /INC-7/);
          }
        }),
      );
    });
  }
});
