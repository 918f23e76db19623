// Full text over one library in a process of its own, run with --expose-gc. Prints what it took, in ms and bytes, as JSON.
// node searchOnce.mjs ENGINE QUERIES ROOT [FOLDER…]: without folders, the library is found by its name.
import type { ReviewDocument } from '../../src/core/reviews/review';
import { PassageSearch } from '../../src/core/reviews/searchPassages';
import { searchTerms } from '../../src/core/reviews/searchWords';
import { quantile } from './figures';
import { type KnownItem, knownItems } from './knownItems';
import { MiniSearchPassages } from './miniSearchPassages';
import { readReviewsIn } from './readReviewsIn';

/** What one process found out. Times in ms, sizes in bytes. */
export interface SearchFigures {
  readonly reviews: number;
  readonly build: number;
  readonly longestStep: number;
  readonly memory: number;
  readonly stored: number;
  readonly load: number;
  readonly saved: number;
  readonly p50: number;
  readonly p95: number;
  readonly kinds: Readonly<Record<string, { readonly queries: number; readonly hits: number; readonly rank: number }>>;
}

interface Engine {
  update(reviews: readonly ReviewDocument[]): Generator<void, void>;
  find(query: string, most: number, transcripts: 'with'): readonly { readonly review: ReviewDocument }[];
  /** Its stored form in bytes, and how long it takes to open that. */
  storeAndLoad(): { readonly stored: number; readonly load: number };
}

const [, , name = '', queries = '', place = '', ...folders] = process.argv;
const engines: Record<string, () => Engine> = { ours, mini, scan };
const makeEngine = engines[name];
if (!makeEngine) throw new Error(`There is no ${name} to measure.`);

const reviews = await readReviewsIn(place, folders);
// Stories are read when somebody asks; that is not what is measured here.
for (const review of reviews) if (review.sections.length + review.moments.length < 0) throw new Error();
const items = knownItems(reviews, Number(queries));
// What the code itself takes is there before.
warmUp(makeEngine());
const engine = makeEngine();
const before = memory();
const [build, longestStep] = timed(engine.update(reviews));
ask(engine, items.slice(0, 4));
const after = memory();
const { kinds, times } = ask(engine, items);
const { stored, load } = engine.storeAndLoad();
const saves = reviews.slice(0, 20).map((review, at) => {
  const copy = reviews.with(at, { ...review });
  const [took] = timed(engine.update(copy));
  timed(engine.update(reviews));
  return took;
});
const figures: SearchFigures = {
  reviews: reviews.length,
  build,
  longestStep,
  memory: after - before,
  stored,
  load,
  saved: quantile(saves, 0.5),
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  kinds,
};
console.log(JSON.stringify(figures));

function ours(): Engine {
  const search = new PassageSearch();
  return {
    update: (reviews) => search.update(reviews),
    find: (query, most, transcripts) => search.find(query, most, transcripts),
    storeAndLoad() {
      const stored = search.store();
      const begun = performance.now();
      if (!new PassageSearch().restore(stored)) throw new Error('What was stored is not taken back.');
      const load = performance.now() - begun;
      return { stored: stored.segments.reduce((sum, { byteLength }) => sum + byteLength, 0), load };
    },
  };
}

function mini(): Engine {
  const search = new MiniSearchPassages();
  return {
    update: (reviews) => search.update(reviews),
    find: (query, most, transcripts) => search.find(query, most, transcripts),
    storeAndLoad() {
      const text = search.toText();
      const begun = performance.now();
      search.load(text);
      return { stored: text.length, load: performance.now() - begun };
    },
  };
}

/** The least one can do: every word somewhere in the text of a review, in lower case. */
function scan(): Engine {
  let bodies: readonly { readonly review: ReviewDocument; readonly body: string }[] = [];
  return {
    *update(reviews) {
      bodies = reviews.map((review) => ({ review, body: review.text.toLowerCase() }));
    },
    find(query, most) {
      const words = searchTerms(query);
      return bodies.filter(({ body }) => words.every((word) => body.includes(word))).slice(0, most);
    },
    storeAndLoad: () => ({ stored: 0, load: 0 }),
  };
}

function warmUp(engine: Engine): void {
  timed(engine.update(reviews.slice(0, 100)));
  ask(engine, items.slice(0, 50));
}

function ask(engine: Engine, items: readonly KnownItem[]) {
  const kinds: Record<string, { queries: number; hits: number; rank: number }> = {};
  for (const { query } of items.slice(0, 100)) engine.find(query, 10, 'with');
  const times = items.map(({ kind, query, review }) => {
    const begun = performance.now();
    const found = engine.find(query, 10, 'with');
    const took = performance.now() - begun;
    const rank = found.findIndex((each) => each.review === review);
    kinds[kind] ??= { queries: 0, hits: 0, rank: 0 };
    const all = kinds[kind];
    all.queries++;
    if (rank >= 0) all.hits++;
    if (rank >= 0) all.rank += 1 / (rank + 1);
    return took;
  });
  return { kinds, times };
}

/** How long all steps took, and the longest, by the clock or the processor, whichever is less: others may have had the processor meanwhile. */
function timed(steps: Generator<void, void>): readonly [all: number, longest: number] {
  let all = 0;
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    isDone = steps.next().done === true;
    const took = performance.now() - begun;
    all += took;
    if (took <= longest) continue;
    const { user, system } = process.cpuUsage(cpu);
    longest = Math.max(longest, Math.min(took, (user + system) / 1000));
  }
  return [all, longest];
}

function memory(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('Run it with --expose-gc.');
  for (let times = 0; times < 3; times++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
