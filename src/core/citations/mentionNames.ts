import { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { searchTerms } from '../reviews/searchWords';
import { allSteps, type Steps } from '../steps';
import { isDistinctive } from './nameShape';

/** A title or alias as one writes it in a sentence. */
export interface MentionableTitle {
  /** Folded words, in order. */
  readonly words: readonly string[];
  readonly reviews: readonly ReviewDocument[];
}

/** Words that every second sentence has, and those that say no more than that something happened. */
const little = new Set(
  (
    'the and for with that this from after before into over under our your their was were had has have not but who what when where which how why out ' +
    'der die das und fur mit les des une pour dans los las del por con'
  ).split(' '),
);

/** Shorter titles are ordinary words: nobody knows whether they are meant. */
const fewestWords = 3;
const fewestLetters = 14;
const mostWords = 30;

const reviewsInStep = 50;

/** How reviews may be spoken of without citing them: by their dates, titles and aliases. Made once for each version of a library. */
export class MentionNames {
  /** By the first two words of the title, joined by a blank; the longest first. */
  readonly #titles = new Map<string, MentionableTitle[]>();
  readonly #byDay = new Map<string, ReviewDocument[]>();
  readonly #byMonth = new Map<string, ReviewDocument[]>();
  readonly #words = new WeakMap<ReviewDocument, ReadonlySet<string>>();

  constructor(library: Library) {
    allSteps(this.#read(library));
  }

  /** The same in steps: some libraries are large. */
  static *of(library: Library): Steps<MentionNames> {
    const names = new MentionNames(new Library());
    yield* names.#read(library);
    return names;
  }

  *#read(library: Library): Steps<void> {
    const titles = new Map<string, ReviewDocument[]>();
    let count = 0;
    for (const review of library.reviews) {
      if (++count % reviewsInStep === 0) yield;
      for (const name of namesOf(review)) add(titles, name, review);
      const { date = '' } = review;
      if (date.length === 10) add(this.#byDay, date, review);
      if (date.length >= 7) add(this.#byMonth, date.slice(0, 7), review);
    }
    for (const [name, reviews] of titles) {
      const words = name.split(' ');
      const key = `${words[0]} ${words[1]}`;
      this.#titles.set(key, [...(this.#titles.get(key) ?? []), { words, reviews }]);
    }
    for (const all of this.#titles.values()) all.sort((a, b) => b.words.length - a.words.length);
  }

  /** The titles and aliases that begin with two words, the longest first. */
  titlesFrom(first: string, second: string): readonly MentionableTitle[] {
    return this.#titles.get(`${first} ${second}`) ?? [];
  }

  /** The reviews of a day (`2025-05-28`) or a month (`2025-05`). */
  on(date: string): readonly ReviewDocument[] {
    return (date.length === 7 ? this.#byMonth : this.#byDay).get(date) ?? [];
  }

  /** The words of a review's title by which it is known: folded, without little words and figures. */
  wordsOf(review: ReviewDocument): ReadonlySet<string> {
    let words = this.#words.get(review);
    if (!words) {
      words = new Set(
        searchTerms(review.title).filter((word) => word.length >= 3 && !little.has(word) && !/^\d/.test(word)),
      );
      this.#words.set(review, words);
    }
    return words;
  }
}

/** Titles and aliases of enough words, folded and joined by blanks; ids that are citations wherever they stand are none. */
function namesOf({ title, rawTitle, aliases }: ReviewDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of new Set([title, rawTitle, ...aliases.filter((alias) => !alias.includes('/'))])) {
    if (isDistinctive(name) && !/\s/.test(name)) continue;
    const words = searchTerms(name.slice(0, 400));
    const telling = words.filter((word) => word.length >= 3 && !little.has(word));
    if (words.length < fewestWords || words.length > mostWords || telling.length < 2) continue;
    if (words.join('').length >= fewestLetters) names.add(words.join(' '));
  }
  return names;
}

function add(map: Map<string, ReviewDocument[]>, key: string, review: ReviewDocument): void {
  const there = map.get(key);
  if (!there) map.set(key, [review]);
  else if (!there.includes(review)) there.push(review);
}
