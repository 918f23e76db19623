import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { foldWord, searchTerms } from '../reviews/searchWords';
import { allSteps, type Steps } from '../steps';
import { difficulties, difficultiesIn } from './difficulty';
import { difficultyLabels } from './difficultyWords';

/** By what a library can be grouped. */
export type LibraryGrouping = 'year' | 'service' | 'people' | 'difficulty' | 'source';

/** A sentence that put a review into its group. */
export interface GroupQuote {
  readonly text: string;
  /** 1-based, in the review's file. */
  readonly line: number;
}

/** Reviews that have something in common, under a heading in words. */
export interface LibraryGroup {
  /** Stable, unique among the groups of one grouping. */
  readonly key: string;
  readonly label: string;
  readonly reviews: readonly { readonly review: ReviewDocument; readonly quotes: readonly GroupQuote[] }[];
}

interface Membership {
  readonly key: string;
  readonly label: string;
  readonly quotes: readonly GroupQuote[];
}

/**
 * The reviews that a filter leaves, in groups: years latest first, everything else by name, what is not told last. A review stands in
 * every group that it belongs to; inside a group the latest comes first. The same library gives the same groups in any locale.
 */
export function libraryGroups(library: Library, by: LibraryGrouping, filter = ''): readonly LibraryGroup[] {
  return allSteps(groupingLibrary(library, by, filter));
}

/** As {@link libraryGroups}, in steps of a few reviews; of the library as it is at the first one. */
export function* groupingLibrary(library: Library, by: LibraryGrouping, filter = ''): Steps<readonly LibraryGroup[]> {
  const groups = new Map<
    string,
    { label: string; reviews: { review: ReviewDocument; quotes: readonly GroupQuote[] }[] }
  >();
  const sources = new Map(library.sources.map(({ key, path }) => [key, path]));
  let count = 0;
  for (const review of yield* sortingLatestFirst(filterReviews(library.reviews, filter))) {
    if (count++ % few === few - 1) yield;
    for (const { key, label, quotes } of membershipsOf(review, by, sources)) {
      const group = groups.get(key);
      if (group) group.reviews.push({ review, quotes });
      else groups.set(key, { label, reviews: [{ review, quotes }] });
    }
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort(
      (a, b) => rank(a.key, by) - rank(b.key, by) || (by === 'year' ? compare(b.key, a.key) : compare(a.key, b.key)),
    );
}

/** The reviews in whose title, ids, services, people, tags, status or date each of the words begins a word; all where there are none. */
export function filterReviews(reviews: readonly ReviewDocument[], words: string): readonly ReviewDocument[] {
  const terms = searchTerms(words.slice(0, 200));
  if (terms.length === 0) return reviews;
  return reviews.filter((review) => {
    const { id, aliases, title, rawTitle, services, people, tags, status = '', date = '' } = review;
    const said = ` ${searchTerms([id, ...aliases, title, rawTitle, ...services, ...people, ...tags, status, date].join(' ')).join(' ')}`;
    return terms.every((term) => said.includes(` ${term}`));
  });
}

/** So many reviews are a step. */
const few = 64;

/** Longer ones are sentences about what was affected, kept whole; they make no group. */
const longestService = 60;
const notTold = '';

const notToldLabels: Readonly<Record<LibraryGrouping, string>> = {
  year: 'No date told',
  service: 'No service told',
  people: 'No people told',
  difficulty: 'Not told',
  source: 'Elsewhere',
};

function membershipsOf(
  review: ReviewDocument,
  by: LibraryGrouping,
  sources: ReadonlyMap<string, string>,
): readonly Membership[] {
  const found = told(review, by, sources);
  return found.length > 0 ? found : [{ key: notTold, label: notToldLabels[by], quotes: [] }];
}

function told(
  review: ReviewDocument,
  by: LibraryGrouping,
  sources: ReadonlyMap<string, string>,
): readonly Membership[] {
  switch (by) {
    case 'year': {
      const year = review.date?.slice(0, 4);
      return year === undefined ? [] : [{ key: year, label: year, quotes: [] }];
    }
    case 'service':
      return named(review.services.filter((service) => service.length <= longestService));
    case 'people':
      return named(review.people);
    case 'difficulty': {
      const found = difficultiesIn(review);
      return difficulties.flatMap((key) => {
        const quotes = (found.get(key) ?? []).map(({ text, line }) => ({ text, line }));
        return quotes.length === 0 ? [] : [{ key, label: difficultyLabels[key], quotes }];
      });
    }
    case 'source': {
      const path = sources.get(review.source);
      return path === undefined ? [] : [{ key: path, label: path, quotes: [] }];
    }
  }
}

/** Names in any case and spacing are one; the spelling of the latest review is shown. */
function named(names: readonly string[]): readonly Membership[] {
  const memberships = new Map<string, Membership>();
  for (const name of names) {
    const label = name.trim();
    const key = label.split(/\s+/).map(foldWord).join(' ');
    if (key !== '' && !memberships.has(key)) memberships.set(key, { key, label, quotes: [] });
  }
  return [...memberships.values()];
}

function rank(key: string, by: LibraryGrouping): number {
  if (key === notTold) return difficulties.length;
  return by === 'difficulty' ? difficulties.map(String).indexOf(key) : 0;
}

/** By date, the less precise one as if at its beginning; without a date last; then by path. */
/** Those of one date stay in the order of the library, which is that of their paths. A date is asked for once, not at each comparison. */
function* sortingLatestFirst(reviews: readonly ReviewDocument[]): Steps<readonly ReviewDocument[]> {
  const dated: { readonly review: ReviewDocument; readonly date: string }[] = [];
  for (const review of reviews) {
    if (dated.length % few === few - 1) yield;
    dated.push({ review, date: review.date ?? '' });
  }
  yield;
  return dated.sort((a, b) => compare(b.date, a.date)).map(({ review }) => review);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
