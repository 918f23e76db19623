import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Languages } from '../../src/core/citations/languages';
import type { GatheringProgress } from '../../src/indexing/citationGatherer';
import { change, never, told, World } from './gatheredWorld';

describe('the gatherer of citations', () => {
  it('finds what the files cite, and says what it left alone', async () => {
    const world = new World({
      'src/a.ts': '// see INC-7\n',
      'docs/b.md': 'Because of INC-7.\n',
      '.gitignore': 'out/\n',
      'out/c.ts': '// INC-7\n',
    });
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['docs/b.md:1', 'src/a.ts:1']);
    assert.deepEqual(world.gatherer.skipped, [
      { place: '/w/out', path: 'out', reason: 'excluded by .gitignore or .ignore' },
    ]);
  });

  it('looks at nothing but what it was told of', async () => {
    const world = new World({ 'src/a.ts': '// INC-7\n', 'src/b.ts': '// INC-7\n' });
    await world.run();
    world.files.write('src/a.ts', '//\n// INC-7\n');
    world.files.write('src/b.ts', '//\n//\n');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1', 'src/b.ts:1']);
    world.hint('src/a.ts');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:2', 'src/b.ts:1']);
  });

  it('reads no file again because a sentence of a review changed', async () => {
    const world = new World({ 'src/a.ts': '// INC-7\n' });
    world.tell('INC-7', '# INC-7: Holds\n\nThey expired.\n');
    await world.run();
    const reads = world.reads;
    world.tell('INC-7', '# INC-7: Holds that expired\n\nAll at once.\n');
    await world.run();
    assert.equal(world.reads, reads);
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1']);
  });

  it('finds the names of a new review in files it has read before', async () => {
    const world = new World({ 'src/a.ts': '// LAMP-5, INC-99\n' });
    await world.run();
    assert.deepEqual(world.cited('LAMP-5'), []);
    assert.equal(world.index.ofUnknown('INC-99').length, 1);
    world.tell('LAMP-5', '# LAMP-5: A lamp\n');
    world.tell('INC-99', '# INC-99: Another\n');
    await world.run();
    assert.deepEqual(world.cited('LAMP-5'), ['src/a.ts:1']);
    assert.deepEqual(world.cited('INC-99'), ['src/a.ts:1']);
  });

  it('goes on where it was stopped', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`src/${at}.ts`, '// INC-7\n']));
    const world = new World(files);
    const abort = new AbortController();
    await world.gatherer.run(abort.signal, () => {
      if (world.gatherer.progress.done >= 30) abort.abort();
    });
    const some = world.cited('INC-7').length;
    assert.ok(some >= 30 && some < 60, `${some}`);
    assert.equal(world.gatherer.isBehind, true);
    const stopped = world.gatherer.progress;
    const seen: GatheringProgress[] = [];
    await world.gatherer.run(never, () => seen.push(world.gatherer.progress));
    assert.equal(world.cited('INC-7').length, 100);
    assert.ok(seen.every(({ done, total }) => done >= stopped.done && total === stopped.total));
    assert.equal(seen.at(-1)?.done, stopped.total);
  });

  it('tells how many files it came upon, while it lists them', async () => {
    const world = new World({ 'a.ts': '// INC-7\n', 'b/c.ts': '// INC-7\n', 'b/d.ts': '' });
    const listed: (number | undefined)[] = [];
    await world.gatherer.run(never, () => listed.push(world.gatherer.progress.listed));
    assert.deepEqual(
      listed.filter((each) => each !== undefined),
      [1, 3],
    );
    assert.equal(world.gatherer.progress.listed, undefined);
  });

  it('tells a total that never falls, and no file twice that is to be looked at once more', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`src/${at}.ts`, '// INC-7, LAMP-5\n']));
    const world = new World({ ...files, 'out/x.ts': '', '.gitignore': 'out/\n' });
    const seen: { readonly done: number; readonly total: number; readonly skipped: number }[] = [];
    await world.gatherer.run(never, () => {
      if (world.gatherer.progress.listed !== undefined) return;
      seen.push(world.gatherer.progress);
      if (seen.length === 60) world.tell('LAMP-5', '# LAMP-5: A lamp\n');
    });
    assert.ok(seen.length > 150, `${seen.length}: none was looked at once more`);
    // The rules of the folder and the reviews are searched, too.
    const all = seen.at(-1)?.total ?? 0;
    assert.ok(all >= 100 && all <= 104, `${all}`);
    for (const [at, { done, total, skipped }] of seen.entries()) {
      assert.ok(
        total >= (seen[at - 1]?.total ?? 0) && total <= all && done >= 0 && done <= total,
        `${done} of ${total}`,
      );
      assert.equal(skipped, world.gatherer.skipped.length);
    }
    assert.equal(seen.at(-1)?.done, all);
  });

  it('takes no more files than a slow file system allows, and says so', async () => {
    const world = new World({ 'a.ts': '// INC-7', 'b.ts': '// INC-7', 'c/d.ts': '// INC-7' }, { most: 2 });
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['a.ts:1', 'b.ts:1']);
    assert.match(world.gatherer.skipped.map(({ reason }) => reason).join(), /first 2 files/);
    world.change({ kind: 'delete', path: 'a.ts' }, 'told');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['b.ts:1', 'c/d.ts:1']);
    assert.deepEqual(world.gatherer.skipped, []);
  });

  it('leaves to a root what lies in it, and takes other settings at once', async () => {
    const world = new World({ 'src/a.ts': '// INC-7', 'src/gen/b.ts': '// INC-7' });
    await world.run();
    world.gatherer.setRoots([world.root({ exclude: ['**/gen'] })], Languages.builtIn);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1']);
    const inner = { ...world.root(), place: '/w/src' };
    world.gatherer.setRoots([world.root({ except: new Set(['/w/src']) }), inner], Languages.builtIn);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['a.ts:1', 'gen/b.ts:1']);
  });

  it('knows after any changes it was told of what a new one would find', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
        const world = new World({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const each of changes) {
          if (each.kind === 'run') await world.run();
          else world.change(each, 'told');
        }
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 300 },
    );
  });

  it('knows after any changes, whether told of or not, what a new one would find, once it has looked everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, told), { maxLength: 25 }), async (changes) => {
        const world = new World({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const [each, telling] of changes) {
          if (each.kind === 'run') void world.run();
          else world.change(each, telling);
        }
        world.gatherer.lookEverywhere();
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 300 },
    );
  });
});
