import assert from 'node:assert/strict';
import { allSteps, type Steps } from '../../src/core/steps';
import { inSlices, startPace } from '../../src/indexing/pace';

describe('startPace', () => {
  /** Is busy for so many ms. */
  const work = (ms: number) => {
    const begun = performance.now();
    while (performance.now() - begun < ms);
  };

  it('lets others have their turn between pieces of work, however many parts share it', async () => {
    let turns = 0;
    let isOver = false;
    const others = () => {
      turns++;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const pace = startPace();
    const part = async () => {
      for (let at = 0; at < 25; at++) {
        await pace();
        work(1);
      }
    };
    await Promise.all([part(), part(), part(), part()]);
    isOver = true;
    // 100 ms of work in slices of 8 ms, of which the last piece of each part may go over.
    assert.ok(turns >= 7, `${turns} turns`);
  });

  it('gives a turn to one part only where that uses it up', async () => {
    let turns = 0;
    let isOver = false;
    const others = () => {
      turns++;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const pace = startPace();
    work(10);
    const part = async () => {
      await pace();
      work(10);
    };
    await Promise.all([part(), part(), part(), part(), part()]);
    isOver = true;
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('is one for all long work of a thread, and lets none of it wait for the end of another', async () => {
    let longest = 0;
    let isOver = false;
    let last = performance.now();
    const others = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const ends: string[] = [];
    const steps = async (name: string, count: number) => {
      const pace = startPace();
      for (let at = 0; at < count; at++) {
        await pace();
        work(1);
      }
      ends.push(name);
    };
    await Promise.all([steps('long', 60), ...Array.from({ length: 9 }, () => steps('short', 3))]);
    isOver = true;
    assert.equal(ends.at(-1), 'long');
    // Ten slices of their own would be 40 ms; the machine may have its own pauses.
    assert.ok(longest < 40, `${longest} ms`);
  });

  it('costs no turn while the work is short', async () => {
    let turns = 0;
    setImmediate(() => turns++);
    const pace = startPace();
    for (let at = 0; at < 100; at++) await pace();
    assert.equal(turns, 0);
  });
});

describe('inSlices', () => {
  it('does all steps of a work and answers what it made', async () => {
    const done: number[] = [];
    function* work(): Steps<string> {
      for (const each of [1, 2, 3]) {
        yield;
        done.push(each);
      }
      return 'made';
    }
    assert.equal(await inSlices(work(), startPace()), 'made');
    assert.equal(allSteps(work()), 'made');
    assert.deepEqual(done, [1, 2, 3, 1, 2, 3]);
  });
});
