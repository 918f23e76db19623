import { quotedBlocks } from '../reviews/quotedText';
import type { ReviewDocument } from '../reviews/review';
import type { WeighedWord } from '../reviews/searchAlike';
import { chunkAt, type SearchChunk } from '../reviews/searchChunks';
import { headingPathOf } from '../reviews/searchHeadings';
import type { AlikePassage, AlikePassages } from '../reviews/searchPassages';
import { stemOf } from '../reviews/searchStems';
import { foldWord, searchWords } from '../reviews/searchWords';
import type { Span } from '../text/span';
import { functionWords } from './functionWords';
import type { KnownNames } from './knownNames';
import { isOrdinary } from './ordinaryWords';
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
  /** Its first lines, or those further down in which the words are: plain text on one line, `…` where something is left out. */
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

/**
 * What is further away counts less, and so does what any two texts may share; names that the library knows, and what is written like a name in
 * code, count more.
 */
const sectionWeight = 0.4;
const headingWeight = 0.5;
const nameWeight = 1.4;
const ordinaryWeight = 0.7;

const mostWords = 300;
const mostPassages = 200;
const mostMatched = 8;
/** About three lines of a side bar, how far before a word they begin, and how many words are tried. */
const longestExcerpt = 260;
const lead = 100;
const mostPlaces = 60;
/** How much more of what is shared other lines must show to be shown instead of the first ones. */
const muchMore = 1.5;

/** Of the score of the best, what another must reach; how many different words must be shared, and how much of all that the text says. */
const leastShare = 0.1;
const fewestShared = 2;
const leastInCommon = 0.05;
/** So many of the words must tell something; a name that the library knows and has in no more than one passage of twenty counts for two. */
const fewestTelling = 2;
const rare = Math.log(20) ** 2;

/** How much a second and a third passage of the same review say beside its best. */
const further = [1, 0.3, 0.1];
/** So many passages of a review are looked at for one that may be shown: a short one may have a single word in common. */
const mostTried = 3;

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
  const { passages, worthOf, rarityOf } = search.findAlike(words, mostPassages);
  const reviews = new Map<ReviewDocument, { readonly best: AlikePassage[]; score: number; count: number }>();
  for (const passage of passages) {
    const { review, score } = passage;
    if (!isWanted(review)) continue;
    const there = reviews.get(review) ?? { best: [], score: 0, count: 0 };
    there.score += score * (further[there.count++] ?? 0);
    if (there.best.length < mostTried) there.best.push(passage);
    reviews.set(review, there);
  }
  const sorted = [...reviews.values()].sort((a, b) => b.score - a.score).slice(0, most * 3);
  const least = (sorted[0]?.score ?? 0) * leastShare;
  const leastWorth = worthOfAll(words, worthOf) * leastInCommon;
  /** A passage that shares enough to be shown. */
  const shown = (passage: AlikePassage): Resemblance | undefined => {
    const chunk = chunkAt(passage.review, { ...passage, isTranscript: false });
    const shared = sharedWords(chunk, worthOf);
    if (shared.size < fewestShared || tellingOf(shared, names, rarityOf) < fewestTelling) return undefined;
    const worth = [...shared.values()].reduce((sum, each) => sum + each.worth, 0);
    return worth < leastWorth ? undefined : toResemblance(chunk, shared);
  };
  const found: Resemblance[] = [];
  for (const { best, score } of sorted) {
    if (found.length === most || score < least) break;
    for (const passage of best) {
      const resemblance = shown(passage);
      if (!resemblance) continue;
      found.push(resemblance);
      break;
    }
  }
  return found;
}

/** The words of what is being written, each once, and how much each counts. Names of people resemble nothing, nor do numbers. */
export function weighedWords(
  { paragraph, section, headings }: Writing,
  { things, people }: KnownNames,
): readonly WeighedWord[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    const times = new Map<string, number>();
    for (const { word, start } of searchWords(text)) {
      if (/^(?:\d*|[a-z])$/.test(word) || (functionWords.has(word) && !things.has(word))) continue;
      if (people.has(word) && !things.has(word) && isCapital(text.charAt(start))) continue;
      times.set(word, (times.get(word) ?? 0) + 1);
    }
    const written = namesInCode(text);
    for (const [word, count] of times) {
      const isName = things.has(word) || written.has(word);
      const kind = isName ? nameWeight : isOrdinary(word) ? ordinaryWeight : 1;
      const counted = weight * (1 + Math.log(count)) * kind;
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

/** A word that a passage shares with the text: folded, as it stands in the passage first, and how much it says. */
interface SharedWord {
  readonly word: string;
  readonly written: string;
  readonly worth: number;
}

/** How many of the words tell something about a passage. */
function tellingOf(
  shared: ReadonlyMap<string, SharedWord>,
  { things }: KnownNames,
  rarityOf: (word: string) => number,
): number {
  let telling = 0;
  for (const { word } of shared.values()) {
    const isName = things.has(word);
    if (isName && rarityOf(word) >= rare) telling += 2;
    else if (isName || !isOrdinary(word)) telling++;
  }
  return telling;
}

/** The stems that a passage shares with the text, with the word of each. */
function sharedWords(
  { review, section, start, end, isFirst }: SearchChunk,
  worthOf: (word: string) => number,
): ReadonlyMap<string, SharedWord> {
  const names = isFirst ? [review.title, ...review.services, ...review.tags].join(' ') : '';
  const shared = new Map<string, SharedWord>();
  for (const text of [review.text.slice(start, end), section?.heading ?? '', names]) {
    for (const { word, start: from, end: to } of searchWords(text)) {
      const worth = worthOf(word);
      if (worth === 0 || shared.has(stemOf(word))) continue;
      shared.set(stemOf(word), { word, written: text.slice(from, to), worth });
    }
  }
  return shared;
}

function toResemblance(chunk: SearchChunk, shared: ReadonlyMap<string, SharedWord>): Resemblance {
  const { review, section, start, end } = chunk;
  const top = [...shared].sort(([, a], [, b]) => b.worth - a.worth).slice(0, mostMatched);
  const worths = new Map(top.map(([stem, { worth }]) => [stem, worth]));
  const worthOf = (word: string) => worths.get(stemOf(word)) ?? 0;
  const raw = review.text.slice(start, end);
  const told = joinedBlocks(quotedBlocks(raw, review.format)) || (review.summary ?? review.firstParagraph ?? '');
  const excerpt = linesWith(told, worthOf, isCut(chunk));
  return {
    review,
    ...(section ? { passage: section.passage } : {}),
    headingPath: headingPathOf(chunk),
    line: lineAt(review, start + raw.length - raw.trimStart().length),
    excerpt,
    ranges: joined(searchWords(excerpt).filter(({ word }) => worthOf(word) > 0)),
    matched: top.map(([, { written }]) => foldCase(written)),
  };
}

function foldCase(word: string): string {
  return /^[A-Z][a-z]+$/.test(word) ? foldWord(word) : word;
}

/** Blocks on one line: where one does not end like a sentence, a dot in the middle parts it from the next. */
function joinedBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => `${text}${/[.!?…:;,]["'”’)]*$/.test(text) ? ' ' : ' · '}${block}`, '').slice(3);
}

/** Whether a passage begins in the middle of a paragraph: long sections are cut into pieces. */
function isCut({ review, section, start, isFirst }: SearchChunk): boolean {
  const isBeginning = section ? start <= section.bodyStart : isFirst;
  return (
    !isBeginning && !/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)$/.test(review.text.slice(Math.max(0, start - 80), start))
  );
}

/**
 * The first lines of a text, or those from a sentence further down that show so much more of what is shared that they tell better why the
 * passage is here. `isWithin` tells that the text itself is the rest of something.
 */
function linesWith(text: string, worthOf: (word: string) => number, isWithin: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const words = searchWords(line).flatMap(({ word, start, end }) => {
    const worth = worthOf(word);
    return worth > 0 ? [{ start, end, worth, stem: stemOf(word) }] : [];
  });
  const worthFrom = (start: number) => {
    const shown = words.filter((word) => word.start >= start && word.end <= start + longestExcerpt);
    const worths = new Map(shown.map(({ stem, worth }) => [stem, worth]));
    return [...worths.values()].reduce((sum, worth) => sum + worth, 0);
  };
  let from = 0;
  let most = worthFrom(0) * muchMore;
  for (const start of line.length <= longestExcerpt ? [] : sentenceStarts(line, words)) {
    const worth = worthFrom(start);
    if (worth <= most) continue;
    from = start;
    most = worth;
  }
  return `${from > 0 || isWithin ? '… ' : ''}${firstLines(line.slice(from), longestExcerpt)}`;
}

/** Where the sentences begin in which words stand; in a long one, somewhat before the word. */
function sentenceStarts(line: string, words: readonly Span[]): readonly number[] {
  return words.slice(0, mostPlaces).map(({ start: at }) => {
    const from = Math.max(0, at - lead);
    const before = line.slice(from, at);
    const end = [...before.matchAll(/[.!?…]["'”’)]* | · /g)].at(-1);
    if (end) return from + end.index + end[0].length;
    return from === 0 ? 0 : from + before.indexOf(' ', lead / 2) + 1;
  });
}

/** The beginning of a line, cut at a blank where there is one. */
function firstLines(line: string, most: number): string {
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
