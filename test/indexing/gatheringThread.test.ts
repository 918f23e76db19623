import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CitationIndex } from '../../src/core/citations/citationIndex';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { gatheringThread } from '../../src/indexing/gatheringThread';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { RemoteGatherer } from '../../src/indexing/remoteGatherer';
import { temporaryFolder } from './temporaryFolder';

describe('the thread that gathers citations', () => {
  it('finds what files cite, and what they cite after a change', async () => {
    const { folder, index, gatherer } = gatherIn(resolve('dist', 'gatherer.js'));
    const run = async () => {
      await gatherer.run(new AbortController().signal, () => {});
      return index.of({ key: '/lib/INC-7.md', id: 'INC-7' }).map(({ citation: { path, line } }) => `${path}:${line}`);
    };
    assert.deepEqual(await run(), ['src/a.ts:1']);
    writeFileSync(join(folder, 'src/a.ts'), '//\n// see INC-7\n');
    gatherer.hint(join(folder, 'src/a.ts'));
    assert.deepEqual(await run(), ['src/a.ts:2']);
    gatherer.dispose();
  });

  it('is done without where it cannot be started', async () => {
    const broken = join(temporaryFolder({ 'broken.js': 'throw new Error("no luck")' }), 'broken.js');
    const { index, gatherer, lost } = gatherIn(broken);
    await gatherer.run(new AbortController().signal, () => {});
    assert.equal(index.files.length, 2);
    assert.deepEqual(lost, ['no luck']);
  });
});

function gatherIn(file: string) {
  const folder = temporaryFolder({ 'src/a.ts': '// see INC-7\n', 'b.md': 'INC-99' });
  const library = new Library();
  const key = '/lib/INC-7.md';
  library.setSource({ key: '/lib', path: '/lib', rules: defaultRules, findings: [] });
  const review = { key, source: '/lib', path: key, pathInSource: 'INC-7.md', isTruncated: false, neighbours: [] };
  library.set(key, '/lib', readReviews({ ...review, text: '# Holds\n' }, defaultRules));
  const index = new CitationIndex();
  const lost: string[] = [];
  const port = gatheringThread?.(file);
  const fileSystem = nodeFileSystem;
  assert.ok(port && fileSystem);
  const gatherer = new RemoteGatherer(index, {
    languages: Languages.builtIn,
    known: new KnownIds(library),
    port,
    canRead: () => true,
    onLost: (reason) => lost.push(reason),
  });
  const root = {
    place: folder,
    fileSystem,
    exclude: [],
    except: new Set<string>(),
    matchIn: () => 'comments' as const,
  };
  gatherer.setRoots([root], Languages.builtIn);
  return { folder, index, gatherer, lost };
}
