import assert from 'node:assert/strict';
import type { IndexedCitation } from '../../../src/core/citations/citationIndex';
import { firstAndLast, isOwn, newestFirst, readBlame } from '../../../src/core/learning/citedSince';
import { citedSince } from '../../../src/core/wording/storyWords';

const blame = `^3f2a9c1d (Ada Moe   2024-03-03 12:00:00 +0100  1) // see INC-7
8b1d77e2 old/name (1).ts (Teun (Vos) 2026-10-04 08:30:00 +0200  2) wait(7); // (Ada Moe 2001-01-01 00:00:00 +0000 9)
00000000 (Not Committed Yet 2026-11-27 10:00:00 +0000  3) // INC-7
`;

describe('since when a review is cited', () => {
  it('is read from the history of lines', () => {
    assert.deepEqual(
      [...readBlame(blame)].map(([line, { date }]) => [line, date]),
      [
        [1, '2024-03-03'],
        [2, '2026-10-04'],
      ],
    );
    assert.equal(readBlame(blame).get(1)?.author, 'Ada Moe');
  });

  it('is nothing where the history is told in another form', () => {
    assert.equal(readBlame('8b1d77e2 (Ada 3 days ago 1) x\n\nfatal: no such path').size, 0);
  });

  it('is the first and the last of the lines that cite it now', () => {
    const cited = (path: string, line: number) => ({ file: `/${path}`, citation: { path, line } }) as IndexedCitation;
    const origins = new Map([['/a.ts', readBlame(blame)]]);
    const found = firstAndLast([cited('a.ts', 2), cited('a.ts', 1), cited('a.ts', 3), cited('b.ts', 1)], origins);
    assert.deepEqual(found, [
      { path: 'a.ts', date: '2024-03-03' },
      { path: 'a.ts', date: '2026-10-04' },
    ]);
    assert.equal(firstAndLast([cited('b.ts', 1)], origins), undefined);
  });

  it('puts the newest first: what is not committed, then by the history of lines, then what has none', () => {
    const cited = (path: string, line: number) => ({ file: `/${path}`, citation: { path, line } }) as IndexedCitation;
    const given = [cited('b.ts', 1), cited('a.ts', 1), cited('new.md', 1), cited('a.ts', 2), cited('a.ts', 3)];
    const origins = new Map([
      ['/a.ts', readBlame(blame)],
      ['/new.md', readBlame('')],
    ]);
    const sorted = newestFirst(given, origins).map(({ citation: { path, line } }) => `${path}:${line}`);
    assert.deepEqual(sorted, ['new.md:1', 'a.ts:3', 'a.ts:2', 'a.ts:1', 'b.ts:1']);
    assert.deepEqual(newestFirst(given, new Map()), given);
  });

  it('knows the order of lines of one day', () => {
    const lines = readBlame(`3f2a9c1d (Ada 2024-03-03 23:30:00 +0100 1) a
8b1d77e2 (Ada 2024-03-03 23:00:00 +0000 2) b
`);
    assert.ok((lines.get(1)?.time ?? 0) < (lines.get(2)?.time ?? 0));
  });

  it('is said in a sentence', () => {
    const [first, last] = [
      { path: 'a.ts', date: '2024-03-03' },
      { path: 'b.ts', date: '2026-10-04' },
    ];
    assert.equal(
      citedSince(first, last),
      'Your story was first cited on 3 March 2024, in a.ts, and last on 4 October 2026, in b.ts.',
    );
    assert.equal(citedSince(first, first), 'Your story is cited since 3 March 2024, in a.ts.');
  });

  const own: Record<string, [name: string, people: readonly string[], author: string | undefined, isOwn: boolean]> = {
    'who is named': ['Ada Moe', ['Teun Vos', 'ada moe (@ada)'], undefined, true],
    'who wrote its title': ['Ada Moe', [], 'Ada Moe', true],
    'who has a hyphen in the name': ['Anne-Marie Moe', ['anne-marie moe'], undefined, true],
    'not who has a part of the name': ['Ada', ['Adam Moe'], 'Adam', false],
    'not somebody without a name': ['', [''], '', false],
    'not somebody with marks for a name': ['.*', ['Ada'], 'Ada', false],
  };
  for (const [who, [name, people, author, expected]] of Object.entries(own))
    it(`is told to ${who}`, () => assert.equal(isOwn(name, people, author), expected));
});
