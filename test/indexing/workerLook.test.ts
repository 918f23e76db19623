import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lookAtLibrary } from '../../src/indexing/lookAtLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { workerLook } from '../../src/indexing/workerLook';
import { corporaAreMissing, corpusFolders, placeOf } from '../corpora/readCorpus';
import { LookedAt } from './lookedAt';
import { addFile, temporaryFolder } from './temporaryFolder';

const script = resolve('dist', 'libraryWorker.js');

describe('workerLook', function () {
  this.timeout(60_000);

  const worker = workerLook?.(script);
  if (!worker) throw new Error('The tests run where there are threads.');
  const look = worker.look.bind(worker);
  after(() => worker.dispose());

  async function bothWays(folder: string, sources: readonly string[] = []) {
    const [here, there] = [new LookedAt(), new LookedAt()];
    await here.lookAt(folder, lookAtLibrary, sources);
    await there.lookAt(folder, look, sources);
    return { here: here.everything, there: there.everything };
  }

  it('finds in the sample what is found without it, stories included', async () => {
    const { here, there } = await bothWays(resolve('test', 'sample'));
    assert.ok(here.reviews.length >= 14);
    assert.deepEqual(there, here);
  });

  it('finds the same in files of every kind', async () => {
    const { here, there } = await bothWays(
      temporaryFolder({
        'incidents/precedent.yaml': 'split: heading\naliases:\n  OLD-1: INC-2\n',
        'incidents/log.md': '# Log\n\n## INC-1 Disk full\n\nIt was.\n\n## INC-2 Ünïcode 🚢 停電\n\nSee INC-1.\n',
        'incidents/INC-3.md': `\ufeff---\ntitle: Third\nstatus: draft\nservices: [a, b]\n---\n\n## Timeline\n\n- 14:06 Page\n`,
        'incidents/INC-3-graph.png': '',
        'incidents/bad.md': '---\ntitle: [\n---\n\n# Bad front matter\n',
        'incidents/latin.md': Buffer.from('# Größe', 'latin1'),
        'incidents/data.yaml': 'id: INC-9\ntitle: As data\ndate: 2026-01-02\n',
        'incidents/broken.yaml': 'id: [',
        'incidents/reading.md': '---\nkind: reading-path\ntitle: Read\n---\n\n1. INC-1\n',
        'incidents/LICENSE': 'MIT',
        'incidents/long.md': `# Long\n\n${'words and words '.repeat(20_000)}`,
      }),
    );
    assert.ok(here.problems.length > 2, 'problems');
    assert.ok(here.omitted.length > 0, 'omitted');
    assert.equal(here.readingPaths.length, 1);
    assert.deepEqual(there, here);
  });

  const missing = corporaAreMissing();
  for (const { corpus, folder } of missing ? [] : corpusFolders()) {
    it(`finds the same in ${corpus}/${folder}`, async () => {
      const { here, there } = await bothWays(placeOf(corpus), [folder]);
      assert.ok(here.reviews.length > 0);
      assert.deepEqual(there, here);
    });
  }
  if (missing)
    it(missing, function () {
      this.skip();
    });

  it('hands over only what changed', async () => {
    const folder = temporaryFolder({
      'incidents/INC-1.md': '# One',
      'incidents/INC-2.md': '# Two',
      'incidents/INC-3.md': '# Three',
    });
    const found = new LookedAt();
    assert.equal((await found.lookAt(folder, look)).length, 3);
    assert.deepEqual(await found.lookAt(folder, look), []);
    addFile(folder, 'incidents/INC-2.md', '# Two, changed');
    rmSync(join(folder, 'incidents', 'INC-3.md'));
    const place = (name: string) => join(folder, 'incidents', name);
    assert.deepEqual(await found.lookAt(folder, look), [place('INC-2.md'), place('INC-3.md')]);
    assert.deepEqual(
      found.library.reviews.map(({ title }) => title),
      ['One', 'Two, changed'],
    );
    addFile(folder, 'incidents/precedent.yaml', 'labels:\n  title: [Name]\n');
    assert.equal((await found.lookAt(folder, look)).length, 3, 'the rules changed');
  });

  it('tells of a folder that is named and not there', async () => {
    const found = new LookedAt();
    await found.lookAt(temporaryFolder({}), look, ['nowhere']);
    assert.match(found.failures[0] ?? '', /nowhere/);
  });

  it('ends early where it is told to, and looks again afterwards', async () => {
    const reviews = Array.from({ length: 3000 }, (_, at) => [`incidents/INC-${at}.md`, `# Review ${at}\n\nText.`]);
    const folder = temporaryFolder(Object.fromEntries(reviews));
    if (!nodeFileSystem) return;
    const roots = [
      {
        root: { place: folder, fileSystem: nodeFileSystem },
        options: { folders: [], idPatterns: [], allowOutside: false },
      },
    ];
    const found = new LookedAt();
    const abort = new AbortController();
    const first = look(roots, found.seen, found, abort.signal);
    const { onFile } = found;
    found.onFile = (...told) => {
      abort.abort();
      onFile.apply(found, told);
    };
    await first;
    const { length } = found.library.reviews;
    assert.ok(length > 0 && length < 3000, `${length}`);
    await found.lookAt(folder, look);
    assert.equal(found.library.reviews.length, 3000);
  });

  it('fails where there is no worker to start', async () => {
    const none = workerLook?.(resolve('dist', 'nothing.js'));
    await assert.rejects(new LookedAt().lookAt(temporaryFolder({}), none?.look.bind(none)), /nothing\.js/);
  });
});
