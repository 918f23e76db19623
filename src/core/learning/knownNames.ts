import type { Library } from '../reviews/library';
import { searchTerms } from '../reviews/searchWords';
import type { Steps } from '../steps';

/** What a library calls things and people, in single words as `foldWord` makes them. */
export interface KnownNames {
  /** Of services, components and folders. */
  readonly things: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

/** Longer ones are sentences. */
const longestName = 40;
const shortestWord = 3;
const reviewsInStep = 200;

/** The names that the reviews of a library and its rules give, in steps: there may be many reviews. */
export function* readingNames({ reviews, sources }: Library): Steps<KnownNames> {
  const things = new Names();
  const people = new Names();
  for (const { rules } of sources) things.add(Object.entries(rules.services).flat());
  for (const [at, review] of reviews.entries()) {
    things.add(review.services);
    things.add(review.tags);
    people.add(review.people);
    if (at % reviewsInStep === reviewsInStep - 1) yield;
  }
  return { things: things.words, people: people.words };
}

/** The words of names; most names come again and again. */
class Names {
  readonly words = new Set<string>();
  readonly #names = new Set<string>();

  add(names: readonly string[]): void {
    for (const name of names) {
      if (name.length > longestName || this.#names.has(name)) continue;
      this.#names.add(name);
      for (const word of searchTerms(name)) if (word.length >= shortestWord) this.words.add(word);
    }
  }
}
