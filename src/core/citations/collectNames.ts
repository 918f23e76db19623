import type { Library } from '../reviews/library';
import type { Steps } from '../steps';
import type { Names } from './findNames';
import { collectingNameIndex } from './nameIndex';
import { collectingPrefixes } from './namePrefixes';
import { ReviewPaths } from './reviewPaths';
import { UrlNames } from './urlNames';

/** Collects everything by which texts name the reviews of a library, as it is once all of them are made. */
export function* collectingNames(library: Library): Steps<Names> {
  yield* library.making();
  const { reviews } = library;
  const index = yield* collectingNameIndex(library);
  const paths = new ReviewPaths();
  for (const [at, review] of reviews.entries()) {
    if (at % 64 === 0) yield;
    paths.add(review);
  }
  const prefixes = yield* collectingPrefixes(beginnings({ index, paths }));
  return { reviews, index, paths, prefixes, urls: new UrlNames(library, index.urls) };
}

/** All that may stand where a name begins, for `namePrefixes`. */
export function beginnings({ index, paths }: Pick<Names, 'index' | 'paths'>): readonly string[] {
  const families = [...index.families.keys()].map((family) => family.replace(/<n>/g, '0'));
  return [...index.names.keys(), ...paths.names(), ...families];
}
