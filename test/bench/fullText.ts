import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corpora, corporaFolders } from './corpora';
import { type Figure, median } from './figures';
import { generateForeign } from './generateForeign';
import { generateReviews } from './generateReviews';
import type { SearchFigures } from './searchOnce';

const rounds = 5;

/** Full text over passages: ours against MiniSearch, which it replaced, and against a plain scan of lower-case bodies. */
export function fullText(): Figure[] {
  const bench = join('out', 'bench');
  for (const count of [1000, 10_000]) generateReviews(bench, count);
  generateForeign(bench, 400);
  return [
    ...costs(join(bench, 'reviews-10000')),
    ...relevance('1,000 generated reviews', [join(bench, 'reviews-1000')]),
    ...relevance('400 reviews with accents or without blanks', [join(bench, 'foreign-400')]),
    ...(existsSync(corpora) ? relevance('299 real reviews', [corpora, ...corporaFolders]) : skipped()),
  ];
}

function costs(place: string): Figure[] {
  const all: Record<'ours' | 'mini' | 'scan', SearchFigures[]> = { ours: [], mini: [], scan: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', 'mini', 'scan'] as const) all[name].push(once(name, 100, [place]));
  }
  const of = (name: keyof typeof all, key: Exclude<keyof SearchFigures, 'kinds'>) =>
    median(all[name].map((each) => each[key]));
  const pair = (key: Exclude<keyof SearchFigures, 'kinds'>, unit: 'ms' | 'MB', other: 'mini' | 'scan' = 'mini') => {
    const show = (value: number) => (unit === 'ms' ? value.toFixed(value < 100 ? 1 : 0) : (value / 2 ** 20).toFixed(1));
    const peer = other === 'mini' ? 'MiniSearch' : 'scan';
    return `Precedent ${show(of('ours', key))} ${unit}, ${peer} ${show(of(other, key))} ${unit}`;
  };
  const times = (key: 'build' | 'memory' | 'stored' | 'load' | 'p50') => of('mini', key) / of('ours', key);
  const name = (what: string) => `full text of 10,000: ${what}`;
  return [
    {
      name: name('build, MiniSearch / Precedent'),
      ratio: times('build'),
      target: 5,
      atLeast: true,
      measured: `${pair('build', 'ms')}; medians of ${rounds}, a process each`,
    },
    {
      name: name('memory, MiniSearch / Precedent'),
      ratio: times('memory'),
      target: 10,
      atLeast: true,
      measured: pair('memory', 'MB'),
    },
    {
      name: name('memory / 12 MB'),
      ratio: of('ours', 'memory') / (12 * 2 ** 20),
      target: 1,
      measured: pair('memory', 'MB'),
    },
    { name: name('stored bytes, MiniSearch / Precedent'), ratio: times('stored'), measured: pair('stored', 'MB') },
    { name: name('load, MiniSearch / Precedent'), ratio: times('load'), measured: pair('load', 'ms') },
    { name: name('query p50, MiniSearch / Precedent'), ratio: times('p50'), measured: pair('p50', 'ms') },
    {
      name: name('query p50, Precedent / plain scan'),
      ratio: of('ours', 'p50') / of('scan', 'p50'),
      target: 0.05,
      measured: `${pair('p50', 'ms', 'scan')}; p95 ${of('ours', 'p95').toFixed(1)} and ${of('scan', 'p95').toFixed(1)} ms`,
    },
    {
      name: name('saved review → findable / 10 ms'),
      ratio: of('ours', 'saved') / 10,
      target: 1,
      measured: pair('saved', 'ms'),
    },
    {
      name: name('longest step of the build / 16 ms'),
      ratio: of('ours', 'longestStep') / 16,
      target: 1,
      measured: pair('longestStep', 'ms'),
    },
    ...compared('10,000 generated reviews', all.ours[0], all.mini[0]),
  ];
}

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
