import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';

/** What a name of an incident means here. */
export type Resolution =
  | { readonly kind: 'known'; readonly reviews: readonly ReviewDocument[] }
  /** The library taught us the family (`INC-<n>`), but no review has this id. */
  | { readonly kind: 'unknown'; readonly family: string }
  | { readonly kind: 'notAnId' };

/**
 * All names of incidents that the library knows, ready to be found in text: ids, aliases, paths, URLs, and the families
 * that ids form. Built once for each version of the library.
 */
export class KnownIds {
  readonly library: Library;

  constructor(library: Library) {
    this.library = library;
  }

  /** What one name means, by the rules by which citations are found. */
  resolve(name: string): Resolution {
    const reviews = this.library.get(name);
    return reviews.length > 0 ? { kind: 'known', reviews } : { kind: 'notAnId' };
  }

  /** The known ids nearest to a name, best first, at most `most`. */
  closest(_name: string, _most: number): readonly string[] {
    return [];
  }
}
