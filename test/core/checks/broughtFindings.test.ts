import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { broughtFindings, type FindingInLine } from '../../../src/core/checks/broughtFindings';

const anyFinding: fc.Arbitrary<FindingInLine> = fc
  .record({
    path: fc.constantFrom('a.ts', 'b.ts'),
    id: fc.constantFrom('INC-8', 'INC-9'),
    line: fc.constantFrom('', 'x '),
    at: fc.nat(9),
  })
  .map(({ path, id, line, at }) => inLine(`${line}«${id}»`, path, at + 1));

/** A finding about what is «marked» in a line. */
function inLine(marked: string, path = 'a.ts', line = 1): FindingInLine {
  const column = marked.indexOf('«') + 1;
  const endColumn = marked.indexOf('»');
  const code = 'unknown-citation';
  const finding = { code, message: `No ${marked}`, path, line, column, endColumn, severity: 'information' } as const;
  return { finding, line: marked.replace(/[«»]/g, '') };
}

function brought(now: readonly FindingInLine[], before: readonly FindingInLine[], newFiles: readonly string[] = []) {
  return broughtFindings(now, before, (path) => newFiles.includes(path)).map((each) => now.indexOf(each));
}

describe('broughtFindings', () => {
  const cases: Record<string, [now: FindingInLine[], before: FindingInLine[], indexes: number[], newFiles?: string[]]> =
    {
      'leaves out what was on the same line': [[inLine('// «INC-8»')], [inLine('// «INC-8»')], []],
      'leaves out what moved within its file': [[inLine('// «INC-8»', 'a.ts', 9)], [inLine('// «INC-8»')], []],
      'leaves out what is on a line that was edited': [[inLine('// oh, «INC-8»')], [inLine('// «INC-8»')], []],
      'tells the second one of its kind, and which it is': [
        [inLine('// new: «INC-8»'), inLine('// «INC-8»')],
        [inLine('// «INC-8»')],
        [0],
      ],
      'tells another id on the same line': [[inLine('// «INC-9»')], [inLine('// «INC-8»')], [0]],
      'leaves out a line that moved to a new file': [
        [inLine('// «INC-8»', 'b.ts')],
        [inLine('// «INC-8»')],
        [],
        ['b.ts'],
      ],
      'tells the same line in a file that was there': [[inLine('// «INC-8»', 'b.ts')], [inLine('// «INC-8»')], [0]],
    };
  for (const [name, [now, before, indexes, newFiles]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(brought(now, before, newFiles), indexes));
  }

  it('tells nothing where nothing changed, and everything where nothing was', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (all) => {
        const now = all.map((each) => ({ ...each }));
        assert.deepEqual(
          broughtFindings(now, all, () => false),
          [],
        );
        assert.deepEqual(
          broughtFindings(now, [], () => true),
          now,
        );
      }),
    );
  });

  it('takes away at most as many as there were', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), fc.array(anyFinding), fc.boolean(), (now, before, isNew) => {
        const left = broughtFindings(now, before, () => isNew);
        assert.ok(left.length >= now.length - before.length);
        assert.deepEqual(
          left,
          now.filter((each) => left.includes(each)),
        );
      }),
    );
  });
});
