import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { pastIncidents } from '../../../src/core/wording/pastIncidents';
import { libraryOf, reviewOf } from './reviewOf';

const lock = reviewOf({ title: 'A lock nobody held', path: 'docs/incidents/INC-7.md', date: '2023-06-07' });
const sale = reviewOf({ id: 'INC-9', title: 'The *sale*', path: 'docs/incidents/INC-9.md' });
const quay = reviewOf({
  id: '2024-the-quay',
  idFrom: 'stem',
  title: 'The quay',
  path: 'docs/incidents/2024-the-quay.md',
});
const known = new KnownIds(libraryOf([lock, sale, quay]));

function section(
  text: string,
  languageId = 'markdown',
  own: readonly ReviewDocument[] = [],
  heading = 'Past incidents considered',
) {
  const path = languageId === 'plaintext' ? 'docs/design/a.txt' : 'docs/design/a.md';
  const language = Languages.builtIn.find({ languageId });
  const citations = findCitations(text, language, known, { matchIn: 'comments', path });
  return pastIncidents({ text, language, languageId, path, citations, own, pathFor: () => path }, heading);
}

/** The text with its section. */
function refreshed(text: string, languageId = 'markdown', heading?: string): string {
  const edit = section(text, languageId, [], heading);
  assert.ok(typeof edit !== 'string', String(edit));
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const begin = '<!-- precedent: past incidents -->';
const end = '<!-- precedent: end of past incidents -->';
const body = '# Plan\n\nWe wait, as in INC-7. Later, INC-9 taught us *more*.\n\nINC-7 again.\n';
const listed = [
  begin,
  '## Past incidents considered',
  '',
  '- [INC-7: A lock nobody held](../incidents/INC-7.md) (2023-06-07): “We wait, as in INC-7.”',
  '- [INC-9: The \\*sale\\*](../incidents/INC-9.md): “We wait, as in INC-7. Later, INC-9 taught us more.”',
  end,
].join('\n');

describe('the section of past incidents', () => {
  it('lists each review once, in the order of the text, with the sentence that cites it', () => {
    assert.equal(refreshed(body), `${body}\n${listed}\n`);
  });

  it('says nothing new the second time', () => {
    const text = refreshed(body);
    const edit = section(text);
    assert.ok(typeof edit !== 'string' && edit.isSame);
    assert.equal(refreshed(text), text);
  });

  it('changes nothing but what stands between its marks', () => {
    const text = `${refreshed(body)}\nAfter it, INC-9.\n`.replace('We wait, as in INC-7.', 'We do not.');
    const now = refreshed(text);
    assert.equal(now.slice(0, now.indexOf(begin)), text.slice(0, text.indexOf(begin)));
    assert.equal(now.slice(now.indexOf(end)), text.slice(text.indexOf(end)));
    assert.match(now, /- \[INC-9.*\n- \[INC-7.*“INC-7 again\.”/);
  });

  it('says so when nothing is cited any more', () => {
    const now = refreshed(`${refreshed(body).replace(body, '# Plan\n')}`);
    assert.match(now, /considered\n\nNo review is cited in this document\.\n<!-- precedent: end/);
  });

  const sentences: Record<string, [body: string, entries: string]> = {
    'says the title once where the sentence holds the link': [
      'We wait, as in [INC-7: A lock nobody held](../incidents/INC-7.md "Doors").',
      '- [INC-7: A lock nobody held](../incidents/INC-7.md) (2023-06-07): “We wait, as in INC-7.”',
    ],
    'quotes nothing where the citation stands alone': [
      '- [INC-7: A lock nobody held](../incidents/INC-7.md)',
      '- [INC-7: A lock nobody held](../incidents/INC-7.md) (2023-06-07)',
    ],
    'quotes nothing where the citation is the source of a quotation': [
      '> “It was dark.”\n>\n> — [INC-7: A lock nobody held](../incidents/INC-7.md), 2023-06-07',
      '- [INC-7: A lock nobody held](../incidents/INC-7.md) (2023-06-07)',
    ],
    'leaves the title out where the link says nothing else': [
      'We wait, as [The quay](../incidents/2024-the-quay.md) taught us.',
      '- [The quay](../incidents/2024-the-quay.md): “We wait, as … taught us.”',
    ],
    'keeps the passage': [
      'We wait, as in INC-7#what-surprised-us.',
      '- [INC-7: A lock nobody held](../incidents/INC-7.md#what-surprised-us) (2023-06-07): “We wait, as in INC-7#what-surprised-us.”',
    ],
    'keeps the passage of a link, once': [
      'We wait, as in [INC-7: A lock nobody held](../incidents/INC-7.md#what-surprised-us).',
      '- [INC-7: A lock nobody held](../incidents/INC-7.md#what-surprised-us) (2023-06-07): “We wait, as in INC-7.”',
    ],
  };
  for (const [name, [text, entries]] of Object.entries(sentences)) {
    it(name, () => {
      const now = refreshed(`# Plan\n\n${text}\n`);
      assert.equal(now.slice(now.indexOf('considered') + 12, now.indexOf(end)).trim(), entries);
      assert.equal(refreshed(now), now);
    });
  }

  it('takes another heading', () => {
    assert.match(refreshed(refreshed(body), 'markdown', 'Was *wir* wissen'), /\n## Was \\\*wir\\\* wissen\n/);
  });

  it('keeps the line ends of the document', () => {
    const text = refreshed(body.replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  const others: Record<string, [languageId: string, text: string, wanted: RegExp]> = {
    'is commented in MDX': ['mdx', 'INC-7\n', /\n\{\/\* precedent: past incidents \*\/\}\n\n## Past/],
    'is a section of AsciiDoc': [
      'asciidoc',
      'See INC-7.\n',
      /\n\/\/ precedent: past incidents\n\n== Past incidents considered\n\n\* link:.*“See INC-7\.”\n\n\/\/ precedent: end/,
    ],
    'is a section of Org': [
      'org',
      'See INC-7.\n',
      /\n# precedent: past incidents\n\n\* Past incidents considered\n\n- \[\[file/,
    ],
    'is a section of reStructuredText': [
      'restructuredtext',
      'Plan\n====\n\nWhy\n~~~\n\nSee INC-7.\n',
      /\n\.\. precedent: past incidents\n\nPast incidents considered\n~{25}\n\n- `INC-7/,
    ],
    'is below a title of reStructuredText': ['restructuredtext', 'Plan\n====\n\nSee INC-7.\n', /considered\n-{25}\n/],
  };
  for (const [name, [languageId, text, wanted]] of Object.entries(others)) {
    it(name, () => {
      const now = refreshed(text, languageId);
      assert.match(now, wanted);
      assert.equal(refreshed(now, languageId), now);
    });
  }

  const reasons: Record<string, [text: string, languageId: string, reason: string]> = {
    'is not in plain text': ['INC-7', 'plaintext', 'noMarks'],
    'is not in code': ['// INC-7', 'go', 'noMarks'],
    'is not where nothing is cited': ['Nothing.', 'markdown', 'nothingCited'],
    'is not in an open fence': ['INC-7\n\n```\ncode\n', 'markdown', 'noPlace'],
    'is not where its end is missing': [`INC-7\n${begin}\nMine.\n`, 'markdown', 'unclosed'],
    'is not where its beginning is missing': [`INC-7\n${end}\n`, 'markdown', 'unclosed'],
    'is not where it begins twice': [`INC-7\n${begin}\n${begin}\n${end}\n`, 'markdown', 'unclosed'],
  };
  for (const [name, [text, languageId, reason]] of Object.entries(reasons)) {
    it(name, () => assert.equal(section(text, languageId), reason));
  }

  it('takes marks in a fence for an example', () => {
    const text = `INC-7\n\n\`\`\`md\n${begin}\n${end}\n\`\`\`\n`;
    assert.ok(refreshed(text).startsWith(text));
  });

  it('does not list the review that the document is', () => {
    assert.equal(section('INC-7', 'markdown', [lock]), 'nothingCited');
  });

  it('is the same for the same text, whatever it says, and touches nothing else', () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom(
          'INC-7',
          'INC-9 ',
          '\n',
          '\n\n',
          '# ',
          '- ',
          '`',
          '```\n',
          '<!--',
          '-->',
          '| ',
          '[x](',
          begin,
          end,
          '\r\n',
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom('markdown', 'asciidoc', 'restructuredtext', 'org'), (told, languageId) => {
        const text = told.join('');
        const edit = section(text, languageId);
        if (typeof edit === 'string') return;
        const now = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        assert.equal(now.slice(0, edit.start), text.slice(0, edit.start));
        const again = section(now, languageId);
        assert.ok(typeof again !== 'string' && again.isSame, JSON.stringify({ text, now, again }));
      }),
      { numRuns: 500 },
    );
  }).timeout(20_000);
});
