import { join } from 'node:path';
import Fuse from 'fuse.js';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { TitleSearch } from '../../src/core/reviews/searchTitles';
import { type Figure, median, quantile } from './figures';
import { generateReviews } from './generateReviews';
import { misspelt } from './misspelt';
import { readReviewsIn } from './readReviewsIn';
import { seeded } from './seeded';

const rounds = 5;
const most = 10;

interface Query {
  readonly kind: 'id' | 'prefix' | 'typo' | 'two words';
  readonly query: string;
  readonly review: ReviewDocument;
}

/** Ids and titles as one types, in a library of 10,000: ours against fuse.js with its token search over all of them, query by query. */
export async function titles(): Promise<Figure[]> {
  generateReviews(join('out', 'bench'), 10_000);
  const reviews = await readReviewsIn(join('out', 'bench', 'reviews-10000'));
  const begun = performance.now();
  const ours = new TitleSearch(reviews);
  const built = performance.now() - begun;
  const fuse = new Fuse(reviews, {
    keys: [{ name: 'title', weight: 2 }, 'id'],
    useTokenSearch: true,
    tokenMatch: 'all',
    threshold: 0.3,
    ignoreLocation: true,
    includeMatches: true,
  });
  const engines = {
    ours: (query: string) => ours.find(query, most).map(({ review }) => review),
    fuse: (query: string) => fuse.search(query, { limit: most }).map(({ item }) => item),
  };
  const queries = titleQueries(reviews, 40);
  const tails: Record<keyof typeof engines, number[]> = { ours: [], fuse: [] };
  const hits: Record<keyof typeof engines, Map<string, number>> = { ours: new Map(), fuse: new Map() };
  for (let round = 0; round < rounds; round++) {
    const times: Record<keyof typeof engines, number[]> = { ours: [], fuse: [] };
    for (const { query, kind, review } of queries) {
      for (const name of ['ours', 'fuse'] as const) {
        const asked = performance.now();
        const found = engines[name](query);
        times[name].push(performance.now() - asked);
        if (round === 0 && found.includes(review)) hits[name].set(kind, (hits[name].get(kind) ?? 0) + 1);
      }
    }
    for (const name of ['ours', 'fuse'] as const) tails[name].push(quantile(times[name], 0.95));
  }
  const p95 = (name: keyof typeof engines) => median(tails[name]);
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const share = (name: keyof typeof engines, kind: string) =>
    (hits[name].get(kind) ?? 0) / queries.filter((each) => each.kind === kind).length;
  const all = (name: keyof typeof engines) => kinds.reduce((sum, kind) => sum + share(name, kind), 0) / kinds.length;
  const each = (name: keyof typeof engines) =>
    kinds.map((kind) => `${kind} ${share(name, kind).toFixed(2)}`).join(', ');
  return [
    {
      name: 'titles of 10,000 as one types, p95: Precedent / fuse.js',
      ratio: p95('ours') / p95('fuse'),
      target: 0.05,
      measured: `Precedent ${p95('ours').toFixed(1)} ms, fuse.js ${p95('fuse').toFixed(0)} ms; medians of ${rounds}; built in ${built.toFixed(0)} ms`,
    },
    {
      name: 'titles of 10,000, hit@10: Precedent − fuse.js',
      ratio: all('ours') - all('fuse'),
      target: -0.02,
      atLeast: true,
      measured: `Precedent ${each('ours')}; fuse.js ${each('fuse')}`,
    },
  ];
}

/** What somebody who half remembers a title or an id types, as it grows: the same for the same reviews, on every machine. */
function titleQueries(reviews: readonly ReviewDocument[], count: number): Query[] {
  const random = seeded(reviews.length);
  const queries: Query[] = [];
  for (let at = 0; at < count; at++) {
    const review = reviews[Math.floor(random() * reviews.length)];
    if (!review) continue;
    const words = review.title.split(' ').filter((word) => word.length > 3);
    const [a = '', b = ''] = words.toSorted(() => random() - 0.5);
    const id = review.id;
    const spellings = [id, id.toLowerCase(), id.replace('-', ''), id.replace('-', ' ').toLowerCase()];
    queries.push({ kind: 'id', query: spellings[at % 4] ?? id, review });
    if (a.length < 5 || b === '') continue;
    queries.push({ kind: 'prefix', query: `${b} ${a.slice(0, 4)}`, review });
    queries.push({ kind: 'typo', query: `${misspelt(a, random)} ${b}`, review });
    queries.push({ kind: 'two words', query: `${a} ${b}`, review });
    queries.push({ kind: 'prefix', query: a.slice(0, 3), review });
  }
  return queries;
}
