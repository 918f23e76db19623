import assert from 'node:assert/strict';
import fc from 'fast-check';
import { found } from './found';
import { hard, texts } from './pieces';
import { readMessages, targets } from './targets';

const names = Object.keys(targets);

/** Processor time of this process, in ms: what others do on the machine does not count. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('what meets text of others', function () {
  this.timeout(300_000);

  for (const [name, target] of Object.entries(targets)) {
    it(`never throws: ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => void target(text)),
        { numRuns: name.startsWith('comments') ? 60 : 400 },
      );
    });
  }

  it('never throws: messages of a page', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), readMessages), {
      numRuns: 3000,
    });
  });

  for (const [name, texts] of Object.entries(found)) {
    it(`holds what was found once: ${name}`, () => {
      for (const text of texts) for (const each of names) targets[each]?.(text);
    });
  }

  // Four times the text may take at most ten times as long: with a square it would be sixteen times. `npm run fuzz` tries more.
  it('takes time in proportion to the length of a text', () => {
    const some = names.filter((name) => !name.startsWith('comments of ') || /of (?:typescript|markdown)$/.test(name));
    const slow: string[] = [];
    for (const name of some) {
      for (const piece of hard) {
        const target = targets[name] ?? (() => {});
        const [short, long] = [2_500, 10_000].map((length) => piece.repeat(Math.ceil(length / piece.length)));
        // What is quick is not worth a second look.
        if (short === undefined || long === undefined || timeOf(() => target(long)) < 200) continue;
        // A pause for garbage is no growth: the best of three has none.
        const best = (text: string) => Math.min(...[1, 2, 3].map(() => timeOf(() => target(text))));
        const [once, fourfold] = [best(short), best(long)];
        if (fourfold > 200 && fourfold > 10 * Math.max(once, 4))
          slow.push(`${name}, ${JSON.stringify(piece)}: ${once} → ${fourfold} ms`);
      }
    }
    assert.deepEqual(slow, []);
  });
});
