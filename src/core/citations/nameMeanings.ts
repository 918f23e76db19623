import type { Source } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { allSteps } from '../steps';
import type { NameIndex } from './nameIndex';
import { collectingPrefixes } from './namePrefixes';
import { ReviewPaths } from './reviewPaths';

/** Which texts a change of the library can concern: none, all, or those that pass a quick look, which says yes too often, never no wrongly. */
export type NameChange = 'none' | 'all' | ((text: string) => boolean);

/**
 * What every name means in a library, in a form that two states of it can be compared by.
 *
 * A review that is written anew under the same names means the same: whoever has looked through a million files for names need not do
 * so again because a sentence changed.
 */
export class NameMeanings {
  readonly #names = new Map<string, string>();
  readonly #urls = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #families: ReadonlySet<string>;
  readonly #rules: string;
  readonly #hasTemplates: boolean;

  constructor(sources: readonly Source[], reviews: readonly ReviewDocument[], index: NameIndex) {
    const rules = sources.map(({ rules: { idPatterns, urlTemplates } }) => ({ idPatterns, urlTemplates }));
    this.#rules = JSON.stringify(rules);
    this.#hasTemplates = rules.some(({ urlTemplates }) => urlTemplates.length > 0);
    this.#families = new Set(index.families.keys());
    for (const [name, { form, reviews }] of index.names) this.#names.set(name, `${form}\n${told(reviews)}`);
    for (const [url, reviews] of index.urls) this.#urls.set(url, told(reviews));
    for (const review of reviews) {
      const path = review.path.toLowerCase();
      this.#paths.set(path, `${this.#paths.get(path) ?? ''}\n${told([review])}`);
    }
  }

  /** Which texts may name other reviews than they did before. */
  changeFrom(before: NameMeanings): NameChange {
    if (before.#rules !== this.#rules) return 'all';
    const names = differences(before.#names, this.#names);
    const paths = differences(before.#paths, this.#paths);
    const urls = differences(before.#urls, this.#urls);
    const families = [...before.#families, ...this.#families]
      .filter((family) => before.#families.has(family) !== this.#families.has(family))
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

function told(reviews: readonly ReviewDocument[]): string {
  return reviews.map(({ key, id, source }) => `${key}\n${id}\n${source}`).join('\n\n');
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}
