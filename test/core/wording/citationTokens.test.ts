import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commentSpans } from '../../../src/core/citations/commentSpans';
import { type CommentMarks, Languages } from '../../../src/core/citations/languages';
import { formatCitation } from '../../../src/core/wording/citationFormats';
import { reviewOf } from './reviewOf';

const c: CommentMarks = { line: ['//'], block: [['/*', '*/']] };
const block: CommentMarks = { block: [['/*', '*/']] };

/** Code in which `‸` stands where a citation may go, and the marks of comments there. */
const places: Record<string, [languageId: string, marks: CommentMarks, source: string]> = {
  'at the end of a line of TypeScript': ['typescript', c, 'const a = "one";‸\nb(`two`); // three\n'],
  'between code in TypeScript': ['typescript', block, 'f(‸ "one");\ng("two"); /* three */\n'],
  'on a line of its own in Python': ['python', { line: ['#'] }, 'a = "one"\n‸\nb = """two"""\n'],
  'at the end of a line of C': ['c', c, 'int a = 1;‸\nchar *b = "two"; /* three */\n'],
  'in Java': ['java', c, 'int a;‸\nString b = "two"; // three\n'],
  'in Rust': ['rust', block, 'let a = ‸ 1;\nlet b = "two"; /* three /* four */ */\n'],
  'in SQL': ['sql', { line: ['--'] }, 'select 1‸\nfrom b where c = "two" -- three\n'],
  'in HTML': ['html', { block: [['<!--', '-->']] }, '<p>one</p>‸\n<!-- two --><p class="three">'],
  'in a shell script': ['shellscript', { line: ['#'] }, 'echo "one"‸\necho "two" # three\n'],
};

const marks = [
  '*/',
  '/*',
  '-->',
  '<!--',
  '"""',
  "'''",
  '`',
  '"',
  "'",
  '\\',
  '\n',
  '\r',
  '\u2028',
  '$(',
  '${',
  '#',
  '--',
  '//',
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('formatCitation, as the scanner of comments sees it', () => {
  for (const [name, [languageId, commentMarks, source]] of Object.entries(places)) {
    it(`is one comment and changes no other token ${name}`, () => {
      const language = Languages.builtIn.find({ languageId });
      assert.ok(language);
      const offset = source.indexOf('‸');
      const code = source.replace('‸', '');
      const before = code.slice(code.lastIndexOf('\n', offset - 1) + 1, offset);
      const after = code.slice(offset, code.indexOf('\n', offset));
      const tokens = (text: string) =>
        commentSpans(text, language).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
      fc.assert(
        fc.property(nasty, (title) => {
          const place = { languageId, isProse: false, commentMarks, isInComment: false, at: { before, after } };
          const inserted = formatCitation(reviewOf({ title }), place);
          assert.ok(inserted);
          const now = tokens(code.slice(0, offset) + inserted + code.slice(offset));
          const own = now.indexOf(`comment ${inserted.trim()}`);
          assert.ok(own >= 0, now.join('\n'));
          assert.deepEqual(now.toSpliced(own, 1), tokens(code));
        }),
        { numRuns: 150 },
      );
    }).timeout(20_000);
  }
});
