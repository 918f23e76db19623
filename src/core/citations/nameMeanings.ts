import type { Source } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { allSteps } from '../steps';
import type { NameIndex } from './nameIndex';
import { collectingPrefixes } from './namePrefixes';
import { ReviewPaths } from './reviewPaths';

/** Which texts a change of the library can concern: none, all, or those that pass a quick look, which says yes too often, never no wrongly. */
export type NameChange = 'none' | 'all' | ((text: string) => boolean);

/** What each name means, by name. */
type Meanings = ReadonlyMap<string, string>;

/**
 * What every name means in a library, in a form that two states of it can be compared by.
 *
 * A review that is written anew under the same names means the same: whoever has looked through a million files for names need not do
 * so again because a sentence changed.
 */
export class NameMeanings {
  readonly #reviews: readonly ReviewDocument[];
  readonly #index: NameIndex;
  /** What else decides: patterns of ids, templates of URLs, former names. */
  readonly #patterns: string;
  readonly #formerNames: string;
  readonly #hasTemplates: boolean;

  constructor(sources: readonly Source[], reviews: readonly ReviewDocument[], index: NameIndex) {
    const rules = sources.map((source) => source.rules);
    this.#reviews = reviews;
    this.#index = index;
    this.#patterns = JSON.stringify(rules.map(({ idPatterns, urlTemplates }) => ({ idPatterns, urlTemplates })));
    this.#formerNames = JSON.stringify(rules.map(({ aliases }) => aliases));
    this.#hasTemplates = rules.some(({ urlTemplates }) => urlTemplates.length > 0);
  }

  /** Which texts may name other reviews than they did before. */
  changeFrom(before: NameMeanings): NameChange {
    if (before.#patterns !== this.#patterns) return 'all';
    // Most changes are of sentences, and a library of 10,000 reviews takes a tenth of a second to compare name by name.
    if (before.#formerNames === this.#formerNames && areNamedAlike(before.#reviews, this.#reviews)) return 'none';
    const names = differences(meanings(before.#index.names), meanings(this.#index.names));
    const urls = differences(meanings(before.#index.urls), meanings(this.#index.urls));
    const paths = differences(byPath(before.#reviews), byPath(this.#reviews));
    const [were, are] = [before.#index.families, this.#index.families];
    const families = [...were.keys(), ...are.keys()]
      .filter((family) => were.has(family) !== are.has(family))
      .map((family) => family.replaceAll('<n>', '0'));
    const ends = new ReviewPaths<{ readonly path: string }>();
    for (const path of paths) ends.add({ path });
    const words = [...names, ...families, ...ends.names()];
    if (words.length === 0 && urls.length === 0) return 'none';
    const prefixes = allSteps(collectingPrefixes(words));
    const hasUrls = this.#hasTemplates || urls.length > 0;
    return (text) => {
      if (hasUrls && text.includes('://')) return true;
      if (!prefixes) return false;
      prefixes.lastIndex = 0;
      return prefixes.test(text);
    };
  }
}

/** Whether the same files hold reviews of the same names, in the same order. */
function areNamedAlike(before: readonly ReviewDocument[], after: readonly ReviewDocument[]): boolean {
  return before.length === after.length && before.every((review, at) => isNamedAlike(review, after[at]));
}

function isNamedAlike(a: ReviewDocument, b: ReviewDocument | undefined): boolean {
  if (a === b) return true;
  if (!b || told(a) !== told(b) || a.path !== b.path) return false;
  return a.aliases.join('\n') === b.aliases.join('\n');
}

function meanings(names: NameIndex['names'] | NameIndex['urls']): Meanings {
  const all = new Map<string, string>();
  for (const [name, meant] of names) {
    const [form, reviews] = 'reviews' in meant ? [meant.form, meant.reviews] : ['', meant];
    all.set(name, [form, ...reviews.map(told)].join('\n'));
  }
  return all;
}

function byPath(reviews: readonly ReviewDocument[]): Meanings {
  const paths = new Map<string, string>();
  for (const review of reviews) {
    const path = review.path.toLowerCase();
    paths.set(path, `${paths.get(path) ?? ''}\n${told(review)}`);
  }
  return paths;
}

function told({ key, id, source }: ReviewDocument): string {
  return `${key}\n${id}\n${source}`;
}

function differences(before: Meanings, after: Meanings): string[] {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  return [...gone, ...[...after].flatMap(([name, meaning]) => (before.get(name) === meaning ? [] : [name]))];
}
