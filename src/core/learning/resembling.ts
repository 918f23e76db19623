import { quotedText } from '../reviews/quotedText';
import type { ReviewDocument } from '../reviews/review';
import type { WeighedWord } from '../reviews/searchAlike';
import { chunkAt, type SearchChunk } from '../reviews/searchChunks';
import { excerptOf } from '../reviews/searchExcerpt';
import { headingPathOf } from '../reviews/searchHeadings';
import type { AlikePassage, AlikePassages } from '../reviews/searchPassages';
import { stemOf } from '../reviews/searchStems';
import { foldWord, searchWords } from '../reviews/searchWords';
import type { Span } from '../text/span';
import { functionWords } from './functionWords';
import type { KnownNames } from './knownNames';
import type { Writing } from './writing';

/** A passage that resembles what is being written. */
export interface Resemblance {
  readonly review: ReviewDocument;
  /** The slug that cites it; nothing before the first heading. */
  readonly passage?: string;
  /** The headings above it, outermost first, the title of the review left out. */
  readonly headingPath: readonly string[];
  /** 1-based line in the file of the review on which it begins. */
  readonly line: number;
  /** Its first lines, plain text on one line. */
  readonly excerpt: string;
  /** Where words that matched stand in the excerpt: UTF-16 offsets, in order. */
  readonly ranges: readonly Span[];
  /** The words that matched, as they stand in the passage, the rarest first. */
  readonly matched: readonly string[];
}

/** Finds passages by the words of a text, as `LibrarySearch` does. */
export interface AlikeSearch {
  findAlike(words: readonly WeighedWord[], most: number): AlikePassages;
}

/** What is further away counts less; names that the library knows, and what is written like a name in code, count more. */
const sectionWeight = 0.4;
const headingWeight = 0.5;
const nameWeight = 1.5;

const mostWords = 300;
const mostPassages = 200;
const mostMatched = 8;
/** About three lines of a side bar; of a passage whose first lines hold none of the words, the first line and then where they are. */
const longestExcerpt = 260;
const shortStart = 90;

/** Of the score of the best, what another must reach; how many different words must be shared, and how much of all that the text says. */
const leastShare = 0.15;
const fewestShared = 2;
const leastInCommon = 0.07;

/** How much a second and a third passage of the same review say beside its best. */
const further = [1, 0.3, 0.1];

/**
 * The passages that resemble what is being written, best first, at most `most` and one of each review: what shares several words that
 * are rare in the library.
 *
 * @param isWanted tells the reviews that may be shown: not the one being written, not what was dismissed.
 */
export function resembling(
  search: AlikeSearch,
  writing: Writing,
  names: KnownNames,
  isWanted: (review: ReviewDocument) => boolean,
  most: number,
): readonly Resemblance[] {
  const words = weighedWords(writing, names);
  const { passages, worthOf } = search.findAlike(words, mostPassages);
  const reviews = new Map<ReviewDocument, { readonly passage: AlikePassage; score: number; count: number }>();
  for (const passage of passages) {
    const { review, score } = passage;
    if (!isWanted(review)) continue;
    const there = reviews.get(review);
    if (there) there.score += score * (further[there.count++] ?? 0);
    else reviews.set(review, { passage, score, count: 1 });
  }
  const sorted = [...reviews.values()].sort((a, b) => b.score - a.score).slice(0, most * 3);
  const least = (sorted[0]?.score ?? 0) * leastShare;
  const leastWorth = worthOfAll(words, worthOf) * leastInCommon;
  const found: Resemblance[] = [];
  for (const { passage, score } of sorted) {
    if (found.length === most || score < least) break;
    const chunk = chunkAt(passage.review, { ...passage, isTranscript: false });
    const shared = sharedWords(chunk, worthOf);
    const worth = [...shared.values()].reduce((sum, each) => sum + each.worth, 0);
    if (shared.size >= fewestShared && worth >= leastWorth) found.push(toResemblance(chunk, shared));
  }
  return found;
}

/** The words of what is being written, each once, and how much each counts. Names of people resemble nothing. */
export function weighedWords(
  { paragraph, section, headings }: Writing,
  { things, people }: KnownNames,
): readonly WeighedWord[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    const times = new Map<string, number>();
    for (const { word, start } of searchWords(text)) {
      if (word === '' || (functionWords.has(word) && !things.has(word))) continue;
      if (people.has(word) && !things.has(word) && isCapital(text.charAt(start))) continue;
      times.set(word, (times.get(word) ?? 0) + 1);
    }
    const written = namesInCode(text);
    for (const [word, count] of times) {
      const isName = things.has(word) || written.has(word);
      const counted = weight * (1 + Math.log(count)) * (isName ? nameWeight : 1);
      if (counted > (weights.get(word) ?? 0)) weights.set(word, counted);
    }
  };
  add(paragraph, 1);
  add(headings, headingWeight);
  add(section, sectionWeight);
  return [...weights].slice(0, mostWords).map(([word, weight]) => ({ word, weight }));
}

/** How much all words of a text say together, forms of one word once. */
function worthOfAll(words: readonly WeighedWord[], worthOf: (word: string) => number): number {
  const stems = new Map(words.map(({ word }) => [stemOf(word), worthOf(word)]));
  return [...stems.values()].reduce((sum, worth) => sum + worth, 0);
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

/** The words of what is written as paths and names in code are: `deploy/edge.conf`, `proxy_cache`, `X-Served-By`. */
function namesInCode(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [token] of text.matchAll(/[^\s()[\]{}"'`,;]+/g)) {
    if (!/\w[_/]\w|\w\.[a-z]|\w-[A-Z]|[a-z][A-Z]/.test(token)) continue;
    for (const { word } of searchWords(token)) if (word !== '') words.add(word);
  }
  return words;
}

/** The stems that a passage shares with the text, as they stand in it first, with how much each says. */
function sharedWords(
  { review, section, start, end, isFirst }: SearchChunk,
  worthOf: (word: string) => number,
): ReadonlyMap<string, { readonly written: string; readonly worth: number }> {
  const names = isFirst ? [review.title, ...review.services, ...review.tags].join(' ') : '';
  const shared = new Map<string, { readonly written: string; readonly worth: number }>();
  for (const text of [review.text.slice(start, end), section?.heading ?? '', names]) {
    for (const { word, start: from, end: to } of searchWords(text)) {
      const worth = worthOf(word);
      if (worth > 0 && !shared.has(stemOf(word))) shared.set(stemOf(word), { written: text.slice(from, to), worth });
    }
  }
  return shared;
}

function toResemblance(chunk: SearchChunk, shared: ReturnType<typeof sharedWords>): Resemblance {
  const { review, section, start, end } = chunk;
  const top = [...shared].sort(([, a], [, b]) => b.worth - a.worth).slice(0, mostMatched);
  const stems = new Set(top.map(([stem]) => stem));
  const raw = review.text.slice(start, end);
  const isShown = (word: string) => stems.has(stemOf(word));
  const text = quotedText(raw, review.format) || (review.summary ?? review.firstParagraph ?? '');
  const lines = firstLines(text, longestExcerpt);
  const isTold = searchWords(lines).some(({ word }) => isShown(word));
  const excerpt = isTold
    ? lines
    : `${firstLines(text, shortStart).replace(/…$/, '')} … ${excerptOf(chunk, isShown).excerpt.replace(/^…/, '')}`;
  return {
    review,
    ...(section ? { passage: section.passage } : {}),
    headingPath: headingPathOf(chunk),
    line: lineAt(review, start + raw.length - raw.trimStart().length),
    excerpt,
    ranges: joined(searchWords(excerpt).filter(({ word }) => isShown(word))),
    matched: top.map(([, { written }]) => foldCase(written)),
  };
}

function foldCase(word: string): string {
  return /^[A-Z][a-z]+$/.test(word) ? foldWord(word) : word;
}

/** The beginning of a text on one line, cut at a blank where there is one. */
function firstLines(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const blank = line.lastIndexOf(' ', most);
  const end = blank > most / 2 ? blank : most;
  return `${line.slice(0, end).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Overlapping pairs of characters as one range. */
function joined(spans: readonly Span[]): readonly Span[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const before = ranges.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

function lineAt({ text, startsAt }: ReviewDocument, offset: number): number {
  const breaks = text.slice(0, offset).match(/\r\n|\r|\n/g)?.length ?? 0;
  return breaks + (startsAt?.line ?? 1);
}
