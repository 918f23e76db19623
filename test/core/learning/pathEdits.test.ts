import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyMove, moveStep, newPathText } from '../../../src/core/learning/pathEdits';
import { reviewOf } from '../wording/reviewOf';

const text = '# P\n\n- a\n  more of a\n- b\n\n## C\n- c\n';

describe('moving a step of a path', () => {
  const moves: Record<string, [step: number, target: number, isBehind: boolean, result: string]> = {
    'before the one above': [5, 3, false, '# P\n\n- b\n- a\n  more of a\n\n## C\n- c\n'],
    'behind the one below, with all its lines': [3, 5, true, '# P\n\n- b\n- a\n  more of a\n\n## C\n- c\n'],
    'into another chapter': [5, 8, false, '# P\n\n- a\n  more of a\n\n## C\n- b\n- c\n'],
    'out of a chapter': [8, 3, false, '# P\n\n- c\n- a\n  more of a\n- b\n\n## C\n'],
  };
  for (const [where, [step, target, isBehind, result]] of Object.entries(moves)) {
    it(`puts it ${where}`, () => {
      const move = moveStep(text, { line: step }, { line: target }, isBehind);
      assert.equal(move && applyMove(text, move), result);
    });
  }

  it('leaves a step where it is that stands there already', () => {
    assert.equal(moveStep(text, { line: 3 }, { line: 5 }, false), undefined);
    assert.equal(moveStep(text, { line: 3 }, { line: 1 }, false), undefined);
  });

  it('neither loses nor adds a line, and keeps the line ends', () => {
    const line = fc.constantFrom('- a', '- b', '  more', '', '# c', '1. d');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.nat(9),
        fc.nat(9),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (lines, a, b, behind, eol) => {
          const before = lines.join(eol);
          const move = moveStep(before, { line: a }, { line: b }, behind);
          const after = move ? applyMove(before, move) : before;
          assert.deepEqual(after.split(eol).sort(), before.split(eol).sort());
        },
      ),
    );
  });
});

describe('a new path', () => {
  it('asks its author for a reason for each review', () => {
    const made = newPathText('First: weeks', [reviewOf({ id: 'INC-7', title: 'The holds' })]);
    assert.match(made, /^---\nkind: reading-path\ntitle: "First: weeks"\n---\n/);
    assert.match(made, /^- INC-7 — The holds\. Why read it\?$/m);
  });
});
