import assert from 'node:assert/strict';
import { reportCitations, reportSkipped } from '../../src/cli/reportCitations';
import { reportList } from '../../src/cli/reportList';
import { reportReview } from '../../src/cli/reportReview';
import type { ShownReview } from '../../src/cli/shownReview';
import type { Citation } from '../../src/core/citations/citation';
import type { Review } from '../../src/core/reviews/review';

const review: Review = {
  id: 'INC-7',
  idFrom: 'fileName',
  aliases: [],
  title: 'The hold that never ended',
  path: 'docs/incidents/INC-7.md',
  services: [],
  tags: [],
  people: [],
  surprises: [],
  difficulties: [],
  contributors: [],
  materials: [],
  related: [],
};

const citation: Citation = {
  path: 'src/hold.ts',
  line: 12,
  column: 9,
  endColumn: 14,
  text: 'INC-7',
  id: 'INC-7',
  known: true,
  kind: 'comment',
  sentence: 'Holds are counted per second, see INC-7.',
};

const text = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('reportList', () => {
  it('sets when, which and what in columns', () => {
    const reviews = [
      { ...review, date: '2023-05-02' },
      {
        ...review,
        id: '2024-10-27-clock',
        date: '2024-10',
        title: 'The hour that happened twice, and what the ferries did with it',
      },
      { ...review, id: 'short', title: 'No date' },
    ];
    assert.equal(
      reportList({ reviews, problems: [] }, 70),
      text(
        '2023-05-02  INC-7             The hold that never ended',
        '2024-10     2024-10-27-clock  The hour that happened twice, and what',
        '                              the ferries did with it',
        '            short             No date',
      ),
    );
  });

  it('gives a long id a line of its own', () => {
    const long = '2026-05-09-a-very-long-name-that-somebody-gave';
    const reviews = [{ ...review, id: long, date: '2026-05-09' }, review];
    assert.equal(
      reportList({ reviews, problems: [] }, 70),
      text(
        `2026-05-09  ${long}`,
        '                   The hold that never ended',
        '            INC-7  The hold that never ended',
      ),
    );
  });

  it('tells two files of one id apart', () => {
    const reviews = [review, { ...review, id: 'inc-7', path: 'b.md' }];
    assert.match(reportList({ reviews, problems: [] }, 100), /\(docs\/incidents\/INC-7\.md\)\n.*\(b\.md\)/);
  });

  it('says what is to be looked at, and what was left out and why', () => {
    const problems = [
      { code: 'unreadable-encoding', message: 'Save it as UTF-8.', path: 'a.md', severity: 'warning' } as const,
    ];
    assert.equal(
      reportList({ reviews: [], problems, omitted: [{ path: 'LICENSE', reason: 'a licence' }] }, 80),
      text(
        'No reviews.',
        '',
        'To look at (1):',
        '  a.md: Save it as UTF-8. [unreadable-encoding]',
        '',
        'Not reviews (1):',
        '  LICENSE: a licence',
      ),
    );
  });

  it('lets nothing of a review act on the terminal', () => {
    const evil = '\u001b]0;x\u0007::error::y';
    const printed = reportList(
      { reviews: [{ ...review, id: '::error::', title: evil, date: '2026' }], problems: [] },
      80,
    );
    assert.equal(printed, text('2026        \\::error::  \\u001B]0;x\\u0007::error::y'));
    const dateless = reportList({ reviews: [{ ...review, id: '::error::x', title: 'b' }], problems: [] }, 80);
    assert.ok(!dateless.trimStart().startsWith('::'));
  });
});

describe('reportReview', () => {
  it('begins with what surprised people and ends with where it is cited', () => {
    const shown: ShownReview = {
      ...review,
      date: '2023-05-02',
      services: ['holds', 'ledger'],
      summary: 'Holds stayed for a day.',
      surprises: ['The clock was right.'],
      difficulties: ['Nobody could see the queue.'],
      contributors: ['A retry without a limit.'],
      people: ['Runa Eide'],
      materials: [{ path: 'docs/incidents/INC-7-board.png', kind: 'image', title: 'Whiteboard' }],
      related: ['INC-3'],
      sections: [{ heading: 'What surprised us', kind: 'surprises', line: 9, passage: 'what-surprised-us' }],
      citedBy: [citation],
    };
    assert.equal(
      reportReview(shown, 80),
      text(
        'INC-7 · The hold that never ended',
        '2 May 2023 · holds, ledger',
        'docs/incidents/INC-7.md',
        '',
        'What surprised people',
        '  • The clock was right.',
        '',
        'What was difficult',
        '  • Nobody could see the queue.',
        '',
        'Summary',
        '  Holds stayed for a day.',
        '',
        'Contributors',
        '  • A retry without a limit.',
        '',
        'Who can tell more',
        '  • Runa Eide',
        '',
        'Materials',
        '  • docs/incidents/INC-7-board.png (Whiteboard)',
        '',
        'Related reviews',
        '  • INC-3',
        '',
        'Sections (cite one as INC-7#passage)',
        '  9  What surprised us #what-surprised-us',
        '',
        'Cited once',
        '  src/hold.ts:12:9',
        '      Holds are counted per second, see INC-7.',
      ),
    );
  });

  it('says that a review is cited nowhere yet', () => {
    assert.match(reportReview({ ...review, sections: [], citedBy: [] }, 80), /Cited nowhere in this folder yet\.\n$/);
  });
});

describe('reportCitations', () => {
  it('groups by file and says which reviews do not exist', () => {
    const unknown = { ...citation, line: 3, column: 1, text: 'INC-99', known: false, sentence: 'INC-99 again' };
    const other = { ...citation, path: 'a.md' };
    assert.equal(
      reportCitations({ citations: [other, unknown, citation], skipped: [] }, 100),
      text(
        'a.md',
        '  12:9  INC-7  Holds are counted per second, see INC-7.',
        '',
        'src/hold.ts',
        '  3:1   INC-99 (no such review)  INC-99 again',
        '  12:9  INC-7                    Holds are counted per second, see INC-7.',
      ),
    );
  });

  it('says that there are none', () =>
    assert.equal(reportCitations({ citations: [], skipped: [] }, 80), 'No citations.\n'));
});

describe('reportSkipped', () => {
  it('counts by reason', () => {
    const skipped = [
      { path: 'a.png', reason: 'not text' },
      { path: 'b', reason: 'larger than 2 MB' },
      { path: 'c.png', reason: 'not text' },
    ];
    assert.equal(reportSkipped(skipped), 'Not searched: 2 not text; 1 larger than 2 MB. --format json lists them.');
    assert.equal(reportSkipped([]), undefined);
  });
});
