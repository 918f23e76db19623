import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FoundCitation } from '../../../src/core/citations/citation';
import { type Card, type CardContext, card, cardSections, unknownCard } from '../../../src/core/wording/card';
import { cardMarkdown } from '../../../src/core/wording/cardMarkdown';
import { cardPlain } from '../../../src/core/wording/cardPlain';
import { citationCard, severalCard } from '../../../src/core/wording/citationCard';
import { reviewFrom, reviewOf } from './reviewOf';

const all: CardContext = { sections: cardSections, citedBy: [] };

const checkout = reviewOf({
  date: '2026-05-09',
  services: ['checkout', 'payments'],
  status: 'closed',
  severity: 'SEV1',
  surprises: ['The retry queue was longer than the outage.', 'Nobody had seen it drain before.'],
  difficulties: ['Two dashboards disagreed'],
  summary: 'Checkout answered slowly for an hour.',
  people: ['Ana Sousa', 'Ben Ito', 'Cleo', 'Dana', 'Eli'],
  materials: [
    { kind: 'document', path: 'incidents/INC-7/notes.pdf' },
    { kind: 'image', path: 'incidents/INC-7/whiteboard.png', title: 'The queue as drawn that night' },
  ],
});

describe('card', () => {
  it('leads with what surprised people and what was difficult', () => {
    assert.equal(
      cardPlain(
        card(checkout, {
          ...all,
          citedBy: [{ sentence: 'Keep the cap, see INC-7.', path: 'src/retry.ts', line: 12 }],
        }),
      ),
      [
        'Precedent · INC-7 · Retries piled up behind checkout',
        '9 May 2026 · checkout, payments · closed',
        'Checkout answered slowly for an hour.',
        'What surprised people: The retry queue was longer than the outage. Nobody had seen it drain before.',
        'What was difficult: Two dashboards disagreed',
        'People who can tell more: Ana Sousa, Ben Ito, Cleo, Dana and 1 more',
        'Cited: “Keep the cap, see INC-7.” in src/retry.ts, line 12',
      ].join('\n'),
    );
  });

  it('says of the places that cite the review where not all files were searched for them', () => {
    const citedBy = [{ sentence: 'Keep the cap, see INC-7.', path: 'src/retry.ts', line: 12 }];
    const last = (context: CardContext) => cardPlain(card(checkout, context)).split('\n').at(-1);
    assert.equal(
      last({ ...all, citedBy, isCitedInPart: true }),
      'Cited so far: “Keep the cap, see INC-7.” in src/retry.ts, line 12',
    );
    assert.equal(last({ ...all, isCitedInPart: true }), 'Not all files have been searched for places that cite it.');
    const sections = cardSections.filter((section) => section !== 'citedBy');
    assert.match(last({ ...all, sections, isCitedInPart: true }) ?? '', /^People who can tell more/);
  });

  it('names the first image inside the source', () => {
    assert.deepEqual(card(checkout, all).image, {
      path: 'incidents/INC-7/whiteboard.png',
      alt: 'The queue as drawn that night',
    });
  });

  const outside = [
    'https://example.com/a.png',
    '//host/a.png',
    '../../a.png',
    '/etc/a.png',
    'data:image/png',
    'c:/a.png',
  ];
  for (const path of outside) {
    it(`shows no image from ${path}`, () => {
      assert.equal(card(reviewOf({ materials: [{ kind: 'image', path }] }), all).image, undefined);
    });
  }

  it('tells the summary where nobody says what surprised them, else the first paragraph', () => {
    assert.deepEqual(texts(card(reviewOf({ summary: 'It was slow.', firstParagraph: 'One night' }), all)), [
      'It was slow.',
    ]);
    assert.deepEqual(texts(card(reviewOf({ firstParagraph: 'One night' }), all)), ['One night']);
  });

  it('says in one sentence what happened before short surprises', () => {
    const summary = 'It was slow, e.g. at night. Then it got better.';
    assert.deepEqual(texts(card(reviewOf({ summary, difficulties: ['Two dashboards'] }), all)), [
      'It was slow, e.g. at night.',
      'Two dashboards',
    ]);
    const endless = card(reviewOf({ summary: 'many words '.repeat(50), surprises: ['It drained'] }), all);
    assert.ok((endless.paragraphs[0]?.text.length ?? 0) <= 160);
  });

  it('leaves the room to long surprises', () => {
    const surprises = ['It drained and nobody saw it. '.repeat(9)];
    assert.equal(card(reviewOf({ summary: 'It was slow.', surprises }), all).paragraphs.length, 1);
  });

  it('tells contributors after the summary where nobody says what surprised them or was difficult', () => {
    const told = { summary: 'It was slow.', contributors: ['A retry without a cap', 'A quiet alert'] };
    assert.deepEqual(
      card(reviewOf(told), all).paragraphs.map(({ lead, text }) => [lead, text]),
      [
        [undefined, 'It was slow.'],
        ['Contributors', 'A retry without a cap · A quiet alert'],
      ],
    );
    assert.deepEqual(texts(card(reviewOf({ ...told, surprises: ['It drained'] }), all)), [
      'It was slow.',
      'It drained',
    ]);
  });

  it('shows what the reader chose, in their order', () => {
    const shown = card(checkout, { ...all, sections: ['people', 'summary', 'difficulties'] });
    assert.deepEqual(
      shown.paragraphs.map(({ kind }) => kind),
      ['people', 'summary', 'difficulties'],
    );
    assert.equal(shown.context, undefined);
    assert.equal(shown.image, undefined);
  });

  it('never shows a severity', () => {
    assert.ok(!cardPlain(card(checkout, all)).includes('SEV1'));
  });

  it('says a draft and a status in plain words', () => {
    assert.equal(card(reviewOf({ isDraft: true }), all).context, 'still a draft');
    assert.equal(card(reviewOf({ isDraft: true, status: 'Draft' }), all).context, 'Draft');
    assert.equal(card(reviewOf({ status: 'true' }), all).context, 'resolved');
  });

  it('says the title once where it is the id', () => {
    const shown = card(reviewOf({ id: '2026-05-09-login-outage', title: '2026-05-09-login-outage' }), all);
    assert.equal(cardPlain(shown), 'Precedent · 2026-05-09-login-outage');
  });

  it('says as what a former id is filed today', () => {
    assert.deepEqual(texts(card(reviewOf(), { ...all, citedAs: 'OLD-3' })), ['OLD-3 is filed today as INC-7.']);
    assert.deepEqual(texts(card(reviewOf(), { ...all, citedAs: 'inc-7' })), []);
  });

  const otherNames: Record<string, [name: string, parts: Parameters<typeof reviewOf>[0]]> = {
    'the name of its file': ['003-nothing-drained', { id: '003', path: 'docs/003-nothing-drained.md' }],
    'the name of its folder': ['nothing-drained', { id: 'INC-7', path: 'nothing-drained/README.md' }],
    'a key at the start of its file': ['OPS-9', { path: 'docs/OPS-9-nothing-drained.md' }],
    'a key at the start of its title': ['OPS-9', { rawTitle: '[OPS-9] Nothing drained' }],
    'an address': ['https://example.com/incidents/9', {}],
    'a longer form of its id': ['acme-inc-7', {}],
  };
  for (const [what, [citedAs, parts]] of Object.entries(otherNames)) {
    it(`calls ${what} no former id`, () => {
      assert.deepEqual(texts(card(reviewOf(parts), { ...all, citedAs })), []);
    });
  }

  it('repeats no sentence that cites it, and shows two', () => {
    const citedBy = [1, 2, 3, 4].map((line) => ({ sentence: line < 3 ? 'See INC-7' : `${line}`, path: 'a.ts', line }));
    assert.equal(card(reviewOf(), { ...all, citedBy }).paragraphs.length, 2);
  });

  it('stays short whatever the review says', () => {
    const long = 'many words that go on '.repeat(200);
    const shown = card(
      reviewFrom(`# Timeline\n${long}`, {
        title: long,
        surprises: [long],
        difficulties: [long],
        summary: long,
        people: Array(30).fill(long),
        services: Array(30).fill(long),
        status: long,
      }),
      { ...all, passage: 'timeline', citedBy: Array(9).fill({ sentence: long, path: long, line: 1 }) },
    );
    const lines = cardPlain(shown)
      .split('\n')
      .map((line) => Math.ceil(line.length / 120));
    assert.ok(lines.reduce((sum, count) => sum + count, 0) <= 16, lines.join());
  });
});

describe('the cited passage of a card', () => {
  const review = reviewFrom(
    [
      '# What surprised us | surprises',
      'The **queue** [drained](https://example.com) backwards.',
      '## Timeline | timeline',
      '- 14:06 The first page went out',
      '- 14:06 The second one too',
      '- 14:09 Quiet',
      '# Chat log | transcript',
      '14:07 ana: I think it is me',
      '14:09 ben: no, it is me',
      '# Sensitive findings | excluded',
      '15:00 The key was abcdef',
      '## Details',
      'The key was abcdef',
      '# Attendees | people',
      'Ana, Ben',
      '# What happened',
      'It broke.',
      '> 16:00 cleo: whose is it',
      'and she went on talking',
    ].join('\n'),
    { surprises: ['The queue drained backwards.'] },
  );
  const cases: Record<string, [passage: string, ...paragraph: string[]]> = {
    'is the text under a heading': ['what-surprised-us', '“What surprised us”', 'The queue drained backwards.'],
    'is found in any case': ['What-Surprised-Us', '“What surprised us”', 'The queue drained backwards.'],
    'is every line of that minute': ['14:06', '14:06', 'The first page went out · The second one too'],
    'prefers the timeline to the transcript': ['14:09', '14:09', 'Quiet'],
    'is the time alone for a line of a transcript': ['14:07', '14:07', 'in the transcript — open'],
    'is the heading alone for a transcript': ['chat-log', '“Chat log”', 'in the transcript — open'],
    'stays in the source under an excluded heading': [
      'sensitive-findings',
      'The cited passage can be read in the review itself only.',
    ],
    'stays in the source below an excluded heading': [
      'details',
      'The cited passage can be read in the review itself only.',
    ],
    'stays in the source at a time under an excluded heading': [
      '15:00',
      'The cited passage can be read in the review itself only.',
    ],
    'stays in the source where it lists people': [
      'attendees',
      'The cited passage can be read in the review itself only.',
    ],
    'ends where people begin to speak': ['what-happened', '“What happened”', 'It broke.'],
    'is missed by name': ['next-steps', 'There is no passage “next-steps” in this review.'],
    'is missed by time': ['23:59', 'There is no moment 23:59 in this review.'],
  };
  for (const [name, [passage, ...paragraph]] of Object.entries(cases)) {
    it(name, () => {
      const shown = card(review, { ...all, sections: ['surprises', 'passage'], passage });
      const told = shown.paragraphs.filter(({ kind }) => kind === 'passage');
      assert.deepEqual(
        told.flatMap(({ lead, text }) => (lead === undefined ? [text] : [lead, text])),
        paragraph,
      );
    });
  }

  it('is not told a second time as the surprise', () => {
    assert.equal(card(review, { ...all, passage: 'what-surprised-us' }).paragraphs.length, 1);
  });
});

describe('citationCard', () => {
  const citation: FoundCitation = {
    start: 0,
    end: 6,
    text: 'INC-70',
    id: 'INC-70',
    kind: 'comment',
    form: 'id',
    reviews: [],
  };
  const context = { ...all, closest: ['INC-7', 'INC-71'], searched: ['incidents'] };

  it('says kindly that there is no such review', () => {
    assert.equal(
      cardPlain(citationCard(citation, context)),
      'Precedent · INC-70\nNo review with this id here.\nClosest: INC-7, INC-71\nSearched: incidents',
    );
    // What a finding beside it says is not said again.
    assert.equal(
      cardPlain(citationCard(citation, { ...context, closest: [], isReported: true })),
      'Precedent · INC-70\nSearched: incidents',
    );
    assert.ok(cardPlain(unknownCard(citation, [], [])).endsWith('No folder of reviews was found to search.'));
  });

  it('says of an alias as what it is filed today', () => {
    const shown = citationCard(
      { ...citation, text: 'OLD-3#timeline', id: 'INC-7', form: 'alias', reviews: [reviewOf()] },
      context,
    );
    assert.equal(shown.paragraphs[0]?.text, 'OLD-3 is filed today as INC-7.');
  });

  it('lists every review that claims the id', () => {
    const reviews = [
      reviewOf({ path: 'a.md', title: 'One' }),
      reviewOf({ path: 'b.md', title: 'Other', date: '2026-05' }),
    ];
    assert.equal(
      cardPlain(citationCard({ ...citation, id: 'INC-7', reviews }, context)),
      'Precedent · INC-7 · Two reviews have this id\nOne: a.md\nOther: May 2026 · b.md',
    );
    assert.equal(severalCard('INC-7', Array(9).fill(reviewOf())).paragraphs.at(-1)?.text, 'and 5 more');
  });
});

describe('cardMarkdown', () => {
  it('reads as plain lines', () => {
    assert.equal(
      cardMarkdown(card(reviewOf({ date: '2026', surprises: ['It drained'] }), all)),
      '**Precedent · INC&#45;7 · Retries piled up behind checkout**\n\n2026\n\n**What surprised people&#58;** It drained',
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '[open](command:workbench.action.quit)',
      '<command:workbench.action.quit>',
      '![x](https://example.com/x.png)',
      '<img src=x onerror=alert(1)>',
      '$(zap) $(sync~spin)',
      'https://example.com www.example.com a@example.com',
      'safe\u202Egnp.exe',
      'zero\u200Bwidth\u2066',
      '\u0000\u001b[31m\u0085\u2028',
      '# heading\n\n- list\n\n| a | b |\n|---|---|\n```js\ncode\n```',
      `a${'\u0301'.repeat(60_000)}`,
      '&lt;b&gt; &#60; \\',
      '👩‍💻'.repeat(20_000),
      'x'.repeat(65_536),
      '[('.repeat(32_768),
      '\ud800',
    ),
  );
  const parts = fc.record({
    title: hostile,
    id: hostile,
    date: hostile,
    status: hostile,
    summary: hostile,
    surprises: fc.array(hostile, { maxLength: 3 }),
    difficulties: fc.array(hostile, { maxLength: 3 }),
    people: fc.array(hostile, { maxLength: 8 }),
    services: fc.array(hostile, { maxLength: 8 }),
  });

  it('lets no text of a review mean anything, and holds 4 kB', () => {
    fc.assert(
      fc.property(parts, hostile, fc.constantFrom('passage', 'no-such'), (review, body, passage) => {
        const document = reviewFrom(`# Passage\n${body.replaceAll('#', '')}`, review);
        const shown = card(document, {
          ...all,
          passage,
          citedBy: [{ sentence: body, path: body, line: 3 }],
          citedAs: body,
        });
        const markdown = cardMarkdown(shown);
        assert.ok(bytesOf(markdown) <= 4096, `${bytesOf(markdown)}`);
        assert.match(markdown.replaceAll('**', '').replaceAll(/&#\d+;/g, ''), /^[^!-/:-@[-`{-~]*$/);
        assert.match(markdown, /^(?:(?!\p{Bidi_Control}|\p{Cc}|\p{Cs}|[\u200b\u2060\ufeff\u2028\u2029]).|\n\n)*$/u);
        assert.match(
          cardPlain(shown),
          /^(?:(?!\p{Bidi_Control}|\p{Cc}|\p{Cs}|[\u200b\u2060\ufeff\u2028\u2029]).|\n)*$/u,
        );
      }),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('keeps bold closed however little fits', () => {
    const shown: Card = {
      id: '!'.repeat(3000),
      title: '',
      paragraphs: Array(20).fill({ kind: 'note', lead: '?'.repeat(400), text: '.'.repeat(400) }),
    };
    const markdown = cardMarkdown(shown);
    assert.ok(bytesOf(markdown) <= 4096);
    for (const line of markdown.split('\n\n'))
      assert.equal((line.match(/\*\*/g) ?? []).length % 2, 0, line.slice(0, 80));
  });
});

function texts(shown: Card): string[] {
  return shown.paragraphs.map(({ text }) => text);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
