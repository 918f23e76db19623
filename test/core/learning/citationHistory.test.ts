import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CitationHistory, type CommittedCitation, type HistoryStep } from '../../../src/core/learning/citationHistory';
import { periodsOf } from '../../../src/core/learning/periods';

const citation: fc.Arbitrary<CommittedCitation> = fc.record({
  id: fc.constantFrom('INC-7', 'INC-8'),
  realm: fc.constantFrom('code', 'document'),
  sentence: fc.constantFrom('a', 'b'),
});

const step: fc.Arbitrary<HistoryStep> = fc.record({
  commit: fc.integer({ min: 0, max: 9999 }).map(String),
  date: fc.integer({ min: 0, max: 3000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  files: fc.uniqueArray(
    fc.record({ path: fc.constantFrom('a', 'b', 'c'), citations: fc.array(citation, { maxLength: 3 }) }),
    { selector: ({ path }) => path },
  ),
});

describe('CitationHistory', () => {
  it('holds in the end what the last tree holds, whatever the way there, and counts it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const history = new CitationHistory();
        const tree = new Map<string, readonly CommittedCitation[]>();
        for (const each of steps) {
          history.take(each);
          for (const { path, citations } of each.files) tree.set(path, citations);
        }
        const expected = [...tree.keys()]
          .sort()
          .flatMap((path) => (tree.get(path) ?? []).map((each) => ({ ...each, path })));
        assert.deepEqual(
          history.standing.map(({ since, commit, ...rest }) => rest),
          expected,
        );
        const last = history.counts.at(-1) ?? { code: 0, document: 0 };
        for (const realm of ['code', 'document'] as const) {
          assert.equal(last[realm], expected.filter((each) => each.realm === realm).length);
        }
        // Each date is that of a commit that touched the review.
        for (const { since, commit, id } of history.standing) {
          assert.ok(
            steps.some(
              (each) =>
                each.date === since &&
                each.commit === commit &&
                each.files.some(({ citations }) => citations.some((one) => one.id === id)),
            ),
          );
        }
      }),
    );
  });

  it('goes on from its state as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(8), (steps, at) => {
        const whole = new CitationHistory();
        for (const each of steps) whole.take(each);
        const first = new CitationHistory();
        for (const each of steps.slice(0, at)) first.take(each);
        const second = new CitationHistory(JSON.parse(JSON.stringify(first.state)));
        for (const each of steps.slice(at)) second.take(each);
        assert.deepEqual(second.state, whole.state);
      }),
    );
  });
});

describe('periodsOf', () => {
  const one = { date: '2024-01-31', code: 1, document: 0 };

  it('counts months, then quarters, then years, with those in which nothing came', () => {
    assert.deepEqual(periodsOf([one, { date: '2024-03-01', code: 2, document: 1 }], '2024-04-02'), [
      { name: '2024-01', code: 1, document: 0 },
      { name: '2024-02', code: 1, document: 0 },
      { name: '2024-03', code: 2, document: 1 },
      { name: '2024-04', code: 2, document: 1 },
    ]);
    assert.deepEqual(
      [periodsOf([one], '2026-05-01'), periodsOf([one], '2034-05-01')].map((each) => [
        each[0]?.name,
        each.at(-1)?.name,
      ]),
      [
        ['2024-Q1', '2026-Q2'],
        ['2024', '2034'],
      ],
    );
    assert.deepEqual(periodsOf([], '2024-01-01'), []);
  });

  it('ends with what stands now, whatever the clocks said', () => {
    const counts = [one, { date: '2031-01-01', code: 5, document: 0 }, { date: '2024-02-01', code: 3, document: 0 }];
    assert.deepEqual(periodsOf(counts, '2024-02-03').at(-1), { name: '2024-02', code: 3, document: 0 });
  });
});
