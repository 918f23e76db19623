import assert from 'node:assert/strict';
import { Library } from '../../src/core/reviews/library';
import { findSources } from '../../src/indexing/findSources';
import { indexSource } from '../../src/indexing/indexSource';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { temporaryFolder } from '../indexing/temporaryFolder';
import { faulty } from './faultyFileSystem';
import { readLibrary } from './readLibrary';

const reviews = Object.fromEntries(
  Array.from({ length: 300 }, (_, at) => [
    `docs/incidents/${at % 7}/INC-${at}-a-kettle.md`,
    `# Kettle ${at}\n\n## What surprised us\n\nIt was off.\n`,
  ]),
);

describe('a drive that fails now and then', function () {
  this.timeout(120_000);
  const idsOf = ({ reviews }: Library) => reviews.map(({ id }) => id);

  it('loses no review of 300, with a tenth of all answers missing, whichever they are', async () => {
    const place = temporaryFolder(reviews);
    const { library } = await readLibrary(place, nodeFileSystem);
    assert.equal(library.reviews.length, 300);
    if (!nodeFileSystem) return;
    let faults = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const drive = faulty(nodeFileSystem, 0.1, 0, seed);
      const read = await readLibrary(place, drive);
      assert.deepEqual(idsOf(read.library), idsOf(library), `seed ${seed}`);
      assert.deepEqual(read.library.problems, []);
      faults += drive.faults();
    }
    console.log(`note: ${faults} faults of a drive, no review lost`);
  });

  it('keeps what it knew of a file that cannot be read now, and reads it when it can be', async () => {
    const place = temporaryFolder(reviews);
    if (!nodeFileSystem) return;
    const root = { place, fileSystem: nodeFileSystem };
    const [source] = await findSources(root, { folders: [], allowOutside: false, idPatterns: [] });
    assert.ok(source);
    const library = new Library();
    const seen = new Map();
    const run = (fileSystem = root.fileSystem) =>
      indexSource({ place, fileSystem }, source, {
        seen,
        onFile: ({ key, reading }) => library.set(key, source.key, reading),
        onGone: (key) => library.delete(key),
      });
    await run();
    await run(faulty(nodeFileSystem, 0.4, 0, 5));
    await run();
    assert.equal(library.reviews.length, 300);
    assert.deepEqual(library.problems, []);
  });
});
