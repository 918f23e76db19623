import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { convert } from '@asciidoctor/core';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { CitationFormat } from '../../../src/core/wording/citationFormat';
import { cited } from './citing';
import { reviewFrom } from './reviewOf';

/** Titles that mean something in one language or another. */
const titles = [
  'A lock nobody held',
  'a, b = c, "d" and e\'s',
  '[x](https://example.com) and ![y](z.png)',
  '<script>alert(1)</script> <b>bold</b>',
  '**bold** _it_ `code` ~~out~~ #hash# ##hash##',
  'https://example.com/a and mailto:me@example.com',
  'link:evil.html[x] image:x.png[] xref:y[z] {author} {counter:x}',
  '`x <https://example.com>`__ |subst| word_ :role:`x` [#n]_',
  '[[file:evil][x]] and *org*',
  '&lt;b&gt; &amp; &#42; &copy;',
  '$x$ $$y$$ \\ \\\\ \\[',
  '| cell | ||| cell',
  'a -- b --> c */ d """',
  '____',
  '> quote',
];

const formats: readonly CitationFormat[] = [
  { kind: 'usual' },
  { kind: 'footnote' },
  { kind: 'quote' },
  { kind: 'plain' },
  { kind: 'id' },
  { kind: 'own', name: 'own', template: '{id}, {title}, {quote}' },
];

function reviewOf(title: string) {
  return reviewFrom(`# What surprised us\n${title}`, {
    title,
    path: 'docs/incidents/INC-7 (old).md',
    date: '2023-06-07',
    surprises: [title],
  });
}

/** What a reader of a rendered document gets: where its links lead, and anything else but words. */
interface Rendered {
  readonly links: readonly string[];
  readonly others: readonly string[];
}

function rendered(html: string): Rendered {
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href);
  const others = [...html.matchAll(/<(script|b|img|math|object|iframe|form|del|code|mark)\b/g)].map(
    ([, tag = '']) => tag,
  );
  return { links: links.filter((href) => !href.startsWith('#')), others };
}

const source = 'Before ‸ after.\n\nThe next paragraph.\n';
const way = '../../incidents/INC-7%20%28old%29.md';

const isLinked = ({ kind }: CitationFormat) => kind === 'usual' || kind === 'quote' || kind === 'footnote';

describe('citations in Markdown, as markdown-it reads them', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const isNote = (format: CitationFormat) => format.kind === 'footnote';
  const render = (title: string, format: CitationFormat, fromPath = 'docs/design/deep/a.md') => {
    const text = cited(reviewOf(title), source, 'markdown', format, { fromPath }) ?? '';
    // markdown-it itself knows no footnotes: their notes are paragraphs to it.
    return rendered(markdown.render(isNote(format) ? text.replace(/^\[\^.*\]: /m, '') : text));
  };

  for (const format of formats) {
    it(`lead to the review and nowhere else: ${format.kind}`, () => {
      for (const title of titles) {
        assert.deepEqual(render(title, format), { links: isLinked(format) ? [way] : [], others: [] }, title);
      }
    });
  }

  it('are plain text, whatever the review says', () => {
    const nasty = fc.array(
      fc.oneof(fc.constantFrom(...titles, '](', '<', '>', '`', '\\', '\n', '://'), fc.string({ maxLength: 6 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(nasty, fc.constantFrom(...formats), (parts, format) => {
        const { links, others } = render(parts.join(''), format);
        assert.deepEqual(others, []);
        assert.deepEqual(
          [...new Set(links)].filter((href) => href !== way),
          [],
        );
      }),
      { numRuns: 500 },
    );
  }).timeout(20_000);
});

describe('citations in AsciiDoc, as Asciidoctor reads them', () => {
  for (const format of formats) {
    it(`lead to the review and nowhere else: ${format.kind}`, async () => {
      for (const title of titles) {
        const text = cited(reviewOf(title), source, 'asciidoc', format, { fromPath: 'docs/design/deep/a.adoc' }) ?? '';
        const html = String(await convert(text, { safe: 'secure' }));
        const told = rendered(html);
        assert.deepEqual(told.links, isLinked(format) ? [way] : [], `${title}\n${text}\n${html}`);
        assert.deepEqual(told.others, [], `${title}\n${text}\n${html}`);
      }
    }).timeout(20_000);
  }
});

describe('citations in reStructuredText, as docutils reads them', () => {
  const program = [
    'import json, sys',
    'from docutils.core import publish_doctree',
    'answers = []',
    'for text in json.load(sys.stdin):',
    '    tree = publish_doctree(text, settings_overrides={"report_level": 5, "halt_level": 6, "file_insertion_enabled": False, "raw_enabled": False})',
    '    found = lambda name: [n for n in tree.traverse() if n.tagname == name]',
    '    answers.append({"links": [n["refuri"] for n in found("reference") if "refuri" in n], "problems": [m.astext() for m in found("system_message")] + [n.astext() for n in found("problematic") + found("image") + found("raw")]})',
    'print(json.dumps(answers))',
  ].join('\n');
  const isThere = spawnSync('python3', ['-c', 'import docutils'], { timeout: 20_000 }).status === 0;

  if (!isThere) it.skip('lead to the review and nowhere else (docutils is not installed)');
  else {
    it('lead to the review and nowhere else', () => {
      const asked = formats.flatMap((format) => titles.map((title) => ({ format, title })));
      const texts = asked.map(({ format, title }) =>
        cited(reviewOf(title), source, 'restructuredtext', format, { fromPath: 'docs/design/deep/a.rst' }),
      );
      const { stdout, stderr } = spawnSync('python3', ['-c', program], {
        input: JSON.stringify(texts),
        timeout: 60_000,
      });
      const answers: unknown = JSON.parse(String(stdout) || `"${String(stderr).slice(-300)}"`);
      asked.forEach(({ format, title }, at) => {
        const answer = Array.isArray(answers) ? answers[at] : answers;
        assert.deepEqual(
          answer,
          { links: isLinked(format) ? [way] : [], problems: [] },
          `${format.kind}: ${title}\n${texts[at]}\n${JSON.stringify(answer)}`,
        );
      });
    }).timeout(60_000);
  }
});
