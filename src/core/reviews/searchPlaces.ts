import type { ReviewDocument } from './review';

/** Below 0 where the first review comes before the second in a library: by path, then by id. */
export function comparePlaces(a: ReviewDocument, b: ReviewDocument): number {
  return compare(a.path, b.path) || compare(a.id, b.id);
}

/** Below 0 where the first text comes before the second, by UTF-16 units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
