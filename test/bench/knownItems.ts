import type { ReviewDocument } from '../../src/core/reviews/review';
import { searchChunks } from '../../src/core/reviews/searchChunks';
import { foldWord } from '../../src/core/reviews/searchWords';
import { misspelt } from './misspelt';
import { seeded } from './seeded';

/** What somebody who half remembers a passage types, and the review that holds it. */
export interface KnownItem {
  readonly kind: 'exact' | 'prefix' | 'typo' | 'two words' | 'diacritics' | 'CJK';
  readonly query: string;
  readonly review: ReviewDocument;
}

const wordsOf = (text: string) => text.match(/\p{L}{4,30}/gu) ?? [];
const hasPairs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** `count` queries of each kind that the reviews have words for; the same for the same reviews, on every machine. */
export function knownItems(reviews: readonly ReviewDocument[], count: number): KnownItem[] {
  const random = seeded(reviews.length);
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  /** Words of one passage of one review, no two the same. */
  const draw = (some: number, fits: (word: string) => boolean, from = reviews) => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const review = pick(from);
      const chunk = review && pick(searchChunks(review).filter(({ isTranscript }) => !isTranscript));
      if (!review || !chunk) continue;
      const words = [...new Set(wordsOf(review.text.slice(chunk.start, chunk.end)))].filter(fits);
      if (words.length < some) continue;
      const chosen = Array.from({ length: some }, () => words.splice(Math.floor(random() * words.length), 1)[0] ?? '');
      return { review, words: chosen };
    }
    return undefined;
  };
  const isPlain = (word: string) => /^[a-z]{4,}$/i.test(word);
  const isLong = (word: string) => /^[a-z]{5,}$/i.test(word);
  const hasAccents = (word: string) => /\p{sc=Latin}/u.test(word) && foldWord(word) !== word.toLowerCase();
  const accented = reviews.filter(({ text }) => wordsOf(text).some(hasAccents));
  const unspaced = reviews.filter(({ text }) => hasPairs.test(text));
  const items: KnownItem[] = [];
  for (let at = 0; at < count; at++) {
    const add = (kind: KnownItem['kind'], found: ReturnType<typeof draw>, word: (words: string[]) => string[]) => {
      if (found) items.push({ kind, review: found.review, query: word(found.words).join(' ') });
    };
    add('exact', draw(3, isPlain), (words) => words);
    add('two words', draw(2, isPlain), (words) => words);
    add('prefix', draw(3, isLong), ([a = '', b = '', c = '']) => [
      a,
      b,
      c.slice(0, Math.max(3, Math.ceil(c.length * 0.6))),
    ]);
    add('typo', draw(3, isLong), ([a = '', b = '', c = '']) => [a, misspelt(b, random), c]);
    if (accented.length > 0) {
      add('diacritics', draw(1, hasAccents, accented), (words) => words.map(foldWord));
    }
    const review = pick(unspaced);
    const runs = review?.text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{6,}/gu) ?? [];
    const run = pick(runs);
    if (review && run) {
      const from = Math.floor(random() * (run.length - 4));
      items.push({ kind: 'CJK', review, query: run.slice(from, from + 4) });
    }
  }
  return items;
}
