// node --expose-gc inNode.js PART FOLDER: does one part of the load test in the folder, and prints its figures as JSON.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CitationIndex } from '../../src/core/citations/citationIndex';
import { findCitations } from '../../src/core/citations/findCitations';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { gatheringThread } from '../../src/indexing/gatheringThread';
import type { lookAtLibrary } from '../../src/indexing/lookAtLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { RemoteGatherer } from '../../src/indexing/remoteGatherer';
import { workerLook } from '../../src/indexing/workerLook';
import { killedStarts } from '../hostile/killedStarts';
import { startStallProbe } from '../integration/hostile/startStallProbe';
import type { Figure } from './figure';

const megabyte = 2 ** 20;
const [, , part = '', folder = ''] = process.argv;

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = { code, large, kills };

void (async () => {
  mkdirSync(folder, { recursive: true });
  const figures = await parts[part]?.();
  console.log(JSON.stringify(figures ?? []));
  process.exit(0);
})();

/** 100,000 files of code, of which each fiftieth cites a review. */
async function code(): Promise<Figure[]> {
  const line = 'export const kettle = (cup: number) => cup + 1; // as ever\n';
  for (let at = 0; at < 100_000; at++) {
    const inside = join(folder, 'src', String(at % 500));
    if (at < 500) mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `f${at}.ts`), `${line.repeat(20)}${at % 50 === 0 ? '// see INC-7\n' : ''}`);
  }
  const { index, gatherer } = gathererIn(folder);
  const probe = startStallProbe();
  const begun = performance.now();
  await gatherer.run(new AbortController().signal, () => {});
  const ms = performance.now() - begun;
  const stall = probe.stop();
  assert.equal(index.of({ key: '/lib/INC-7.md', id: 'INC-7' }).length, 2000);
  gatherer.dispose();
  return [
    { name: '100,000 files are searched for citations', value: ms / 1000, unit: ' s' },
    { name: 'longest stall of the main thread', value: stall, limit: 200, unit: ' ms' },
    { name: 'memory of the main thread', value: usedMemory() / megabyte, limit: 400, unit: ' MB' },
  ];
}

/** What is large by itself: a review, a line, a file of citations, a folder. */
async function large(): Promise<Figure[]> {
  const incidents = join(folder, 'incidents');
  mkdirSync(incidents, { recursive: true });
  writeFileSync(join(incidents, 'INC-1-large.md'), `# Large\n\n${'words and words\n'.repeat(50 * 65_536)}`);
  writeFileSync(join(incidents, 'INC-2.md'), '# A kettle\n\nIt was off.\n');
  for (let at = 0; at < 10_000; at++) writeFileSync(join(incidents, `picture-${at}.png`), '');
  const looker = workerLook?.(resolve('dist', 'libraryWorker.js'));
  assert.ok(looker && nodeFileSystem);
  const library = new Library();
  const findings: string[] = [];
  const probe = startStallProbe();
  let begun = performance.now();
  const root = { place: folder, fileSystem: nodeFileSystem };
  const options = { folders: [], idPatterns: [], allowOutside: false };
  await looker.look(
    [{ root, options }],
    new Map(),
    {
      onSources: (sources) => {
        for (const each of sources) library.setSource(each);
      },
      onPaths() {},
      onFile: (source, { key, reading }) => library.set(key, source.key, reading),
      onGone() {},
      onProgress() {},
      onEnd() {},
    } satisfies Parameters<typeof lookAtLibrary>[2],
    new AbortController().signal,
  );
  const looked = performance.now() - begun;
  const stall = probe.stop();
  looker.dispose();
  findings.push(...library.problems.map(({ code, path }) => `${code} ${path}`));
  assert.deepEqual(findings, ['file-too-large incidents/INC-1-large.md']);
  assert.equal(library.get('INC-2')[0]?.title, 'A kettle');

  const known = knownInc7();
  const typescript = Languages.builtIn.find({ path: 'a.ts' });
  const find = (text: string) => {
    begun = performance.now();
    const found = findCitations(text, typescript, known, { matchIn: 'comments', path: 'a.ts', key: '/a.ts' });
    return { count: found.length, ms: performance.now() - begun };
  };
  const line = find(`// INC-7 ${'word '.repeat(2 * megabyte)}`);
  const many = find('// see INC-7, as ever\n'.repeat(20_000));
  assert.equal(many.count, 20_000);
  return [
    { name: 'a review of 50 MB among 10,000 files of one folder: looked at', value: looked, limit: 5000, unit: ' ms' },
    { name: 'longest stall of the main thread meanwhile', value: stall, limit: 200, unit: ' ms' },
    { name: 'a line of 10 MB: searched', value: line.ms, unit: ' ms' },
    { name: '20,000 citations in a file: all found', value: many.ms, unit: ' ms' },
  ];
}

/** 200 processes killed while they read and keep a library. */
async function kills(): Promise<Figure[]> {
  const count = 400;
  mkdirSync(join(folder, 'incidents'), { recursive: true });
  for (let at = 0; at < count; at++) writeFileSync(join(folder, 'incidents', `INC-${at}.md`), `# Kettle ${at}\n`);
  const { kills, recalled } = await killedStarts(folder, count, 200);
  return [
    { name: 'processes killed, with a good start after each', value: kills },
    { name: 'of these from what was kept', value: recalled },
  ];
}

function knownInc7(): KnownIds {
  const library = new Library();
  const key = '/lib/INC-7.md';
  library.setSource({ key: '/lib', path: '/lib', rules: defaultRules, findings: [] });
  const review = { key, source: '/lib', path: key, pathInSource: 'INC-7.md', isTruncated: false, neighbours: [] };
  library.set(key, '/lib', readReviews({ ...review, text: '# Holds\n' }, defaultRules));
  return new KnownIds(library);
}

function gathererIn(place: string) {
  const index = new CitationIndex();
  const port = gatheringThread?.(resolve('dist', 'gatherer.js'));
  const fileSystem = nodeFileSystem;
  assert.ok(port && fileSystem);
  const gatherer = new RemoteGatherer(index, {
    languages: Languages.builtIn,
    known: knownInc7(),
    port,
    canRead: () => true,
    onLost: (reason) => assert.fail(reason),
  });
  const matchIn = () => 'comments' as const;
  gatherer.setRoots([{ place, fileSystem, exclude: [], except: new Set<string>(), matchIn }], Languages.builtIn);
  return { index, gatherer };
}

function usedMemory(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  for (let times = 0; times < 3; times++) collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
