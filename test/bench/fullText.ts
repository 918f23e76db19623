import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corpora, corporaFolders } from './corpora';
import { type Figure, median } from './figures';
import { generateForeign } from './generateForeign';
import { generateReviews } from './generateReviews';
import type { SearchFigures } from './searchOnce';

const rounds = 5;

/**
 * Full text over passages: ours against MiniSearch, which it replaced, and against a plain scan of lower-case bodies. MiniSearch takes minutes
 * over 10,000 reviews, and has them only where `isLarge`.
 */
export function fullText(isLarge: boolean): Figure[] {
  const bench = join('out', 'bench');
  for (const count of [1000, 10_000]) generateReviews(bench, count);
  generateForeign(bench, 400);
  return [
    ...costs(join(bench, 'reviews-10000'), isLarge),
    ...relevance('1,000 generated reviews', [join(bench, 'reviews-1000')]),
    ...relevance('400 reviews with accents or without blanks', [join(bench, 'foreign-400')]),
    ...(existsSync(corpora) ? relevance('299 real reviews', [corpora, ...corporaFolders]) : skipped()),
  ];
}

function costs(place: string, isLarge: boolean): Figure[] {
  const all: Record<'ours' | 'scan' | 'mini', SearchFigures[]> = { ours: [], scan: [], mini: [] };
  const engines = isLarge ? (['ours', 'mini', 'scan'] as const) : (['ours', 'scan'] as const);
  for (let round = 0; round < rounds; round++) {
    // A scan takes as long for each query, more or less, and far too long for many.
    for (const name of engines) all[name].push(once(name, name === 'scan' ? 20 : 100, [place]));
  }
  const of = (name: keyof typeof all, key: Cost) => median(all[name].map((each) => each[key]));
  const show = (name: keyof typeof all, key: Cost) => {
    const value = of(name, key);
    return inBytes.has(key) ? `${(value / 2 ** 20).toFixed(1)} MB` : `${value.toFixed(value < 100 ? 1 : 0)} ms`;
  };
  const ours = (key: Cost) => `Precedent ${show('ours', key)}`;
  const name = (what: string) => `full text of 10,000: ${what}`;
  const against = (what: string, key: Cost, target?: number): Figure => ({
    name: name(`${what}, MiniSearch / Precedent`),
    ratio: of('mini', key) / of('ours', key),
    ...(target === undefined ? {} : { target, atLeast: true }),
    measured: `${ours(key)}, MiniSearch ${show('mini', key)}; medians of ${rounds}, a process each`,
  });
  const within = (what: string, key: Cost, most: number): Figure => ({
    name: name(`${what} / ${inBytes.has(key) ? `${most / 2 ** 20} MB` : `${most} ms`}`),
    ratio: of('ours', key) / most,
    target: 1,
    measured: ours(key),
  });
  const toMiniSearch = isLarge
    ? [
        against('build', 'build', 5),
        against('memory', 'memory', 10),
        against('stored bytes', 'stored'),
        against('load', 'load'),
        against('query p50', 'p50'),
        ...compared('10,000 generated reviews', all.ours[0], all.mini[0]),
      ]
    : [];
  return [
    {
      name: name('query p50, Precedent / plain scan'),
      ratio: of('ours', 'p50') / of('scan', 'p50'),
      target: 0.05,
      measured: `${ours('p50')}, scan ${show('scan', 'p50')}; p95 ${show('ours', 'p95')} and ${show('scan', 'p95')}; medians of ${rounds}, a process each`,
    },
    within('memory', 'memory', 12 * 2 ** 20),
    within('saved review → findable', 'saved', 10),
    within('longest step of the build', 'longestStep', 16),
    ...toMiniSearch,
  ];
}

/** What was measured of an engine, relevance aside. */
type Cost = Exclude<keyof SearchFigures, 'kinds'>;

const inBytes: ReadonlySet<Cost> = new Set(['memory', 'stored']);

function relevance(what: string, place: readonly string[]): Figure[] {
  return compared(what, once('ours', 300, place), once('mini', 300, place));
}

/** Known-item search: how often the review is among the first ten passages, and how high (mean reciprocal rank). */
function compared(what: string, ours: SearchFigures | undefined, mini: SearchFigures | undefined): Figure[] {
  return Object.entries(ours?.kinds ?? {}).map(([kind, { queries, hits, rank }]) => {
    const other = mini?.kinds[kind] ?? { hits: 0, rank: 0 };
    const share = (value: number) => (value / queries).toFixed(2);
    return {
      name: `${what}, ${kind}: hit@10, Precedent / MiniSearch`,
      ratio: hits / other.hits,
      ...(kind === 'typo' ? { target: 1, atLeast: true } : {}),
      measured: `hit@10 ${share(hits)} and ${share(other.hits)}, MRR ${share(rank)} and ${share(other.rank)}; ${queries} queries`,
    };
  });
}

function once(engine: string, queries: number, place: readonly string[]): SearchFigures {
  const module = join('out', 'test', 'bench', 'searchOnce.mjs');
  const printed = execFileSync(process.execPath, ['--expose-gc', module, engine, String(queries), ...place], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as SearchFigures;
}

function skipped(): Figure[] {
  console.log(`Real reviews are skipped: ${corpora} is not here.`);
  return [];
}
