import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collectingNames } from '../../src/core/citations/collectNames';
import type { Names } from '../../src/core/citations/findNames';
import type { FileReading } from '../../src/core/reviews/library';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { allSteps } from '../../src/core/steps';
import { lookAtLibrary } from '../../src/indexing/lookAtLibrary';
import { openNames, packNames } from '../../src/indexing/namePack';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';
import { corporaAreMissing, corpusFolders, placeOf } from '../corpora/readCorpus';
import { LookedAt } from './lookedAt';
import { temporaryFolder } from './temporaryFolder';

/** A library, and its files in the order in which they were read. */
class WithFiles extends LookedAt {
  readonly files: FileReading[] = [];
  names: ArrayBuffer | undefined;

  override onFile(...told: Parameters<LookedAt['onFile']>): void {
    super.onFile(...told);
    this.files.push(told[1].reading);
  }

  onNames(names: ArrayBuffer, files: readonly FileReading[]): void {
    assert.deepEqual(files, this.files);
    this.names = names;
  }

  /** The names as they are collected now. */
  get collected(): Names {
    return allSteps(collectingNames(this.library));
  }

  opened(packed: ArrayBuffer): Names {
    const names = openNames(packed, this.library, this.files);
    assert.ok(names);
    return names;
  }
}

/** All that names say, in an order of its own. */
function told({ reviews, index, paths, prefixes }: Names) {
  const one = ({ key, id }: ReviewDocument) => `${key}#${id}`;
  const many = (named: ReviewDocument | readonly ReviewDocument[]) => [named].flat().map(one);
  return {
    reviews: reviews.map(one),
    names: [...index.names].map(([name, known]) => [name, { ...known, reviews: many(known.reviews) }]).sort(),
    urls: [...index.urls].map(([url, named]) => [url, many(named)]).sort(),
    spaced: [...index.spaced].map(([first, names]) => [first, [...names].sort()]).sort(),
    families: [...index.families].sort(),
    ends: [...paths.byEnd].map(([end, named]) => [end, many(named)]).sort(),
    prefixes: prefixes && [prefixes.source, prefixes.flags],
  };
}

describe('namePack', function () {
  this.timeout(60_000);

  async function isTheSame(folder: string, sources: readonly string[] = []): Promise<WithFiles> {
    const found = new WithFiles();
    await found.lookAt(folder, lookAtLibrary, sources);
    const { collected } = found;
    const opened = found.opened(packNames(collected, found.files));
    assert.deepEqual(told(opened), told(collected));
    for (const [name, known] of collected.index.names) assert.deepEqual(opened.index.names.get(name), known, name);
    assert.equal(opened.index.names.get('no such name'), undefined);
    return found;
  }

  it('tells the names of the sample as they are', async () => {
    await isTheSame(resolve('test', 'sample'));
  });

  it('tells aliases, former names, URLs, blanks and what several claim', async () => {
    const { library } = await isTheSame(
      temporaryFolder({
        'incidents/precedent.yaml': 'aliases:\n  OLD-1: INC-2\nurlTemplates: ["https://old.example/{id}"]\n',
        'incidents/INC-1.md':
          '---\naliases: [The Long Night, https://wiki.example.com/INC-1/, "Ünïcode 停電"]\n---\n\n# One\n',
        'incidents/INC-2.md': '---\naliases: [The Long Night, INC-1]\n---\n\n# Two\n',
        'incidents/again/INC-2.md': '# Two, again\n',
        'incidents/night/README.md': '---\nid: night-7\n---\n\n# A folder\n',
        'incidents/reading.md': '---\nkind: reading-path\ntitle: Read\n---\n\n1. INC-1\n',
      }),
    );
    assert.equal(library.get('INC-2').length, 2);
  });

  it('tells of an empty library, and takes nothing that is no pack', async () => {
    const { library } = await isTheSame(temporaryFolder({ 'incidents/precedent.yaml': 'label: {}\n' }));
    assert.equal(openNames(new ArrayBuffer(64), library, []), undefined);
  });

  const missing = corporaAreMissing();
  for (const { corpus, folder } of missing ? [] : corpusFolders()) {
    it(`tells the names of ${corpus}/${folder}`, async () => {
      await isTheSame(placeOf(corpus), [folder]);
    });
  }
  if (missing)
    it(missing, function () {
      this.skip();
    });

  it('comes with a library that is read for the first time, and with one that was kept', async () => {
    const folder = resolve('test', 'sample');
    const storage = temporaryFolder({});
    const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
    if (!looker || !nodeFileSystem) throw new Error('The tests run where there are threads.');
    try {
      const cold = new WithFiles();
      await cold.lookAt(folder, looker.look.bind(looker));
      assert.ok(cold.names);
      assert.deepEqual(told(cold.opened(cold.names)), told(cold.collected));
      cold.names = undefined;
      await cold.lookAt(folder, looker.look.bind(looker));
      assert.equal(cold.names, undefined, 'only the first time');
      while (!existsSync(join(storage, 'library.bin'))) await new Promise((done) => setTimeout(done, 50));
      const warm = new WithFiles();
      const root = { place: folder, fileSystem: nodeFileSystem };
      assert.ok(await looker.recall([{ root, options: { folders: [], idPatterns: [], allowOutside: false } }], warm));
      assert.ok(warm.names);
      assert.deepEqual(told(warm.opened(warm.names)), told(warm.collected));
    } finally {
      looker.dispose();
    }
  });
});
