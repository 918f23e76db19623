import type { LibraryRules } from './libraryRules';

/** What a file of a source is taken for, by its name and its neighbours alone. */
export type FileRole =
  | { readonly role: 'review' }
  /** Belongs to the reviews at these paths (relative to the source); shown under them. */
  | { readonly role: 'material'; readonly of: readonly string[] }
  | { readonly role: 'readingPath' }
  | { readonly role: 'omitted'; readonly reason: string };

/**
 * Says of each file of a source whether it may be a review, before any is read.
 *
 * Paths are relative to the source with `/` separators. A file that may be a review can still turn out to be none when it is read.
 */
export function sortFiles(paths: readonly string[], _rules: LibraryRules): ReadonlyMap<string, FileRole> {
  return new Map(
    paths.map((path) => [
      path,
      /\.(md|ya?ml|adoc|rst|txt)$/.test(path) ? { role: 'review' } : { role: 'omitted', reason: 'not text' },
    ]),
  );
}
