import type { ReviewDocument } from '../reviews/review';
import { type SearchWord, searchWords } from '../reviews/searchWords';
import { allSteps, type Steps } from '../steps';
import { type FoundDate, findDates } from '../text/findDates';
import type { Span } from '../text/span';
import type { FoundCitation } from './citation';
import type { Language } from './languages';
import type { MentionNames } from './mentionNames';
import { unlinkingProse } from './unlinkedProse';

/** Words that speak of a review without citing it. Offsets are 0-based UTF-16 units. */
export interface Mention extends Span {
  /** As written, line breaks included. */
  readonly text: string;
  /** `date`: a date with a word of the title; `title`: the whole title, or an alias. */
  readonly form: 'date' | 'title';
  /** The reviews that may be meant, in the order of their paths; at least one. */
  readonly reviews: readonly ReviewDocument[];
}

/** What the text cites already. */
export interface MentionOptions {
  readonly citations: readonly FoundCitation[];
  /** The reviews of which the text is the source: they do not mention themselves. */
  readonly own?: readonly ReviewDocument[];
}

/** How near a citation of the same review makes a mention one that is cited already, in UTF-16 units. */
const nearby = 200;

const mostMentions = 500;

/** What one calls a review whatever happened. */
const generic = new Set(
  (
    'incident incidents outage outages story review post mortem postmortem report failure failures event events downtime disruption problem issue ' +
    'bug crash breach leak loss meltdown night day affair case'
  ).split(' '),
);

const articles = new Set(['the', 'a', 'an', 'our', 'that', 'this', 'last']);

/** What stands between what happened and when. */
const prepositions = new Set(['of', 'on', 'from', 'in', 'at', 'during', 'am', 'vom', 'du', 'le', 'del', 'de']);

/**
 * The mentions of reviews in a document of prose, or in the comments of code, in order, without overlap: a date of a review with a word of its title ("the
 * 2025-05-28 login outage", "the sale opening of June 2023"), or its whole title or an alias of several words.
 *
 * They are offered, never taken for citations. What is linked, stands in a code span or fence, or beside a citation of the same review
 * is none, nor what stands in strings and code. In diagrams there are none.
 */
export function findMentions(
  text: string,
  language: Language | undefined,
  names: MentionNames,
  options: MentionOptions,
): readonly Mention[] {
  return allSteps(findingMentions(text, language, names, options));
}

/** The same in steps: some texts are long. */
export function* findingMentions(
  text: string,
  language: Language | undefined,
  names: MentionNames,
  { citations, own = [] }: MentionOptions,
): Steps<readonly Mention[]> {
  if (!language || language.isDiagram) return [];
  const prose = yield* unlinkingProse(text, language);
  const all: Found[] = [];
  for (const { start, end } of pieces(prose)) {
    const piece = prose.slice(start, end);
    for (const found of [...byTitle(piece, names), ...byDate(piece, names)]) {
      all.push({ ...found, start: found.start + start, end: found.end + start });
    }
    yield;
  }
  const found = all
    .map(({ reviews, ...mention }) => ({ ...mention, reviews: reviews.filter((review) => !own.includes(review)) }))
    .filter((mention) => mention.reviews.length > 0 && !isCited(mention, citations))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const mentions: Mention[] = [];
  for (const { start, end, form, reviews } of found) {
    if (start < (mentions.at(-1)?.end ?? 0)) continue;
    mentions.push({ start, end, form, reviews, text: text.slice(start, end) });
    if (mentions.length === mostMentions) break;
  }
  return mentions;
}

/** How much is looked through in a step, in UTF-16 units; a paragraph that is longer is one piece. */
const pieceLength = 20_000;

/** Prose in pieces that end where paragraphs do: no mention goes beyond. */
function* pieces(prose: string): Generator<Span> {
  for (let start = 0; start < prose.length; ) {
    const at = start + pieceLength < prose.length ? prose.indexOf('\n', start + pieceLength) : -1;
    const end = at < 0 ? prose.length : at + 1;
    yield { start, end };
    start = end;
  }
}

type Found = Omit<Mention, 'text'>;

function* byTitle(prose: string, names: MentionNames): Generator<Found> {
  const words = searchWords(prose);
  for (let at = 0; at + 2 < words.length; at++) {
    const [first, second] = [words[at], words[at + 1]];
    if (!first || !second) continue;
    for (const { words: title, reviews } of names.titlesFrom(first.word, second.word)) {
      const last = words[at + title.length - 1];
      if (!last || !title.every((word, each) => words[at + each]?.word === word)) continue;
      if (!isTogether(prose, words.slice(at, at + title.length))) continue;
      yield { start: first.start, end: last.end, form: 'title', reviews };
      at += title.length - 1;
      break;
    }
  }
}

/** Whether nothing but a little punctuation stands between words. */
function isTogether(prose: string, words: readonly SearchWord[]): boolean {
  return words.every(({ start }, at) => at === 0 || isGap(prose.slice(words[at - 1]?.end ?? 0, start)));
}

function isGap(between: string): boolean {
  return between.length <= 5 && !/[\0\n]/.test(between);
}

function* byDate(prose: string, names: MentionNames): Generator<Found> {
  for (const date of findDates(prose)) {
    const days = date.otherReading === undefined ? [date.date] : [date.date, date.otherReading];
    const spans = days
      .flatMap((day) => names.on(day))
      .flatMap((review) => {
        const span = spanAround(prose, date, names.wordsOf(review));
        return span ? [{ ...span, review }] : [];
      });
    const [first] = spans;
    if (!first) continue;
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    const reviews = [...new Set(spans.map(({ review }) => review))].sort((a, b) => (a.path < b.path ? -1 : 1));
    yield { start, end, form: 'date', reviews };
  }
}

/** How far around a date its words are looked for, in UTF-16 units. */
const reach = 90;

/** A date with the words of the title that stand behind it, or before it; nothing where there are none. */
function spanAround(prose: string, date: FoundDate, title: ReadonlySet<string>): Span | undefined {
  // A month alone is no more than a hint: then a word is wanted that says what happened.
  const isTelling = (word: string) => isOf(title, word) && (date.date.length === 10 || !generic.has(word));
  const behind = wordsFrom(prose, date.end);
  let last = -1;
  for (const [at, { word }] of behind.entries()) {
    if (isTelling(word) || (last === at - 1 && last >= 0 && (isOf(title, word) || generic.has(word)))) last = at;
    else if (last >= 0 || at >= 2 || prepositions.has(word)) break;
  }
  const start = withArticle(prose, date.start);
  const end = behind[last]?.end;
  if (end !== undefined) return { start, end };
  const before = wordsUpTo(prose, date.start);
  while (
    before.length > 0 &&
    (prepositions.has(before.at(-1)?.word ?? '') || articles.has(before.at(-1)?.word ?? ''))
  ) {
    before.pop();
  }
  let first: number | undefined;
  let isTold = false;
  for (let word = before.pop(); word && (isOf(title, word.word) || generic.has(word.word)); word = before.pop()) {
    first = word.start;
    isTold ||= isTelling(word.word);
  }
  return first === undefined || !isTold ? undefined : { start: withArticle(prose, first), end: date.end };
}

/** The words that follow an offset without a break in the sentence. */
function wordsFrom(prose: string, offset: number): SearchWord[] {
  const piece = prose.slice(offset, offset + reach);
  const end = piece.search(/[\0\n.;:!?()]/);
  return searchWords(end < 0 ? piece : piece.slice(0, end)).map((word) => moved(word, offset));
}

/** The words that stand before an offset without a break in the sentence. */
function wordsUpTo(prose: string, offset: number): SearchWord[] {
  const from = Math.max(0, offset - reach);
  const piece = prose.slice(from, offset);
  const start = Math.max(...[...'\0\n.;:!?()'].map((mark) => piece.lastIndexOf(mark))) + 1;
  return searchWords(piece.slice(start)).map((word) => moved(word, from + start));
}

function moved({ word, start, end }: SearchWord, offset: number): SearchWord {
  return { word, start: start + offset, end: end + offset };
}

function withArticle(prose: string, start: number): number {
  const last = wordsUpTo(prose, start).at(-1);
  return last && articles.has(last.word) && prose.slice(last.end, start).trim() === '' ? last.start : start;
}

/** Whether a word is one of a title's, one of them perhaps in another number: `settlements`. */
function isOf(title: ReadonlySet<string>, word: string): boolean {
  if (title.has(word)) return true;
  return word.length >= 5 && (title.has(`${word}s`) || (word.endsWith('s') && title.has(word.slice(0, -1))));
}

function isCited({ start, end, reviews }: Found, citations: readonly FoundCitation[]): boolean {
  return citations.some(
    (citation) =>
      citation.start < end + nearby &&
      citation.end > start - nearby &&
      ((citation.start < end && citation.end > start) || reviews.some((review) => citation.reviews.includes(review))),
  );
}
