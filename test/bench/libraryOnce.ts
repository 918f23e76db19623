// One start of the library as the editor makes it, in a process of its own. Prints what it took, as JSON: ms and bytes.
// node libraryOnce.mjs cold|warm FOLDER STORAGE
import { existsSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Names } from '../../src/core/citations/findNames';
import { KnownIds } from '../../src/core/citations/knownIds';
import { LayeredMap } from '../../src/core/reviews/layeredMap';
import { Library } from '../../src/core/reviews/library';
import { LibrarySearch } from '../../src/core/reviews/search';
import { type FileLook, lookOfRules } from '../../src/indexing/indexSource';
import type { LookListener } from '../../src/indexing/lookAtLibrary';
import { openNames } from '../../src/indexing/namePack';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { inSlices, startPace } from '../../src/indexing/pace';
import type { TextSegments } from '../../src/indexing/textIndexer';
import { workerLook } from '../../src/indexing/workerLook';

/** What one start found out. Times in ms, sizes in bytes. */
export interface StartFigures {
  readonly reviews: number;
  /** Until the first reviews are there; all; all with the names by which texts cite them; all compared with the files; with full text. */
  readonly first: number;
  readonly records: number;
  readonly usable: number;
  readonly validated: number;
  readonly texts: number;
  /** What the main thread had to do until the names were known, and its longest turn, by its own clock where the system tells it. */
  readonly busy: number;
  readonly longest: number;
  readonly recordMemory: number;
  readonly nameMemory: number;
  readonly textMemory: number;
}

// Not by a flag of the process, nor left on: with one, Node compiles its own modules anew in each thread, which takes 18 ms.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
setFlagsFromString('--no-expose-gc');

const [, , way = 'cold', folder = '', storage = ''] = process.argv;
const fileSystem = nodeFileSystem;
const looker = workerLook?.(resolve('dist', 'libraryWorker.js'), storage);
if (!looker || !fileSystem) throw new Error('There are no threads here.');
if (way === 'cold') rmSync(storage, { recursive: true, force: true });

const library = new Library();
const seen = new Map<string, LayeredMap<FileLook>>();
const paths = new Map<string, readonly string[]>();
let first = 0;
let keptNames: Names | undefined;
const listener: LookListener = {
  onSources(sources) {
    for (const source of sources) {
      library.setSource(source);
      if (!seen.has(source.key)) seen.set(source.key, new LayeredMap());
    }
  },
  onPaths: ({ key }, found) => paths.set(key, found),
  onFile(source, { key, reading, look }) {
    if (first === 0) first = performance.now() - begun;
    seen.get(source.key)?.set(key, look);
    library.set(key, source.key, reading);
  },
  onFiles(source, { readings, looks }) {
    if (first === 0) first = performance.now() - begun;
    seen.get(source.key)?.setAll(looks);
    library.setAll(source.key, readings);
  },
  onGone: (_, key) => library.delete(key),
  onProgress() {},
  onEnd: (source) => seen.get(source.key)?.set(...lookOfRules(source, paths.get(source.key))),
  onNames(packed, files) {
    keptNames = openNames(packed, library, files);
  },
};
const roots = [
  { root: { place: dirname(folder), fileSystem }, options: { folders: [], idPatterns: [], allowOutside: false } },
];
let made: Promise<TextSegments> | undefined = new Promise((done) => {
  looker.onTexts = done;
});

// The worker does not keep a process alive.
const alive = setInterval(() => {}, 1000);
const before = memory();
const turns = watchTurns();
const begun = performance.now();
const look = () => looker.look(roots, seen, listener, new AbortController().signal);
if (way === 'cold') await look();
else if (!(await looker.recall(roots, listener))) throw new Error('Nothing was kept.');
const records = performance.now() - begun;
let names: KnownIds | undefined = keptNames
  ? new KnownIds(library, keptNames)
  : await inSlices(KnownIds.collecting(library), startPace());
const usable = performance.now() - begun;
const { busy, longest } = turns.stop();
if (way !== 'cold') await look();
const validated = performance.now() - begun;
const { segments, reviews } = textsOf(await made);
made = undefined;
looker.onTexts = undefined;
const textsAfter = performance.now() - begun;
const families = names.families.length;
const withNames = memory();
names = undefined;
keptNames = undefined;
const withRecords = memory();
const bytesOfTexts = segments.reduce((sum, { byteLength }) => sum + byteLength, 0);
const search = new LibrarySearch(library);
if (search.adopt({ segments, reviews }) > 0) throw new Error('Reviews without full text.');
const figures: StartFigures = {
  reviews: library.reviews.length,
  first,
  records,
  usable,
  validated,
  texts: textsAfter,
  busy,
  longest,
  recordMemory: withRecords - before - bytesOfTexts,
  nameMemory: withNames - withRecords,
  textMemory: memory() - withRecords + bytesOfTexts,
};
for (const name of ['library.bin', 'text.bin'])
  while (way === 'cold' && !existsSync(join(storage, name))) await new Promise((done) => setTimeout(done, 50));
looker.dispose();
clearInterval(alive);
if (families === 0) throw new Error('No names were learned.');
console.log(JSON.stringify(figures));

/** What a window keeps of full text, by which it knows its reviews: not what each document was when it was made. */
function textsOf({ segments, documents }: TextSegments) {
  return { segments, reviews: documents.map(({ key, at }) => library.in(key)[at]) };
}

function memory(): number {
  for (let times = 0; times < 3; times++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Sums up what the main thread does, and finds its longest turn: what it takes between two timers of 4 ms. */
function watchTurns() {
  const ownTime = ownClock();
  const start = ownTime();
  let last = start;
  let longest = 0;
  const timer = setInterval(() => {
    const now = ownTime();
    longest = Math.max(longest, now - last);
    last = now;
  }, 4);
  return {
    stop() {
      clearInterval(timer);
      const now = ownTime();
      return { busy: now - start, longest: Math.max(longest, now - last) };
    },
  };
}

/**
 * A clock of the ms that the main thread had the processor, where Linux tells; else of the time that its event loop was active. It is read every
 * few ms, so the file stays open: to open it each time would be a quarter of what is measured.
 */
function ownClock(): () => number {
  const told = Buffer.alloc(64);
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    return () => Number(told.toString('latin1', 0, readSync(file, told, 0, told.length, 0)).split(' ', 1)[0]) / 1e6;
  } catch {
    return () => performance.eventLoopUtilization().active;
  }
}
