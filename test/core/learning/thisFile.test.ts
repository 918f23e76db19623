import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FileServices } from '../../../src/core/learning/fileService';
import { type FileClues, thisFile } from '../../../src/core/learning/thisFile';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { fileReasonSentence, fileReasonWords } from '../../../src/core/wording/fileReasonWords';
import { reviewOf } from '../wording/reviewOf';

const holds = reviewOf({ id: 'INC-7', date: '2023-06-07', services: ['booking', 'web'] });
const boats = reviewOf({ id: 'INC-19', date: '2024-02-11', services: ['Booking'] });
const slow = reviewOf({ id: 'INC-31', date: '2024-07-18', services: ['car-decks'] });

/** `group: id (reason · reason)` for each entry. */
function told(clues: FileClues): string[] {
  return thisFile(clues).flatMap(({ kind, entries }) =>
    entries.map(({ id, reasons }) => `${kind}: ${id} (${reasons.map(fileReasonWords).join(' · ')})`),
  );
}

describe('what This File tells', () => {
  it('is nothing where nothing is known', () => {
    assert.deepEqual(thisFile({ cited: [] }), []);
  });

  it('is what the file cites, in its order, each review once with its lines', () => {
    const cited = [
      { id: 'INC-19', reviews: [boats], line: 3 },
      { id: 'INC-7', reviews: [holds], line: 5 },
      ...[9, 9, 12, 14, 20].map((line) => ({ id: 'INC-19', reviews: [boats], line })),
    ];
    assert.deepEqual(told({ cited }), ['cited: INC-19 (lines 3, 9, 12 and 2 more)', 'cited: INC-7 (line 5)']);
  });

  it('is an id that no review has, too', () => {
    const [group] = thisFile({ cited: [{ id: 'INC-99', reviews: [], line: 3 }] });
    assert.equal(group?.entries[0]?.review, undefined);
    assert.equal(group?.entries[0]?.id, 'INC-99');
  });

  it('is a review once, where its reason is strongest, which says that it names the file as well', () => {
    const clues: FileClues = {
      cited: [{ id: 'INC-7', reviews: [holds], line: 5 }],
      named: [
        { review: holds, as: 'path', name: 'a/b.ts', line: 30 },
        { review: boats, as: 'symbol', name: 'reconnect_seed', line: 4 },
      ],
      nearby: [
        { as: 'folder', file: 'k', path: 'a/c.ts', line: 1, reviews: [holds, boats, slow] },
        { as: 'folder', file: 'l', path: 'a/d.ts', line: 1, reviews: [slow] },
      ],
      service: { service: 'web', folder: 'web', isTold: false, reviews: [holds, slow] },
    };
    assert.deepEqual(told(clues), [
      'cited: INC-7 (line 5 · names this file)',
      'named: INC-19 (names reconnect_seed)',
      'nearby: INC-31 (in c.ts and 1 more, same folder)',
    ]);
  });

  it('puts the folder before imports elsewhere, and the latest review first', () => {
    const path = 'a/b.ts';
    const nearby = [
      { as: 'importer', file: 'l', path: 'b/d.ts', line: 1, reviews: [boats] },
      { as: 'folder', file: 'k', path: 'a/c.ts', line: 1, reviews: [holds, slow] },
    ] as const;
    assert.deepEqual(told({ path, cited: [], nearby }), [
      'nearby: INC-31 (in c.ts, same folder)',
      'nearby: INC-7 (in c.ts, same folder)',
      'nearby: INC-19 (in d.ts, which imports this)',
    ]);
    const another = { as: 'importer', file: 'm', path: 'b/e.ts', line: 1, reviews: [boats] } as const;
    assert.equal(
      told({ path, cited: [], nearby: [...nearby, another] }).at(-1),
      'nearby: INC-19 (in d.ts and 1 more, which import this)',
    );
  });

  it('puts imports first in one folder, what is imported before who imports it, the nearer first', () => {
    const [imported, importer, folder, far, farther, copied] = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) =>
      reviewOf({ id, key: id, date: `2024-01-0${'ABCDEF'.indexOf(id) + 1}` }),
    );
    assert.ok(imported && importer && folder && far && farther && copied);
    const nearby = [
      { as: 'importer', file: '1', path: 'src/cmd/vendor/x/z.go', line: 1, reviews: [copied, far] },
      { as: 'importer', file: '2', path: 'src/cmd/go/run.go', line: 1, reviews: [farther] },
      { as: 'importer', file: '3', path: 'src/net/url/a.go', line: 1, reviews: [far] },
      { as: 'folder', file: '4', path: 'src/net/http/b.go', line: 1, reviews: [folder, imported] },
      { as: 'importer', file: '5', path: 'src/net/http/c.go', line: 1, reviews: [importer] },
      { as: 'imported', file: '6', path: 'src/net/http/d.go', line: 1, reviews: [imported] },
    ] as const;
    assert.deepEqual(told({ path: 'src/net/http/server.go', cited: [], nearby }), [
      'nearby: A (in d.go, imported here)',
      'nearby: B (in c.go, which imports this)',
      'nearby: C (in b.go, same folder)',
      'nearby: D (in a.go and 1 more, which import this)',
      'nearby: E (in run.go, which imports this)',
      'nearby: F (in z.go, which imports this)',
    ]);
  });

  it('takes for copies of others what lies in a folder for them that the file is not in', () => {
    const copy = { as: 'importer', file: '1', path: 'web/node_modules/x/a.js', line: 1, reviews: [boats] } as const;
    const far = { as: 'importer', file: '2', path: 'tools/a/b/c/d.js', line: 1, reviews: [holds] } as const;
    const ids = (path: string) =>
      thisFile({ path, cited: [], nearby: [copy, far] }).flatMap(({ entries }) => entries.map(({ id }) => id));
    assert.deepEqual(ids('web/src/b.js'), ['INC-7', 'INC-19']);
    assert.deepEqual(ids('web/node_modules/x/lib/b.js'), ['INC-19', 'INC-7']);
  });

  it('says of a review which ones cite it, and never tells it about itself', () => {
    const cites = [
      { review: boats, line: 9 },
      { review: boats, line: 3 },
      { review: holds, line: 1 },
    ];
    assert.deepEqual(told({ cited: [], own: [holds], cites }), ['named: INC-19 (cites it)']);
  });

  it('names cells of a notebook', () => {
    const cited = [1, 1, 3].map((cell) => ({ id: 'INC-7', reviews: [holds], line: 2, cell }));
    assert.deepEqual(told({ cited }), ['cited: INC-7 (cells 1, 3)']);
  });

  it('holds each review once, with a reason in words, whatever is known', () => {
    const review = fc.constantFrom(holds, boats, slow);
    const line = fc.integer({ min: 1, max: 99 });
    const reviews = fc.array(review, { minLength: 1, maxLength: 3 });
    const clues = fc.record({
      cited: fc.array(fc.record({ id: fc.string(), reviews: fc.array(review, { maxLength: 2 }), line })),
      mentioned: fc.array(fc.record({ text: fc.string(), reviews, line })),
      named: fc.array(
        fc.record({ review, as: fc.constantFrom('path', 'module', 'symbol', 'folder'), name: fc.string(), line }),
      ),
      nearby: fc.array(
        fc.record({
          as: fc.constantFrom('imported', 'importer', 'folder'),
          file: fc.string(),
          path: fc.string(),
          line,
          reviews,
        }),
      ),
    });
    fc.assert(
      fc.property(clues as fc.Arbitrary<FileClues>, (known) => {
        const groups = thisFile(known);
        const all = groups.flatMap(({ entries }) => entries);
        const told = all.flatMap(({ review: each }) => each ?? []);
        assert.equal(new Set(told).size, told.length);
        assert.ok(groups.every(({ entries }) => entries.length > 0));
        for (const { reasons } of all) {
          for (const reason of reasons) assert.ok(fileReasonWords(reason) !== '' && fileReasonSentence(reason) !== '');
        }
      }),
    );
  });
});

describe('the service of a file', () => {
  function services(rules: Readonly<Record<string, string>> = {}): FileServices {
    const library = new Library();
    library.setSource({ key: 's', path: 's', rules: { ...defaultRules, services: rules }, findings: [] });
    for (const review of [holds, boats, slow]) library.set(review.key, 's', { kind: 'reviews', reviews: [review] });
    return new FileServices(library);
  }

  const cases: Record<string, [path: string, expected: string | undefined]> = {
    'is that of the folder with its name': ['services/booking/internal/a.go', 'Booking: INC-19, INC-7'],
    'is found whatever joins the words': ['services/car_decks/a.go', 'car-decks: INC-31'],
    'is the outermost: what is further in is named for what it talks to': ['web/src/booking/a.ts', 'web: INC-7'],
    'is none where no folder has a name of one': ['tools/a.go', undefined],
    'is not told by the name of the file': ['tools/booking.go', undefined],
  };
  const show = (found: ReturnType<FileServices['of']>) =>
    found && `${found.service}: ${found.reviews.map((each: ReviewDocument) => each.id).join(', ')}`;
  for (const [name, [path, expected]] of Object.entries(cases)) {
    it(name, () => assert.equal(show(services().of(path)), expected));
  }

  it('is what precedent.yaml says of the nearest folder', () => {
    const told = services({ 'services/x': 'web', 'services/x/decks/': 'Car Decks' });
    assert.equal(show(told.of('services/x/a.go')), 'web: INC-7');
    assert.equal(show(told.of('services/x/decks/booking/a.go')), 'Car Decks: INC-31');
    assert.equal(told.of('services/x/a.go')?.isTold, true);
  });
});
