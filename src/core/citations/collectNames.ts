import type { Library } from '../reviews/library';
import type { Steps } from '../steps';
import type { Names } from './findNames';
import { collectingNameIndex } from './nameIndex';
import { collectingPrefixes } from './namePrefixes';
import { ReviewPaths } from './reviewPaths';
import { UrlNames } from './urlNames';

/** Collects everything by which texts name the reviews of a library, as it is at the first step. */
export function* collectingNames(library: Library): Steps<Names> {
  const { reviews } = library;
  const index = yield* collectingNameIndex(library);
  const paths = new ReviewPaths();
  for (const [at, review] of reviews.entries()) {
    if (at % 64 === 0) yield;
    paths.add(review);
  }
  const families = [...index.families.keys()].map((family) => family.replace(/<n>/g, '0'));
  const prefixes = yield* collectingPrefixes([...index.names.keys(), ...paths.names(), ...families]);
  return { reviews, index, paths, prefixes, urls: new UrlNames(library, index.urls) };
}
