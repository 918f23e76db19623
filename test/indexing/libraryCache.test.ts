import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { deleteBuffers } from '../../src/indexing/bufferFile';
import { CacheKeeper } from '../../src/indexing/cacheKeeper';
import { readCache, writeCache } from '../../src/indexing/libraryCache';
import type { LibraryLooker } from '../../src/indexing/lookAtLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';
import { corporaAreMissing, corpusFolders, placeOf } from '../corpora/readCorpus';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

const script = resolve('dist', 'libraryWorker.js');

/** A cache of some size, which says of itself what it should hold. */
function someCache(key: string, mark: number) {
  const pack = new ArrayBuffer(256 * 1024);
  new Uint32Array(pack).fill(mark);
  const source = { key: '/reviews', path: 'reviews', rules: defaultRules, findings: [] };
  return { key, sources: [{ source, paths: [`INC-${mark}.md`], packs: [pack, pack] }] };
}

/** The mark of a cache, where it is whole and one of ours. */
function markOf(place: string): number | undefined {
  const kept = readCache(place, 'key');
  if (!kept) return undefined;
  const marks = kept.sources.flatMap(({ packs }) => packs.flatMap((pack) => [...new Set(new Uint32Array(pack))]));
  assert.equal(new Set(marks).size, 1, 'parts of two caches');
  assert.deepEqual(kept.sources[0]?.paths, [`INC-${marks[0]}.md`]);
  return marks[0];
}

describe('libraryCache', function () {
  this.timeout(120_000);

  it('gives back what was kept, to who asks the same', () => {
    const place = join(temporaryFolder({}), 'deep', 'library.bin');
    assert.equal(readCache(place, 'key'), undefined);
    writeCache(place, someCache('key', 7));
    assert.deepEqual(readCache(place, 'key'), someCache('key', 7));
    assert.equal(readCache(place, 'another'), undefined);
    assert.deepEqual(readdirSync(join(place, '..')), ['library.bin'], 'nothing is left beside it');
    deleteBuffers(place);
    assert.equal(readCache(place, 'key'), undefined);
  });

  it('is written anew where a look has found something else, and then only', () => {
    const place = join(temporaryFolder({}), 'library.bin');
    const [{ source } = assert.fail()] = someCache('key', 7).sources;
    const writeAsFound = (paths: readonly string[], rules = defaultRules) => {
      const keeper = new CacheKeeper(place, 'key');
      keeper.setSources([{ ...source, rules }]);
      keeper.setPaths(source.key, paths);
      const before = existsSync(place) ? statSync(place).ino : undefined;
      keeper.write();
      assert.equal(keeper.isBehind, false);
      return before !== statSync(place).ino;
    };
    const rules = { ...defaultRules, exclude: ['*.txt'] };
    assert.equal(writeAsFound(['INC-1.md']), true, 'there is none');
    assert.equal(writeAsFound(['INC-1.md']), false, 'the same');
    assert.equal(writeAsFound(['INC-1.md', 'INC-2.md']), true, 'another path');
    assert.equal(writeAsFound(['INC-1.md', 'INC-2.md'], rules), true, 'other rules');
    assert.equal(writeAsFound(['INC-1.md', 'INC-2.md'], rules), false, 'the same again');
    assert.deepEqual(readCache(place, 'key')?.sources[0]?.paths, ['INC-1.md', 'INC-2.md']);
  });

  it('takes no file that is cut, damaged, or not its own', () => {
    const place = join(temporaryFolder({}), 'library.bin');
    writeCache(place, someCache('key', 7));
    const whole = readFileSync(place);
    for (const length of [0, 4, 24, 32, 1000, whole.length - 8, whole.length - 1]) {
      writeFileSync(place, whole.subarray(0, length));
      assert.equal(readCache(place, 'key'), undefined, `${length} bytes`);
    }
    for (let at = 0; at < whole.length; at += at < 600 ? 1 : 9973) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(place, damaged);
      assert.equal(readCache(place, 'key'), undefined, `byte ${at}`);
    }
    writeFileSync(place, Buffer.concat([whole, whole]));
    assert.equal(readCache(place, 'key'), undefined, 'longer than it says');
  });

  it('is the old one or the new one, though its writer was killed at any moment, and another writes too', async () => {
    const place = join(temporaryFolder({}), 'library.bin');
    writeCache(place, someCache('key', 1));
    const other = startWriter(place, 1000);
    for (let round = 0; round < 50; round++) {
      const writer = startWriter(place, 2);
      await once(writer.stdout ?? writer, 'data');
      await new Promise((done) => setTimeout(done, round % 10));
      const gone = once(writer, 'exit');
      writer.kill('SIGKILL');
      await gone;
      assert.notEqual(markOf(place), undefined, `after ${round} kills`);
    }
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    writeCache(place, someCache('key', 9));
    assert.equal(markOf(place), 9);
  });
});

/** Writes caches, one after the other, until it is ended; says so before the first. */
function startWriter(place: string, first: number): ChildProcess {
  return spawn(process.execPath, [resolve('out', 'test', 'indexing', 'writeCaches.js'), place, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('a library that was kept', function () {
  this.timeout(120_000);

  const lookers: LibraryLooker[] = [];
  afterEach(() => {
    for (const each of lookers.splice(0)) each.dispose();
  });

  function start(storage: string, from = script): LibraryLooker {
    const looker = workerLook?.(from, storage);
    if (!looker) throw new Error('The tests run where there are threads.');
    lookers.push(looker);
    return looker;
  }

  async function recalled(looker: LibraryLooker, folder: string, sources: readonly string[] = []) {
    if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
    const found = new LookedAt();
    const root = { place: folder, fileSystem: nodeFileSystem };
    const options = { folders: sources, idPatterns: [], allowOutside: false };
    return (await looker.recall([{ root, options }], found)) ? found : undefined;
  }

  /** Looks, and ends when what was found is kept. */
  async function lookAndKeep(
    folder: string,
    storage: string,
    sources: readonly string[] = [],
    looker = start(storage),
  ): Promise<LookedAt> {
    const found = new LookedAt();
    const place = join(storage, 'library.bin');
    rmSync(place, { force: true });
    await found.lookAt(folder, looker.look.bind(looker), sources);
    while (!existsSync(place)) await new Promise((done) => setTimeout(done, 50));
    return found;
  }

  it('is there at once, stories included, and nothing is read again', async () => {
    const folder = resolve('test', 'sample');
    const storage = temporaryFolder({});
    const cold = await lookAndKeep(folder, storage);
    const looker = start(storage);
    const warm = await recalled(looker, folder);
    assert.deepEqual(warm?.everything, cold.everything);
    assert.deepEqual(await warm?.lookAt(folder, looker.look.bind(looker)), []);
  });

  const missing = corporaAreMissing();
  for (const { corpus, folder } of missing ? [] : corpusFolders()) {
    it(`is the same for ${corpus}/${folder}`, async () => {
      const storage = temporaryFolder({});
      const cold = await lookAndKeep(placeOf(corpus), storage, [folder]);
      const warm = await recalled(start(storage), placeOf(corpus), [folder]);
      assert.deepEqual(warm?.everything, cold.everything);
    });
  }
  if (missing)
    it(missing, function () {
      this.skip();
    });

  it('is brought up to date with what changed meanwhile', async () => {
    const folder = temporaryFolder({
      'incidents/INC-1.md': '# One',
      'incidents/INC-2.md': '# Two',
      'incidents/INC-3.md': '# Three',
    });
    const storage = temporaryFolder({});
    await lookAndKeep(folder, storage);
    addFile(folder, 'incidents/INC-2.md', '# Two, changed');
    addFile(folder, 'incidents/INC-4.md', '# Four');
    rmSync(join(folder, 'incidents', 'INC-3.md'));
    const looker = start(storage);
    const warm = await recalled(looker, folder);
    assert.deepEqual(
      warm?.library.reviews.map(({ title }) => title),
      ['One', 'Two', 'Three'],
    );
    assert.equal(warm?.library.get('INC-3')[0]?.text, '', 'the file is gone');
    await warm?.lookAt(folder, looker.look.bind(looker));
    const cold = new LookedAt();
    await cold.lookAt(folder);
    assert.deepEqual(warm?.everything, cold.everything);
  });

  it('is not taken for another question, and not once it is forgotten', async () => {
    const folder = temporaryFolder({ 'incidents/INC-1.md': '# One', 'more/INC-2.md': '# Two' });
    const storage = temporaryFolder({});
    await lookAndKeep(folder, storage);
    assert.equal(await recalled(start(storage), folder, ['more']), undefined);
    const looker = start(storage);
    assert.ok(await recalled(looker, folder));
    looker.forget();
    assert.equal(await recalled(looker, folder), undefined);
    const again = new LookedAt();
    assert.equal((await again.lookAt(folder, looker.look.bind(looker))).length, 1, 'it is read again');
  });

  it('is never in part where another window has just forgotten it, and is whole as soon as all is read again', async () => {
    const folder = temporaryFolder({ 'incidents/INC-1.md': '# One', 'incidents/INC-2.md': '# Two' });
    const storage = temporaryFolder({});
    const place = join(storage, 'library.bin');
    const cold = await lookAndKeep(folder, storage);
    const other = start(storage);
    const inOther = await recalled(other, folder);
    const rebuilding = start(storage);
    const rebuilt = await recalled(rebuilding, folder);
    assert.ok(inOther && rebuilt);
    rebuilding.forget();
    // The other window looks meanwhile, and finds what it knows already.
    assert.deepEqual(await inOther.lookAt(folder, other.look.bind(other)), []);
    await new Promise((done) => setTimeout(done, 1500)); // nothing to wait for: nothing shall be written
    assert.equal(existsSync(place), false);
    for (const seen of rebuilt.seen.values()) for (const key of seen.keys()) seen.set(key, { mtime: -1, size: -1 });
    await rebuilt.lookAt(folder, rebuilding.look.bind(rebuilding));
    while (!existsSync(place)) await new Promise((done) => setTimeout(done, 50));
    assert.deepEqual((await recalled(start(storage), folder))?.everything, cold.everything);
  });

  it('is not taken where another build reads, be it in the thread or in what the thread loads', async () => {
    const folder = temporaryFolder({ 'incidents/INC-1.md': '# One' });
    const storage = temporaryFolder({});
    const dist = temporaryFolder({});
    const [worker = '', reader = ''] = ['libraryWorker.js', 'libraryReader.js'].map((name) => join(dist, name));
    for (const place of [worker, reader]) copyFileSync(resolve('dist', basename(place)), place);
    const changes: Readonly<Record<string, () => void>> = {
      'the reader is another': () => appendFileSync(reader, '// Reads otherwise.\n'),
      'the reader was built anew, and is as long': () => utimesSync(reader, 1, 1),
      'the thread is another': () => appendFileSync(worker, '\n// Looks otherwise.\n'),
    };
    for (const [what, change] of Object.entries(changes)) {
      await lookAndKeep(folder, storage, [], start(storage, worker));
      assert.ok(await recalled(start(storage, worker), folder), 'by the build that kept it');
      change();
      const looker = start(storage, worker);
      assert.equal(await recalled(looker, folder), undefined, what);
      const found = new LookedAt();
      assert.equal((await found.lookAt(folder, looker.look.bind(looker))).length, 1, 'it is read again');
    }
  });
});
