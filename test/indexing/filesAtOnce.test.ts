import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LayeredMap } from '../../src/core/reviews/layeredMap';
import type { Source } from '../../src/core/reviews/library';
import type { PackedFiles } from '../../src/indexing/filePack';
import { type FileLook, type IndexedFile, lookOfRules } from '../../src/indexing/indexSource';
import type { LibraryLooker } from '../../src/indexing/lookAtLibrary';
import type { FilesInOrder } from '../../src/indexing/namePack';
import { workerLook } from '../../src/indexing/workerLook';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

/** Takes files many at a time, and remembers what was seen, as the editor does. */
class AtOnce extends LookedAt {
  times = 0;
  inOrder: FilesInOrder | undefined;
  readonly looks = new Map<string, LayeredMap<FileLook>>();
  readonly paths = new Map<string, readonly string[]>();

  override onSources(...[sources, failures]: Parameters<LookedAt['onSources']>): void {
    super.onSources(sources, failures);
    for (const { key } of sources) if (!this.looks.has(key)) this.looks.set(key, new LayeredMap());
  }

  override onPaths(...[source, paths]: [source?: Source, paths?: readonly string[]]): void {
    if (source && paths) this.paths.set(source.key, paths);
  }

  override onFile(source: Source, file: IndexedFile): void {
    super.onFile(source, file);
    this.looks.get(source.key)?.set(file.key, file.look);
  }

  onFiles({ key }: Source, { readings, looks }: PackedFiles): void {
    this.times++;
    this.told.push(...readings.keys());
    this.looks.get(key)?.setAll(looks);
    this.library.setAll(key, readings);
  }

  override onGone(source: Source, key: string): void {
    super.onGone(source, key);
    this.looks.get(source.key)?.delete(key);
  }

  override onEnd(source: Source): void {
    this.looks.get(source.key)?.set(...lookOfRules(source, this.paths.get(source.key)));
  }

  onNames(_: ArrayBuffer, files: FilesInOrder): void {
    this.inOrder = files;
  }

  /** As `lookAt`, with what was seen as it came. */
  lookAgain(folder: string, looker: LibraryLooker): Promise<string[]> {
    return this.lookAt(folder, (roots, _, listener, signal) => looker.look(roots, this.looks, listener, signal));
  }
}

describe('files that come many at a time', function () {
  this.timeout(60_000);

  function start(storage?: string): LibraryLooker {
    const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
    if (!looker) throw new Error('The tests run where there are threads.');
    return looker;
  }

  function someFolder(): string {
    const reviews = Array.from({ length: 700 }, (_, at): [string, string] => [
      `incidents/${at % 7}/INC-${at}${at % 50 === 0 ? '-übung-🚢' : ''}.md`,
      `---\nservices: [billing, ${at}]\nseverity: ${at % 3}\n---\n\n# Review ${at} “停電”\n\nSee INC-${at + 1}.\n`,
    ]);
    return temporaryFolder({
      ...Object.fromEntries(reviews),
      'incidents/LICENSE': 'MIT',
      'incidents/reading.md': '---\nkind: reading-path\ntitle: Read\n---\n\n1. INC-1\n',
      'incidents/bad.yaml': 'id: [',
    });
  }

  it('are what they are one by one: when read and when recalled', async () => {
    const folder = someFolder();
    const storage = temporaryFolder({});
    const looker = start(storage);
    try {
      const [here, there, warm] = [new LookedAt(), new AtOnce(), new AtOnce()];
      await here.lookAt(folder);
      await there.lookAgain(folder, looker);
      assert.ok(there.times > 0, 'many at a time');
      assert.deepEqual(there.everything, here.everything);
      assert.equal(there.library.count, 700);
      const inOrder = [...(there.inOrder ?? [])];
      assert.ok(inOrder.length >= 703, 'names come with all files');
      assert.ok(inOrder.every((reading, at) => there.inOrder?.at(at) === reading));
      assert.equal(there.inOrder?.at(inOrder.length), undefined);

      while (!existsSync(join(storage, 'library.bin'))) await new Promise((done) => setTimeout(done, 50));
      assert.ok(await warm.recall(folder, looker.recall.bind(looker)));
      assert.deepEqual(warm.everything, here.everything);
      assert.deepEqual(await warm.lookAgain(folder, looker), []);
    } finally {
      looker.dispose();
    }
  });

  it('are told alone where some changed between two starts, be it the first that was kept', async () => {
    const folder = someFolder();
    const storage = temporaryFolder({});
    const place = join(storage, 'library.bin');
    const before = start(storage);
    const kept = new AtOnce();
    try {
      await kept.lookAgain(folder, before);
      while (!existsSync(place)) await new Promise((done) => setTimeout(done, 50));
    } finally {
      before.dispose();
    }
    const keptThen = readFileSync(place);
    const keys = [...kept.library.reviews.map(({ key }) => key)].sort();
    const texts = ['# Another one\n', '---\nid: OTHER-9\n---\n# With another id\n', 'No title.\n'];
    const changed: string[] = [];
    for (const [at, key] of [keys[0], keys[350], keys.at(-1)].entries()) {
      assert.ok(key !== undefined);
      // As long as it was: its time alone tells.
      writeFileSync(key, (texts[at] ?? '').padEnd(statSync(key).size));
      utimesSync(key, 1000, 1000);
      changed.push(key);
      writeFileSync(place, keptThen);
      const looker = start(storage);
      try {
        const warm = new AtOnce();
        assert.ok(await warm.recall(folder, looker.recall.bind(looker)));
        assert.deepEqual(await warm.lookAgain(folder, looker), changed);
        const cold = new LookedAt();
        await cold.lookAt(folder);
        assert.deepEqual(warm.everything, cold.everything);
      } finally {
        looker.dispose();
      }
    }
  });

  it('are, whatever changes, what is found by whoever reads all of it', async () => {
    const folder = someFolder();
    const place = (path: string) => join(folder, 'incidents', path);
    const looker = start();
    try {
      const found = new AtOnce();
      await found.lookAgain(folder, looker);
      const changes: Readonly<Record<string, () => void>> = {
        'a file has other text': () => addFile(folder, 'incidents/3/INC-3.md', '# Third, changed'),
        'one comes, and one goes': () => {
          addFile(folder, 'incidents/new.md', '# A new one');
          rmSync(place('4/INC-4.md'));
        },
        'as many files, of which one has another name': () => {
          rmSync(place('new.md'));
          addFile(folder, 'incidents/now.md', '# A new one');
        },
        'a graph comes': () => addFile(folder, 'incidents/5/INC-5-graph.png', ''),
        'it goes': () => rmSync(place('5/INC-5-graph.png')),
        'files are ignored': () => addFile(folder, 'incidents/.gitignore', 'INC-1*.md\n'),
        'fewer are': () => addFile(folder, 'incidents/.gitignore', 'INC-11.md\n'),
        'an ignored one goes': () => rmSync(place('4/INC-11.md')),
        'there are rules': () => addFile(folder, 'incidents/precedent.yaml', 'exclude: ["6/**"]\n'),
        'other rules': () => addFile(folder, 'incidents/precedent.yaml', 'exclude: ["5/**"]\n'),
        'a file is only touched': () => utimesSync(place('1/INC-1.md'), 1, 1),
      };
      for (const [what, change] of Object.entries(changes)) {
        change();
        await found.lookAgain(folder, looker);
        const anew = new LookedAt();
        await anew.lookAt(folder);
        assert.deepEqual(found.everything, anew.everything, what);
        assert.deepEqual(await found.lookAgain(folder, looker), [], `${what}, and nothing since`);
      }
    } finally {
      looker.dispose();
    }
  });

  it('are looked at again where a look was ended before all that came had its turn', async () => {
    const folder = someFolder();
    const looker = start();
    try {
      const found = new AtOnce();
      await found.lookAgain(folder, looker);
      for (let at = 1000; at < 3000; at++) addFile(folder, `incidents/INC-${at}.md`, `# Review ${at}`);
      const abort = new AbortController();
      const onFiles = found.onFiles.bind(found);
      found.onFiles = (...told) => {
        onFiles(...told);
        abort.abort();
      };
      await found.lookAt(folder, (roots, _, listener) => looker.look(roots, found.looks, listener, abort.signal));
      assert.ok(found.library.count < 2700, `${found.library.count}`);
      found.onFiles = onFiles;
      await found.lookAgain(folder, looker);
      assert.equal(found.library.count, 2700);
    } finally {
      looker.dispose();
    }
  });
});
