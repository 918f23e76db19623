import type { ReviewDocument } from '../core/reviews/review';
import { inNaturalOrder } from '../core/text/naturalOrder';

/** A review that what was typed may mean, and the words of it that begin as typed. */
export interface MatchingReview {
  readonly review: ReviewDocument;
  readonly matched: string;
  /** How much of what stands before the cursor it begins with, in UTF-16 units: what was typed, and the words before it that the title holds too. */
  readonly length: number;
}

/** What stands before the cursor: what was typed of a name or word, and the line before it. */
export interface TypedText {
  readonly typed: string;
  readonly before: string;
}

/** How many words before the one that is typed may be those of a title. */
const mostWordsBefore = 8;

/**
 * The reviews that may be meant by the beginning of an id, of a former id, or of words of a title; in this order, case aside, at most
 * `most`, those of one kind by their ids. Several words of a title mean it before all else. Where nothing is typed yet all reviews are
 * meant, the latest first.
 */
export function matchingReviews(
  reviews: readonly ReviewDocument[],
  { typed, before }: TypedText,
  { most, byTitle }: { readonly most: number; readonly byTitle: boolean },
): readonly MatchingReview[] {
  if (typed === '')
    return latestFirst(reviews)
      .slice(0, most)
      .map((review) => ({ review, matched: review.id, length: 0 }));
  const wanted = typed.toLowerCase();
  const phrases = byTitle ? phrasesBefore(before, typed) : [];
  const ranks: MatchingReview[][] = [[], [], [], []];
  for (const review of byId(reviews)) {
    const { length } = typed;
    const alias = review.aliases.find((each) => each.toLowerCase().startsWith(wanted));
    const title = byTitle ? titleFrom(review.title, wanted, phrases) : undefined;
    if (title && title.length > length) ranks[0]?.push({ review, ...title });
    else if (review.id.toLowerCase().startsWith(wanted)) ranks[1]?.push({ review, matched: review.id, length });
    else if (alias !== undefined) ranks[2]?.push({ review, matched: alias, length });
    else if (title) ranks[3]?.push({ review, ...title });
  }
  return ranks.flat().slice(0, most);
}

/** What was typed with one word before it, with two and so on; the longest first, in lower case. */
function phrasesBefore(before: string, typed: string): readonly string[] {
  const phrases: string[] = [];
  let from = before.length;
  for (let count = 0; count < mostWordsBefore; count++) {
    const word = /[\p{L}\p{M}\p{N}'’-]{1,60} $/u.exec(before.slice(Math.max(0, from - 61), from))?.[0];
    if (word === undefined) break;
    from -= word.length;
    phrases.unshift((before.slice(from) + typed).toLowerCase());
  }
  return phrases;
}

/** The title from the first word on at which the longest phrase stands, else from the first word that begins as typed. */
function titleFrom(
  title: string,
  wanted: string,
  phrases: readonly string[],
): { readonly matched: string; readonly length: number } | undefined {
  const short = wordsFrom(title, wanted);
  if (short === undefined) return undefined;
  for (const phrase of phrases) {
    const long = wordsFrom(title, phrase);
    if (long !== undefined) return { matched: long, length: phrase.length };
  }
  return { matched: short, length: wanted.length };
}

/** The title from the first word on that begins so. */
function wordsFrom(title: string, wanted: string): string | undefined {
  const lower = title.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(lower.slice(0, at))) return title.slice(at);
  }
  return undefined;
}

function latestFirst(reviews: readonly ReviewDocument[]): readonly ReviewDocument[] {
  return [...reviews].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0));
}

/** Sorted once for each state of a library: VS Code asks with every key. */
const sorted = new WeakMap<readonly ReviewDocument[], readonly ReviewDocument[]>();

function byId(reviews: readonly ReviewDocument[]): readonly ReviewDocument[] {
  let there = sorted.get(reviews);
  if (!there) {
    there = inNaturalOrder(reviews, ({ id }) => id);
    sorted.set(reviews, there);
  }
  return there;
}
