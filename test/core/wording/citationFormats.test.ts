import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CitationPlace, copyCitation, formatCitation } from '../../../src/core/wording/citationFormats';
import { relativePath } from '../../../src/core/wording/relativePath';
import { reviewFrom, reviewOf } from './reviewOf';

const c = { line: ['//'], block: [['/*', '*/']] } as const;
const hash = { line: ['#'] } as const;
const html = { block: [['<!--', '-->']] } as const;

function code(
  languageId: string,
  commentMarks: CitationPlace['commentMarks'],
  line: string,
  more: Partial<CitationPlace> = {},
) {
  const [before = '', after = ''] = line.split('‸');
  const marks = commentMarks ? { commentMarks } : {};
  return { languageId, isProse: false, isInComment: false, at: { before, after }, ...marks, ...more };
}

function prose(languageId: string, fromPath?: string, more: Partial<CitationPlace> = {}): CitationPlace {
  const path = fromPath === undefined ? {} : { fromPath };
  return { languageId, isProse: true, isInComment: false, at: { before: '', after: '' }, ...path, ...more };
}

describe('formatCitation in code', () => {
  const cases: Record<string, [place: CitationPlace, text: string | undefined]> = {
    'is a line comment on an empty line': [
      code('typescript', c, '  ‸'),
      '// see INC-7: Retries piled up behind checkout',
    ],
    'stands apart from the code before it': [
      code('go', c, 'retry()‸'),
      ' // see INC-7: Retries piled up behind checkout',
    ],
    'is a block comment before other code': [
      code('java', c, 'retry(‸ 3)'),
      '/* see INC-7: Retries piled up behind checkout */',
    ],
    'is nothing before other code without block comments': [code('python', hash, 'x = ‸ 3'), undefined],
    'is a block where the language has no line comments': [
      code('html', html, '‸'),
      '<!-- see INC-7: Retries piled up behind checkout -->',
    ],
    'is nothing where the language has no comments': [code('json', undefined, '‸'), undefined],
    'is nothing in a string': [code('go', c, '"‸', { isInString: true }), undefined],
    'is the id alone in a comment that says something': [
      code('go', c, '// keep, see ‸', { isInComment: true }),
      'INC-7',
    ],
    'is a sentence in a comment that says nothing yet': [
      code('go', c, '  // ‸', { isInComment: true }),
      'see INC-7: Retries piled up behind checkout',
    ],
    'keeps apart from words in a comment': [code('go', c, '// see‸and', { isInComment: true }), ' INC-7 '],
    'keeps apart from the end of a comment': [code('go', c, '/* see ‸*/', { isInComment: true }), 'INC-7 '],
    'is nothing inside the end of a comment': [code('go', c, '/* see *‸/', { isInComment: true }), undefined],
    'is nothing behind a backslash': [code('c', c, '#define A \\‸'), undefined],
    'is nothing below a backslash': [
      code('c', c, '', { at: { before: '', after: '', lineAbove: '#define A \\' } }),
      undefined,
    ],
    'is nothing after a value where comments take whole lines': [code('properties', hash, 'a=b‸'), undefined],
    'names the passage': [
      code('go', c, '‸', { passage: 'what-surprised-us' }),
      '// see INC-7#what-surprised-us: Retries piled up behind checkout',
    ],
    'names the time': [code('go', c, '// see ‸', { isInComment: true, passage: '14:06' }), 'INC-7@14:06'],
  };
  for (const [name, [place, text]] of Object.entries(cases)) {
    it(name, () => assert.equal(formatCitation(reviewOf(), place), text));
  }

  it('names the path where the id is an ordinary word or a bare date', () => {
    const review = reviewOf({ id: '2020-02-12', path: 'incidents/2020-02-12.md', title: 'Nodes ran out' });
    assert.equal(formatCitation(review, code('go', c, '‸')), '// see incidents/2020-02-12.md: Nodes ran out');
  });

  it('says a title once where the id says it', () => {
    const id = '2025-12-30-the-settlement-that-balanced';
    const review = reviewOf({ id, path: `incidents/${id}.md`, idFrom: 'stem', title: 'The settlement that balanced' });
    assert.equal(formatCitation(review, code('go', c, '‸')), `// see ${id}`);
    assert.equal(formatCitation(review, prose('plaintext')), id);
    assert.equal(copyCitation(review), id);
    const link = `[The settlement that balanced](incidents/${id}.md)`;
    assert.equal(formatCitation(review, prose('markdown', 'x.md')), link);
  });

  it('refuses an id that would end the comment', () => {
    for (const id of ['INC-*/7', 'INC-7\n', 'INC\u202E-7', 'INC-\\7', '']) {
      assert.equal(formatCitation(reviewOf({ id }), code('go', c, '‸')), undefined, JSON.stringify(id));
    }
  });

  const titles: Record<string, [place: CitationPlace, title: string, text: string]> = {
    'breaks up what would end the comment': [code('go', c, '‸ x'), 'a */ b', '/* see INC-7: a * / b */'],
    'breaks up what would begin another': [code('rust', c, '‸ x'), 'a /* b', '/* see INC-7: a / * b */'],
    'leaves out line breaks and controls': [
      code('go', c, '‸'),
      'a\r\nb\u2028c\u0085d\u202Ee\u0000f',
      '// see INC-7: a b c def',
    ],
    'leaves no backslash': [code('java', c, '‸'), 'C:\\u000a end\\', '// see INC-7: C:/u000a end/'],
    'ends no PHP': [code('php', c, '‸'), 'a ?> b', '// see INC-7: a ? > b'],
    'ends no script': [code('javascript', c, '‸'), '</script>', '// see INC-7: < /script>'],
    'calls nothing in make': [code('makefile', hash, '\t‸'), '$(shell id)', '# see INC-7: (shell id)'],
    'calls nothing in batch files': [code('bat', { line: ['rem'] }, '‸'), '%~% &del', 'rem see INC-7: ~ del'],
    'ends no Pascal': [code('pascal', { block: [['{', '}']] }, '‸'), 'a } b', '{ see INC-7: a  b }'],
    'ends no docstring': [code('python', hash, '"""‸"""', { isInComment: true }), 'a """', 'see INC-7: a " "" '],
    'writes no double hyphen into XML': [code('xml', html, '‸'), 'a -- b', '<!-- see INC-7: a - - b -->'],
    'keeps addresses': [code('go', c, '‸'), 'https://example.com', '// see INC-7: https://example.com'],
  };
  for (const [name, [place, title, text]] of Object.entries(titles)) {
    it(name, () => assert.equal(formatCitation(reviewOf({ title }), place), text));
  }
});

describe('formatCitation in prose', () => {
  const surprise = reviewFrom('# What surprised us\ntext', {
    title: 'Retries (and [more])',
    path: 'incidents/a b(1).md',
  });
  const cases: Record<string, [place: CitationPlace, text: string]> = {
    'is a Markdown link with the way there': [
      prose('markdown', 'docs/adr/0007.md'),
      '[INC-7: Retries (and \\[more\\])](../../incidents/a%20b%281%29.md)',
    ],
    'links to the passage and names it': [
      prose('markdown', 'incidents/INC-9.md', { passage: 'what-surprised-us' }),
      '[INC-7: Retries (and \\[more\\]) — What surprised us](a%20b%281%29.md#what-surprised-us)',
    ],
    'names the time in the text': [
      prose('markdown', 'README.md', { passage: '14:06' }),
      '[INC-7@14:06: Retries (and \\[more\\])](incidents/a%20b%281%29.md)',
    ],
    'is an AsciiDoc link': [
      prose('asciidoc', 'docs/x.adoc'),
      'link:../incidents/a%20b%281%29.md[INC-7: Retries (and (more))]',
    ],
    'is an RST link': [
      prose('restructuredtext', 'docs/x.rst'),
      '`INC-7: Retries (and [more]) <../incidents/a%20b%281%29.md>`__',
    ],
    'is an Org link': [prose('org', 'x.org'), '[[file:incidents/a b(1).md][INC-7: Retries (and (more))]]'],
    'is plain in plain text': [prose('plaintext', 'notes.txt'), 'INC-7: Retries (and [more])'],
    'is plain where the document has no path': [prose('markdown'), 'INC-7: Retries (and \\[more\\])'],
    'is plain where the library lies elsewhere': [prose('markdown', '/tmp/x.md'), 'INC-7: Retries (and \\[more\\])'],
    'makes no image of a link': [
      prose('markdown', 'x.md', { at: { before: 'Look!', after: 'now' } }),
      ' [INC-7: Retries (and \\[more\\])](incidents/a%20b%281%29.md) ',
    ],
  };
  for (const [name, [place, text]] of Object.entries(cases)) {
    it(name, () => assert.equal(formatCitation(surprise, place), text));
  }

  it('leaves out an id that is only the name of the file', () => {
    const review = reviewOf({ id: '2026-05-09-login-outage', idFrom: 'stem', title: 'Login outage' });
    assert.equal(
      formatCitation(review, prose('markdown', 'README.md')),
      '[Login outage](incidents/2026-05-09-login-outage.md)',
    );
  });

  it('is an xref between AsciiDoc documents', () => {
    assert.equal(
      formatCitation(reviewOf({ path: 'incidents/INC-7.adoc', title: 'a, b=c' }), prose('asciidoc', 'x.adoc')),
      'xref:incidents/INC-7.adoc["INC-7: a, b=c"]',
    );
  });

  it('never names a heading that is excluded', () => {
    const review = reviewFrom('# Sensitive findings | excluded\ntext', { title: 'T' });
    const text = formatCitation(review, prose('markdown', 'x.md', { passage: 'sensitive-findings' }));
    assert.equal(text, '[INC-7: T](incidents/INC-7.md#sensitive-findings)');
  });
});

describe('formatCitation, whatever the review says', () => {
  const places: CitationPlace[] = [
    code('go', c, '‸'),
    code('go', c, 'f(‸ 1)'),
    code('python', hash, '‸'),
    code('html', html, '‸'),
    code('sql', { line: ['--'], block: [['/*', '*/']] }, '‸'),
    code('python', hash, '"""‸"""', { isInComment: true }),
    ...['markdown', 'asciidoc', 'restructuredtext', 'org', 'plaintext'].map((each) => prose(each, 'docs/x.md')),
  ];
  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        '*/',
        '-->',
        '"""',
        '\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u0085',
        '\u202e',
        '\u2066',
        '\\',
        '*',
        '/',
        '-',
        '>',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('](', '](x)', '<b>', '`', '[', '\ud800', '\u200b'),
    ),
    { maxLength: 30 },
  );

  it('inserts one line that ends no comment and hides nothing', () => {
    fc.assert(
      fc.property(nasty, nasty, fc.constantFrom(...places), (title, path, place) => {
        const review = reviewOf({ title: title.join(''), path: `incidents/${path.join('').replaceAll('/', '')}.md` });
        const text = formatCitation(review, place);
        if (text === undefined) return;
        assert.doesNotMatch(text, /[\r\n\u2028\u2029\u0085\p{Bidi_Control}\p{Cc}\p{Cs}\u200b]/u);
        if (place.isProse) return assert.doesNotMatch(text, /\*\/|-->|"""/);
        const marks = place.commentMarks?.block?.[0];
        const inner = marks && text.startsWith(marks[0]) ? text.slice(marks[0].length, -marks[1].length) : text;
        assert.doesNotMatch(inner, /\*\/|-->|"""|\\/);
      }),
      { numRuns: 1000 },
    );
  }).timeout(20_000);

  it('closes a Markdown link where it should', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, path) => {
        const review = reviewOf({ title: title.join(''), path: `incidents/${path.join('').replaceAll('/', '')}.md` });
        assert.match(
          formatCitation(review, prose('markdown', 'x.md')) ?? '',
          /^\[(?:[^\\[\]]|\\[!-/:-@[-`{-~])*\]\([\w.~%/-]+\)$/u,
        );
      }),
    );
  }).timeout(20_000);
});

describe('copyCitation', () => {
  it('is the id and the title', () => {
    assert.equal(copyCitation(reviewOf()), 'INC-7: Retries piled up behind checkout');
    assert.equal(copyCitation(reviewOf(), '14:06'), 'INC-7@14:06: Retries piled up behind checkout');
  });

  it('adds the path where the id alone would not be recognised', () => {
    assert.equal(
      copyCitation(reviewOf({ id: 'saas-outage', path: 'incidents/saas-outage.md' })),
      'saas-outage: Retries piled up behind checkout (incidents/saas-outage.md)',
    );
  });
});

describe('relativePath', () => {
  const cases: [from: string | undefined, to: string, path: string | undefined][] = [
    ['a.md', 'b.md', 'b.md'],
    ['docs/a.md', 'b.md', '../b.md'],
    ['docs/x/a.md', 'docs/y/b.md', '../y/b.md'],
    ['docs/a.md', 'docs/a.md', 'a.md'],
    ['/lib/a.md', '/lib/x/b.md', 'x/b.md'],
    ['a.md', '/lib/b.md', undefined],
    [undefined, 'b.md', undefined],
  ];
  for (const [from, to, path] of cases) {
    it(`from ${from} to ${to} is ${path}`, () => assert.equal(relativePath(from, to), path));
  }
});
