import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import type { Steps } from '../steps';
import type { KnownName } from './knownName';
import { familyOf, isDistinctive } from './nameShape';

/** Every name that may stand in a text for a review, by what is compared: lower case. */
export interface NameIndex {
  readonly names: ReadonlyMap<string, KnownName>;
  /** Names with a blank in them, by their first word, longest first. */
  readonly spaced: ReadonlyMap<string, readonly string[]>;
  /** URLs of reviews, without scheme and trailing `/`. */
  readonly urls: ReadonlyMap<string, readonly ReviewDocument[]>;
  /** `INC-<n>` → how many ids taught it. */
  readonly families: ReadonlyMap<string, number>;
}

/** How many reviews are looked at in one step. */
const step = 64;

/** Collects the names of all reviews: ids, aliases, what sources say about former ids. */
export function* collectingNameIndex(library: Library): Steps<NameIndex> {
  const { reviews } = library;
  const names = new Map<string, KnownName>();
  const urls = new Map<string, ReviewDocument[]>();
  for (const [at, review] of reviews.entries()) {
    if (at % step === 0) yield;
    addName(names, review.id, 'id', review);
  }
  for (const [at, review] of reviews.entries()) {
    if (at % step === 0) yield;
    for (const alias of review.aliases) {
      if (alias.includes('://')) addUrl(urls, alias, review);
      else if (!alias.includes('/')) addName(names, alias, 'alias', review);
    }
  }
  for (const { rules } of library.sources) {
    for (const [former, id] of Object.entries(rules.aliases)) {
      for (const review of library.get(id)) addName(names, former, 'alias', review);
    }
  }
  return { names, spaced: spacedNames(names.keys()), urls, families: yield* learningFamilies(reviews) };
}

/** What URLs are compared by: no scheme, no `www.`, no trailing `/`, lower case. */
export function urlKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** An id keeps its own reviews, whatever others call themselves by alias. */
function addName(names: Map<string, KnownName>, name: string, form: 'id' | 'alias', review: ReviewDocument): void {
  const key = name.trim().toLowerCase();
  if (key === '' || key.length > 200) return;
  const there = names.get(key);
  if (!there) names.set(key, { form, reviews: [review], isDistinctive: isDistinctive(key) });
  else if (there.form === form && !there.reviews.includes(review)) there.reviews.push(review);
}

function addUrl(urls: Map<string, ReviewDocument[]>, url: string, review: ReviewDocument): void {
  const key = urlKey(url);
  const there = urls.get(key);
  if (!there) urls.set(key, [review]);
  else if (!there.includes(review)) there.push(review);
}

/** Those of some names that have a blank in them, by their first word, longest first. */
export function spacedNames(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const spaced = new Map<string, string[]>();
  for (const name of names) {
    const blank = name.indexOf(' ');
    if (blank <= 0) continue;
    const first = name.slice(0, blank);
    const there = spaced.get(first);
    if (there) there.push(name);
    else spaced.set(first, [name]);
  }
  for (const list of spaced.values()) list.sort((a, b) => b.length - a.length);
  return spaced;
}

/** One id in capitals teaches its family; a family in small letters takes two, because it may be a slug. */
function* learningFamilies(reviews: readonly ReviewDocument[]): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  /** Ids that differ in nothing but the length and value of their figures are of one family, or all of none. */
  const families = new Map<string, string | undefined>();
  for (const [at, { id }] of reviews.entries()) {
    if (at % step === 0) yield;
    if (seen.has(id)) continue;
    seen.add(id);
    const form = id.length > 60 ? id : id.replace(/\d+/g, '0');
    if (!families.has(form)) families.set(form, familyOf(form));
    const family = families.get(form);
    if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  for (const [family, count] of counts)
    if (count < 2 && /\p{Ll}/u.test(family.replace(/<n>/g, ''))) counts.delete(family);
  return counts;
}
