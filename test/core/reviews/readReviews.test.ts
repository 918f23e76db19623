import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { read, readOne, sectionsOf } from './readOne';

describe('readReviews', () => {
  it('reads AsciiDoc', () => {
    const text = `= INC-42: Redis ran full
Ada Lovelace <ada@example.com>
:severity: SEV-2

The cache *stopped* taking writes for an hour.

== What surprised us

* Nobody knew that \`maxmemory\` was 0.
** For a year.

[source,mermaid]
----
== no heading
----

== Timeline

|===
| Time | Event

| 14:06 UTC
| Writes fail
|===

Commander:: Grace
`;
    const review = readOne('redis.adoc', text);
    assert.deepEqual(
      [review.id, review.title, review.severity, review.format],
      ['INC-42', 'Redis ran full', 'SEV-2', 'asciidoc'],
    );
    assert.deepEqual(sectionsOf(review), [
      'other: INC-42: Redis ran full',
      'surprises: What surprised us',
      'timeline: Timeline',
    ]);
    assert.deepEqual(review.surprises, ['Nobody knew that maxmemory was 0. For a year.']);
    assert.deepEqual(
      review.moments.map(({ time, text: words }) => [time, words]),
      [['14:06', 'Writes fail']],
    );
    assert.deepEqual(review.people, ['Ada Lovelace']);
    assert.equal(review.materials[0]?.kind, 'diagram');
  });

  it('reads reStructuredText', () => {
    const text = `============
Queue lagged
============

:Date: 2024-06-07
:Severity: SEV-3

What was confusing
------------------

- The dashboard said **zero**
  lag.

::

  What is this
  ------------

Timeline
--------

===== =====
Time  Event
===== =====
09:10 Lag
===== =====
`;
    const review = readOne('INC-43.rst', text);
    assert.deepEqual([review.title, review.date, review.severity], ['Queue lagged', '2024-06-07', 'SEV-3']);
    assert.deepEqual(sectionsOf(review), [
      'other: Queue lagged',
      'difficulties: What was confusing',
      'timeline: Timeline',
    ]);
    assert.deepEqual(review.difficulties, ['The dashboard said zero lag.']);
    assert.deepEqual(
      review.moments.map(({ time }) => time),
      ['09:10'],
    );
  });

  it('reads Org', () => {
    const text = `#+TITLE: Disk full
#+DATE: <2024-07-08 Mon>
* Summary
The disk of =db1= was /full/ for forty minutes.
* DONE What went wrong                                   :tag:
- Severity :: high
- [X] No alert
#+BEGIN_SRC sh
* no heading
#+END_SRC
* Timeline
| Time  | Event |
|-------+-------|
| 10:00 | Full  |
`;
    const review = readOne('disk.org', text);
    assert.deepEqual([review.title, review.date, review.severity], ['Disk full', '2024-07-08', 'high']);
    assert.deepEqual(sectionsOf(review), ['summary: Summary', 'difficulties: What went wrong', 'timeline: Timeline']);
    assert.equal(review.summary, 'The disk of db1 was full for forty minutes.');
    assert.deepEqual(
      review.moments.map(({ time, text: words }) => [time, words]),
      [['10:00', 'Full']],
    );
  });

  it('reads plain text', () => {
    const text =
      'Mail delayed\r\n\r\nDate: 2024-08-09\r\nOwner: Ada\r\n\r\nSUMMARY\r\n\r\nMail was late.\r\n\r\nWhat went wrong:\r\n- no alert\r\n\r\nTIMELINE\r\n09:00 full\r\n';
    const review = readOne('INC-45.txt', text);
    assert.deepEqual([review.title, review.date, review.people], ['Mail delayed', '2024-08-09', ['Ada']]);
    assert.deepEqual(sectionsOf(review), [
      'other: Mail delayed',
      'summary: SUMMARY',
      'difficulties: What went wrong',
      'timeline: TIMELINE',
    ]);
    assert.deepEqual(review.difficulties, ['no alert']);
  });

  it('reads YAML', () => {
    const text = `# kept by hand
id: INC-46
title: Search slow
date: 2024-09-10
services: [search]
description: >
  Search was slow
  for all.

timeline:
  - time: "14:06"
    event: Latency grows
  - at: 2024-09-10T14:20:00Z
    what: Shard moved
what_surprised_us:
  - The shard was alone.
`;
    const review = readOne('x.yaml', text);
    assert.deepEqual(
      [review.id, review.idFrom, review.date, review.services],
      ['INC-46', 'frontMatter', '2024-09-10', ['search']],
    );
    assert.equal(review.summary, 'Search was slow for all.');
    assert.deepEqual(sectionsOf(review), [
      'summary: description',
      'timeline: timeline',
      'surprises: what surprised us',
    ]);
    assert.deepEqual(
      review.moments.map(({ time, text: words, line }) => [time, words, line]),
      [
        ['14:06', 'Latency grows', 11],
        ['14:20', 'Shard moved', 13],
      ],
    );
    assert.deepEqual(review.origins.title, { rule: 'field "title"', line: 3 });
  });

  it('reads JSON', () => {
    const text =
      '{\n "incident_id": "INC-47", "title": "Login broken",\n "started": "2024-10-11T10:00:00Z",\n "difficulties": ["No logs", null],\n "__proto__": {"id": "x"}\n}';
    const review = readOne('x.json', text);
    assert.deepEqual([review.id, review.date, review.difficulties], ['INC-47', '2024-10-11', ['No logs']]);
    assert.deepEqual(
      review.sections.map(({ heading, line }) => [heading, line]),
      [
        ['difficulties', 4],
        ['proto', 5],
      ],
    );
  });

  it('reads YAML below comments, directives, blank lines and a mark, however many, with its lines', () => {
    const above = `%YAML 1.2\n# a\n${'\n \n'.repeat(200)}--- # b\n`;
    const { title, origins } = readOne('x.yaml', `${above}title: A kettle\nid: INC-1\n---\ntitle: Another\n`);
    assert.deepEqual([title, origins.title?.line], ['A kettle', 404]);
    assert.equal(readOne('y.yaml', `${'\n'.repeat(300)}title: A kettle\nid: INC-1\n`).origins.title?.line, 301);
  });

  it('reads JSON without halves of characters, which no file can hold', () => {
    const { title } = readOne('x.json', '{"title": "high \\ud800 end", "id": "INC-1", "date": "2024-01-05"}');
    assert.equal(title, 'high \ufffd end');
  });

  const brokenJson: Record<string, [text: string, line: number]> = {
    'cut off': ['{"id":"INC-3","title": ', 1],
    'with a comma too many': ['{\n  "id": "INC-3",\n  "title": "Three",\n}\n', 4],
    'with a comma too few': ['{\n  "id": "INC-3"\n  "title": "Three"\n}\n', 3],
  };
  for (const [what, [text, line]] of Object.entries(brokenJson)) {
    it(`says where a review in JSON cannot be read, ${what}`, () => {
      const reading = read('INC-3.json', text);
      const findings = reading.kind === 'unreadable' ? reading.findings : [];
      assert.deepEqual(
        findings.map((each) => [each.code, each.line]),
        [['unreadable-json', line]],
      );
    });
  }

  it('leaves out broken JSON that is something else', () => {
    assert.equal(read('api.json', '{"info": {"title": "An API",}, }').kind, 'omitted');
  });

  const paths: Record<string, [pathInSource: string, text: string, kind: string]> = {
    'what says so': ['a.md', '---\nkind: reading-path\ntitle: First weeks\n---\n- INC-7\n', 'readingPath'],
    'Markdown in the folder of paths': ['paths/boats.md', '# Boats\n', 'readingPath'],
    'a page about that folder': ['paths/README.md', '# Paths\n', 'omitted'],
    'other things in that folder': ['paths/boats.yaml', 'title: Boats\nid: 1\n', 'omitted'],
  };
  for (const [what, [path, text, kind]] of Object.entries(paths)) {
    it(`takes ${what} for ${kind === 'omitted' ? 'none' : 'a reading path'}`, () => {
      const file = { key: path, source: 's', path, pathInSource: path, text, isTruncated: false, neighbours: [path] };
      assert.equal(readReviews(file, { ...defaultRules, paths: 'paths' }).kind, kind);
    });
  }

  const omitted: Record<string, [path: string, text: string, reason: string]> = {
    'an empty file': ['a.md', ' \n', 'empty'],
    'data that is no review': [
      'a.yaml',
      'name: build\non: push\n',
      'data without a title and one of id, date and description',
    ],
    'JSON that is no object': ['a.json', '[1, 2]', 'data without a title and one of id, date and description'],
    'a script': ['deploy', '#!/bin/sh\necho 1\n', 'a script'],
    'what is not text': ['thing', 'a\0b', 'not text'],
  };

  for (const [name, [path, text, reason]] of Object.entries(omitted)) {
    it(`leaves out ${name} and says why`, () => {
      const reading = read(path, text);
      assert.equal(reading.kind === 'omitted' ? reading.omission.reason : reading.kind, reason);
    });
  }

  it('tells of YAML that looks like a review and cannot be read', () => {
    const reading = read('a.yaml', 'title: Disk full\ndate: [2021\n');
    assert.equal(reading.kind, 'unreadable');
    if (reading.kind === 'unreadable')
      assert.deepEqual(
        reading.findings.map(({ code, path }) => [code, path]),
        [['unreadable-yaml', 'incidents/a.yaml']],
      );
  });

  it('reads the body below broken front matter and says what is wrong', () => {
    const review = readOne('a.md', '---\ntitle: "One\ndate: 2021-01-02\n---\n\n# Two\n\n## Surprises\n\n- x\n');
    assert.deepEqual([review.title, review.surprises], ['Two', ['x']]);
    assert.deepEqual(
      review.findings.map(({ code, line, severity }) => [code, line, severity]),
      [['unreadable-front-matter', 3, 'warning']],
    );
  });

  it('says when only the beginning was read', () => {
    const review = readOne('a.md', '# x', { isTruncated: true });
    assert.ok(review.isTruncated);
    assert.deepEqual(
      review.findings.map(({ code, severity }) => [code, severity]),
      [['too-long', 'information']],
    );
  });

  it('reads what is marked as Quarto, MyST, MDX or ERB', () => {
    const text = `---
title: One
---
import X from './x'

(target)=
::: {.callout-note}
A note that is long enough to be the first paragraph.
:::

<%= partial 'x' %>

\`\`\`{note}
## Inside
\`\`\`

## Summary ##
`;
    assert.deepEqual(sectionsOf(readOne('a.mdx', text)), ['other: Inside', 'summary: Summary']);
    assert.equal(readOne('a.mdx', text).firstParagraph, 'A note that is long enough to be the first paragraph.');
  });

  it('splits a log of incidents where the library says so', () => {
    const text = `# All our incidents

About this log.

## 2021-06-30 Disk full

It was full.

### What surprised us

- The cap

## INC-9: Cache cold

On 2021-07-01 it was cold.

## Notes

not a review
`;
    const reading = read('log.md', text, { rules: { split: 'heading' } });
    const reviews: readonly ReviewDocument[] = reading.kind === 'reviews' ? reading.reviews : [];
    assert.deepEqual(
      reviews.map(({ id, idFrom, title, date, startsAt }) => [id, idFrom, title, date, startsAt?.line]),
      [
        ['2021-06-30-disk-full', 'heading', 'Disk full', '2021-06-30', 5],
        ['INC-9', 'heading', 'Cache cold', '2021-07-01', 13],
      ],
    );
    const [first, second] = reviews;
    assert.equal(first?.text, text.slice(first?.startsAt?.offset ?? 0, second?.startsAt?.offset));
    assert.deepEqual(first?.surprises, ['The cap']);
    assert.deepEqual(
      first?.sections.map(({ line }) => line),
      [5, 9],
    );
    assert.doesNotMatch(second?.text ?? '', /not a review/);
    assert.equal(readOne('log.md', text).title, 'All our incidents', 'and not otherwise');
  });

  describe('whatever the text', () => {
    const marks = fc.constantFrom(
      '# ',
      '## ',
      '= ',
      '== ',
      '* ',
      '- ',
      '  - ',
      '1. ',
      '> ',
      '>name [1:46 PM]',
      '| a | b |',
      '|---|---|',
      '|===',
      '```',
      '~~~',
      '----',
      '====',
      '***',
      '---',
      '+++',
      '**Label:** v',
      '**Severity**',
      'Date: 2021-01-02',
      '<!--',
      '-->',
      '<details>',
      '<summary>Chat log</summary>',
      '</details>',
      '[x](y.md)',
      '![x](y.png)',
      '[[INC-9]]',
      '[a]: b',
      'title: x',
      'id: y',
      'a: [',
      '{"title": "x", "id": 1',
      '}',
      '.. image:: x.png',
      ':field: value',
      '::',
      '#+TITLE: x',
      '#+BEGIN_SRC',
      '#+END_SRC',
      ':PROPERTIES:',
      ':END:',
      '14:06 x',
      '## 2021-01-02 x',
      '## Sensitive findings',
      'text with words',
      '',
      '\t',
      '    indented',
      '===',
      '\r',
      '\u2028',
      'é漢🔥',
      '<%= x',
      '%>',
      '{#id}',
      '\\',
    );
    const text = fc.oneof(
      fc.array(marks, { maxLength: 40 }).map((lines) => lines.join('\n')),
      fc.array(marks, { maxLength: 20 }).map((lines) => lines.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    const path = fc.constantFrom(
      'a.md',
      'b.qmd',
      'c.adoc',
      'd.rst',
      'e.org',
      'f.txt',
      'g.yaml',
      'h.json',
      'plain',
      'i.html.md.erb',
    );
    const split = fc.constantFrom<'none' | 'heading'>('none', 'heading');

    it('never throws, and all places lie inside it, in order', () => {
      fc.assert(
        fc.property(path, text, split, (name, source, way) => {
          const reading = read(name, source, { rules: { split: way } });
          if (reading.kind !== 'reviews') return;
          for (const review of reading.reviews) assertPlaces(review, source);
        }),
        { numRuns: 1000 },
      );
    }).timeout(60_000);
  });

  // Quadratic work on 30 kB would not end within the time limit.
  it('comes to an end with 30 kB of the same', () => {
    const hard = [
      '[',
      '![',
      '*a',
      '_a_',
      '`',
      '<',
      '| a ',
      '> ',
      '- ',
      '# ',
      '14:06 x\n',
      '**a:** ',
      '2021-',
      '(',
      '&',
      '<!--',
      '\n',
      ' ',
      '\t',
      '## Sensitive findings\n- 14:06 x\n',
      '**a:** b\n\n',
      '\r\n',
      ':a: b\n',
      '=\n',
      '::\n\n',
    ];
    for (const unit of hard) {
      for (const name of ['a.md', 'b.adoc', 'c.rst', 'd.org', 'e.txt', 'f.yaml']) {
        const text = `title: x\nid: y\n${unit.repeat(Math.ceil(30_000 / unit.length))}`;
        read(name, text);
      }
    }
  }).timeout(120_000);
});

function assertPlaces(review: ReviewDocument, source: string): void {
  const { text, sections, moments } = review;
  const lines = source.split(/\r\n|\r|\n/).length;
  let last = -1;
  for (const { start, bodyStart, end, line } of sections) {
    assert.ok(start >= 0 && start >= last && start <= bodyStart && start <= end, `${start} ${bodyStart} ${end}`);
    assert.ok(bodyStart <= text.length && end <= text.length);
    assert.ok(line >= 1 && line <= lines);
    last = start;
  }
  assert.equal(new Set(sections.map(({ passage }) => passage)).size, sections.length);
  last = -1;
  for (const { start, end, line, text: words } of moments) {
    assert.ok(start >= last && start <= end && end <= text.length);
    assert.ok(line >= 1 && line <= lines);
    assert.doesNotMatch(words, /\n/);
    last = start;
  }
  assert.notEqual(review.id, '');
  assert.notEqual(review.title, '');
}
