import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Fuse from 'fuse.js';
import { globSync } from 'glob';
import MiniSearch from 'minisearch';
import { Languages } from '../../src/core/citations/languages';
import { readingNames } from '../../src/core/learning/knownNames';
import { resembling } from '../../src/core/learning/resembling';
import { type Writing, writingAt } from '../../src/core/learning/writing';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { LibrarySearch } from '../../src/core/reviews/search';
import { searchTerms } from '../../src/core/reviews/searchWords';
import { allSteps } from '../../src/core/steps';
import { UpdatesWhileShown } from '../../src/sidebar/updatesWhileShown';
import {
  type CompanionQuery,
  citingQueries,
  followUpQueries,
  libraryOf,
  relatedQueries,
  withoutFollowUps,
} from './companionQueries';
import { corpora, corporaFolders } from './corpora';
import { type Figure, quantile } from './figures';
import { generateReviews } from './generateReviews';
import { readReviewsIn } from './readReviewsIn';
import { seeded } from './seeded';

/** Finds reviews that bear on what somebody writes, best first. */
type Engine = (query: CompanionQuery) => readonly ReviewDocument[];

interface QuerySet {
  readonly name: string;
  readonly reviews: readonly ReviewDocument[];
  readonly queries: readonly CompanionQuery[];
}

interface Quality {
  readonly recall: number;
  readonly rank: number;
}

/**
 * fuse.js looks through every text for each word. It does best when it is given the rarest words of a query and lets none of them have a typo;
 * of large sets, it is asked every so many queries.
 */
const textsForFuse = 8000;
const wordsForFuse = 12;

/** Further down nobody looks. */
const deepest = 20;

/**
 * The Companion: whether the review that bears on a text is among the first five, against plain full text over whole documents
 * (MiniSearch) and against fuse.js, and what an update takes among 10,000 reviews.
 */
export async function companion(): Promise<Figure[]> {
  const sets = [...(existsSync(corpora) ? await realSets() : skipped()), ...(await sampleSets())];
  return [...sets.flatMap(quality), ...all(sets), ...(await costs())];
}

async function realSets(): Promise<readonly QuerySet[]> {
  const reviews = await readReviewsIn(corpora, corporaFolders);
  const without = reviews.map(withoutFollowUps);
  return [
    { name: 'real follow-ups', reviews: without, queries: followUpQueries(reviews, without) },
    { name: 'real related reviews', reviews, queries: relatedQueries(reviews) },
  ];
}

async function sampleSets(): Promise<readonly QuerySet[]> {
  const sample = resolve('test/sample');
  const reviews = await readReviewsIn(sample);
  const files = globSync('**/*', { cwd: sample, nodir: true, posix: true, ignore: ['docs/incidents/**', 'build/**'] });
  const citing = files.sort().flatMap((file) => citingQueries(file, readFileSync(join(sample, file), 'utf8'), reviews));
  return [
    { name: 'sample: paragraphs that cite', reviews, queries: citing },
    { name: 'sample: related reviews', reviews, queries: relatedQueries(reviews) },
  ];
}

function skipped(): readonly QuerySet[] {
  console.log(`Real reviews are skipped: ${corpora} is not here.`);
  return [];
}

function quality(set: QuerySet): readonly Figure[] {
  const ours = measured(set.queries, precedent(set.reviews));
  const plain = measured(set.queries, miniSearch(set.reviews));
  const every = Math.ceil((set.queries.length * set.reviews.length) / textsForFuse);
  const some = set.queries.filter((_, at) => at % every === 0);
  const oursOfSome = measured(some, precedent(set.reviews));
  const fuse = measured(some, fuseJs(set.reviews));
  return [
    figure(set.name, 'whole documents', set.queries.length, ours, plain),
    figure(set.name, 'fuse.js', some.length, oursOfSome, fuse),
  ];
}

/** All queries together. */
function all(sets: readonly QuerySet[]): readonly Figure[] {
  const together = (engine: (reviews: readonly ReviewDocument[]) => Engine) => {
    const parts = sets.map(({ queries, reviews }) => ({ queries, found: measured(queries, engine(reviews)) }));
    const count = parts.reduce((sum, { queries }) => sum + queries.length, 0);
    const mean = (key: keyof Quality) =>
      parts.reduce((sum, { queries, found }) => sum + found[key] * queries.length, 0) / count;
    return { count, quality: { recall: mean('recall'), rank: mean('rank') } };
  };
  const ours = together(precedent);
  return [figure('all', 'whole documents', ours.count, ours.quality, together(miniSearch).quality)];
}

function figure(what: string, other: string, count: number, ours: Quality, theirs: Quality): Figure {
  const show = ({ recall, rank }: Quality) => `${recall.toFixed(2)} (MRR ${rank.toFixed(2)})`;
  return {
    name: `companion, ${what}: recall@5 / ${other}`,
    ratio: ours.recall / theirs.recall,
    target: 1,
    atLeast: true,
    measured: `n ${count}: Precedent ${show(ours)}, ${other} ${show(theirs)}`,
  };
}

function measured(queries: readonly CompanionQuery[], find: Engine): Quality {
  let hits = 0;
  let rank = 0;
  for (const query of queries) {
    const found = find(query).filter((review) => review !== query.from);
    const at = found.slice(0, deepest).indexOf(query.target);
    if (at >= 0) rank += 1 / (at + 1);
    if (at >= 0 && at < 5) hits++;
  }
  return { recall: hits / queries.length, rank: rank / queries.length };
}

function precedent(reviews: readonly ReviewDocument[]): Engine {
  const library = libraryOf(reviews);
  const search = new LibrarySearch(library);
  for (const _ of search.preparing());
  const names = allSteps(readingNames(library));
  return ({ writing, from }) =>
    resembling(search, writing, names, (review) => review !== from, deepest).map(({ review }) => review);
}

function textOf({ paragraph, headings }: Writing): string {
  return `${headings}\n${paragraph}`;
}

/** Plain full text: each document as a whole, found by any word of the text, with the same words as ours. */
function miniSearch(reviews: readonly ReviewDocument[]): Engine {
  const engine = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: (text) => searchTerms(text),
    processTerm: (term) => term,
  });
  engine.addAll(reviews.map(({ title, text }, id) => ({ id, title, text })));
  return ({ writing }) => engine.search(textOf(writing)).flatMap(({ id }) => reviews[id as number] ?? []);
}

function fuseJs(reviews: readonly ReviewDocument[]): Engine {
  const engine = new Fuse(
    reviews.map(({ title, text }) => ({ title, text })),
    { keys: ['title', 'text'], useTokenSearch: true, ignoreLocation: true, threshold: 0 },
  );
  const bodies = reviews.map(({ text }) => new Set(searchTerms(text)));
  const rarity = (word: string) => bodies.filter((body) => body.has(word)).length || Number.POSITIVE_INFINITY;
  return ({ writing }) => {
    const words = [...new Set(searchTerms(textOf(writing)))].map((word) => ({ word, documents: rarity(word) }));
    const rarest = words.sort((a, b) => a.documents - b.documents).slice(0, wordsForFuse);
    return engine
      .search(rarest.map(({ word }) => word).join(' '), { limit: deepest })
      .flatMap(({ refIndex }) => reviews[refIndex] ?? []);
  };
}

/** What an update takes, the reading of the document included, while somebody writes among 10,000 reviews. */
async function costs(): Promise<readonly Figure[]> {
  const place = join('out', 'bench');
  generateReviews(place, 10_000);
  const reviews = await readReviewsIn(join(place, 'reviews-10000'));
  const library = libraryOf(reviews);
  const search = new LibrarySearch(library);
  for (const _ of search.preparing());
  const names = allSteps(readingNames(library));
  const random = seeded(reviews.length);
  const language = Languages.builtIn.find({ languageId: 'markdown' });
  const times = Array.from({ length: 550 }, () => {
    const review = reviews[Math.floor(random() * reviews.length)];
    if (!review || !language) return 0;
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const writing = writingAt(review.text, Math.floor(random() * review.text.length), language, []);
    if (writing) resembling(search, writing, names, (each) => each !== review, 5);
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    // By the clock or the processor, whichever is less: others may have had the processor meanwhile.
    return Math.min(took, (user + system) / 1000);
  }).slice(50);
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return [
    {
      name: 'companion among 10,000: update p95 / 16 ms',
      ratio: p95 / 16,
      target: 1,
      measured: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`,
    },
    hidden(),
  ];
}

/** What the Companion does of changes while it is hidden. */
function hidden(): Figure {
  let updates = 0;
  const view = new UpdatesWhileShown(
    () => false,
    () => updates++,
  );
  const changes = 100_000;
  const begun = performance.now();
  for (let change = 0; change < changes; change++) view.changed();
  const took = performance.now() - begun;
  return {
    name: 'companion, hidden: a change / 10 µs',
    ratio: (took * 1000) / changes / 10,
    target: 1,
    measured: `${changes} changes: ${took.toFixed(1)} ms, ${updates} updates`,
  };
}
