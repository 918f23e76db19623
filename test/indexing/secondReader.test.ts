import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { CitationIndex } from '../../src/core/citations/citationIndex';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { CitationGatherer } from '../../src/indexing/citationGatherer';
import type { FromGatherer, FromSecond, ToGatherer, ToSecond } from '../../src/indexing/gatheringMessages';
import { gatheringThread } from '../../src/indexing/gatheringThread';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { RemoteGatherer } from '../../src/indexing/remoteGatherer';
import { SecondReader } from '../../src/indexing/secondReader';
import { serveGathering } from '../../src/indexing/serveGathering';
import { serveScanning } from '../../src/indexing/serveScanning';
import { SharedFiles } from '../../src/indexing/sharedFiles';
import { ToldWorld } from '../../src/indexing/toldWorld';
import { change, type MakeGatherer, never, World } from './gatheredWorld';
import { temporaryFolder } from './temporaryFolder';
import { ThreadLink } from './threadLink';

describe('the second thread that looks through files', () => {
  it('leaves after any changes what a new gatherer would find, whether it is lost meanwhile or not', async () => {
    const lose = fc.record({ kind: fc.constant('lose' as const) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 8, arbitrary: change }, lose), { maxLength: 25 }),
        async (changes) => {
          const seconds: ThreadLink<FromSecond, ToSecond>[] = [];
          const files = {
            'a/x.ts': '// INC-7\n',
            'b/x.ts': '// INC-7\n',
            'out/x.ts': '// INC-8\n',
            '.gitignore': 'out/\n',
          };
          const world = new World(files, {}, helped(seconds));
          for (const each of changes) {
            if (each.kind === 'lose') seconds.at(-1)?.lose();
            else if (each.kind === 'run') void world.run();
            else world.change(each, 'told');
          }
          await world.run();
          await world.isAsIfNew();
          for (const each of seconds) each.lose();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves what it has not looked through when it is told to stop', async () => {
    const second = new ThreadLink<FromSecond, ToSecond>();
    const names = Array.from({ length: 40 }, (_, at) => `f${at}.ts`);
    const world = new World(
      Object.fromEntries(names.map((name) => [name, '// INC-7\n'])),
      {},
      (index, known, files) => {
        serveScanning(second.there, files);
        const rest = { world: new ToldWorld(files), onFound: assert.fail };
        const reader = new SecondReader({ start: () => second.here, fewest: 1, ...rest });
        return new CitationGatherer(index, Languages.builtIn, known, reader);
      },
    );
    const stop = new AbortController();
    let steps = 0;
    await world.gatherer.run(stop.signal, () => {
      if (world.gatherer.progress.listed === undefined && ++steps === 1) stop.abort();
    });
    assert.ok(world.gatherer.isBehind);
    assert.equal(world.cited('INC-7').length, 1);
    await world.run();
    assert.equal(world.cited('INC-7').length, names.length);
    second.lose();
  });

  const meanwhile: Record<string, [change: (world: World) => void, cited: string[]]> = {
    'a file is written': [
      (world) => world.change({ kind: 'write', path: 'a/x.ts', text: '// INC-8\n' }, 'told'),
      ['b/y.ts:1'],
    ],
    'a file is deleted': [(world) => world.change({ kind: 'delete', path: 'a/x.ts' }, 'told'), ['b/y.ts:1']],
    'a file is opened': [
      (world) => world.change({ kind: 'open', path: 'a/x.ts', text: '//\n// INC-7\n' }, 'told'),
      ['a/x.ts:2', 'b/y.ts:1'],
    ],
    'the library changes': [(world) => world.tell('INC-7', undefined), []],
    'the folder is another one': [
      (world) => world.gatherer.setRoots([world.root({ place: '/w/b' })], Languages.builtIn),
      ['y.ts:1'],
    ],
    'what is left alone is something else': [
      (world) => world.gatherer.setRoots([world.root({ exclude: ['a'] })], Languages.builtIn),
      ['b/y.ts:1'],
    ],
  };
  for (const [what, [change, cited]] of Object.entries(meanwhile))
    it(`does not count what it saw of listed files where, before the rest is listed, ${what}`, async () => {
      const seconds: ThreadLink<FromSecond, ToSecond>[] = [];
      let isListing = true;
      const list = async (place: string) => {
        if (place === '/w/b' && isListing) {
          isListing = false;
          await turns();
          assert.deepEqual(world.cited('INC-7'), ['a/x.ts:1']);
          change(world);
          await turns();
        }
        return world.files.list(place);
      };
      const world: World = new World({ 'a/x.ts': '// INC-7\n//\n// INC-8\n', 'b/y.ts': '// INC-7\n' }, {}, (...made) =>
        helped(seconds)(made[0], made[1], { ...made[2], list }),
      );
      await world.run();
      while (world.gatherer.isBehind) await world.run();
      assert.deepEqual(world.cited('INC-7'), cited);
      seconds.at(-1)?.lose();
    });

  it('is a thread of its own on the disk, and both find what one would', async function () {
    this.timeout(30_000);
    const files: Record<string, string> = { 'binary.ts': 'INC-7\0', 'inc/b.md': 'INC-7' };
    for (let at = 0; at < 1500; at++)
      files[`src/${at % 40}/f${at}.ts`] = at % 3 === 0 ? `// see INC-7\nconst at = ${at};\n` : "const a = 'INC-7';\n";
    const folder = temporaryFolder(files);
    const port = gatheringThread?.(resolve('dist', 'gatherer.js'));
    assert.ok(port && nodeFileSystem);
    const known = new KnownIds(oneReview());
    const root = { place: folder, fileSystem: nodeFileSystem, exclude: [], except: new Set<string>() };
    const roots = [{ ...root, matchIn: () => 'comments' as const }];
    const expected = new CitationIndex();
    const alone = new CitationGatherer(expected, Languages.builtIn, known);
    alone.setRoots(roots, Languages.builtIn);
    await alone.run(never, () => {});
    const found = new CitationIndex();
    const rest = { languages: Languages.builtIn, known, port, canRead: () => true, onLost: assert.fail };
    const gatherer = new RemoteGatherer(found, rest);
    gatherer.setRoots(roots, Languages.builtIn);
    for (let times = 0; times < 3; times++) {
      await gatherer.run(never, () => {});
      assert.deepEqual(citationsOf(found), citationsOf(expected));
      assert.deepEqual(gatherer.skipped, alone.skipped);
      gatherer.setRoots(roots, Languages.builtIn);
    }
    gatherer.dispose();
  });
});

describe('files that two threads share', () => {
  it('are each taken once, and known to the other when they are finished', () => {
    const here = SharedFiles.of(['/a', '/b c', '/d\n']);
    const there = SharedFiles.told(structuredClone(here.told));
    assert.deepEqual(there.places, here.places);
    assert.deepEqual(
      [here.take(), there.take(), here.take(), there.take(), here.take()],
      [0, 1, 2, undefined, undefined],
    );
    there.finish(1, { mtime: 5, size: 7 });
    there.finish(2, undefined);
    assert.deepEqual(
      [0, 1, 2].map((at) => here.isFinished(at)),
      [false, true, true],
    );
    assert.deepEqual(
      [1, 2].map((at) => here.statOf(at)),
      [{ mtime: 5, size: 7 }, undefined],
    );
    assert.equal(here.taken, 3);
  });

  it('are left alone once somebody stops', () => {
    const here = SharedFiles.of(['/a', '/b']);
    SharedFiles.told(here.told).stop();
    assert.equal(here.take(), undefined);
  });
});

/** Long enough for everything to arrive that is on its way. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Gathers in a thread that has a second one from the first file on. */
function helped(seconds: ThreadLink<FromSecond, ToSecond>[]): MakeGatherer {
  return (index, known, fileSystem) => {
    const link = new ThreadLink<FromGatherer, ToGatherer>();
    const start = () => {
      const second = new ThreadLink<FromSecond, ToSecond>();
      seconds.push(second);
      serveScanning(second.there, fileSystem);
      return second.here;
    };
    serveGathering(link.there, fileSystem, { start, fewest: 1 });
    const rest = { port: link.here, canRead: () => true, onLost: () => {} };
    return new RemoteGatherer(index, { languages: Languages.builtIn, known, ...rest });
  };
}

function oneReview(): Library {
  const library = new Library();
  library.setSource({ key: '/lib', path: '/lib', rules: defaultRules, findings: [] });
  const key = '/lib/INC-7.md';
  const file = { key, source: '/lib', path: key, pathInSource: 'INC-7.md', isTruncated: false, neighbours: [] };
  library.set(key, '/lib', readReviews({ ...file, text: '# Holds\n' }, defaultRules));
  return library;
}

function citationsOf(index: CitationIndex) {
  return [...index.files].sort().map((file) => index.in(file));
}
