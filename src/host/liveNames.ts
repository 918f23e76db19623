import type { Names } from '../core/citations/findNames';
import { KnownIds } from '../core/citations/knownIds';
import type { Library } from '../core/reviews/library';
import { inSlices, startPace } from '../indexing/pace';

/**
 * All names of incidents in a library that changes. To collect them takes up to a tenth of a second where reviews are many, so it is
 * done in slices that leave the editor alone, before anybody is told of a change.
 */
export class LiveNames {
  readonly #library: Library;
  #known: { readonly version: number; readonly ids: KnownIds };
  #collecting: Promise<void> | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#known = { version: library.version, ids: new KnownIds(library) };
  }

  /**
   * The names in the library as it is now. Where they are being collected, or `mayLag`, those in the library as it was a moment ago;
   * else they are collected at once.
   */
  ids(mayLag: boolean): KnownIds {
    const { version } = this.#library;
    if (this.#known.version !== version && !mayLag && !this.#collecting)
      this.#known = { version, ids: new KnownIds(this.#library) };
    return this.#known.ids;
  }

  /** Takes names that were kept: those of the library as it is now. */
  take(names: Names): void {
    this.#known = { version: this.#library.version, ids: new KnownIds(this.#library, names) };
  }

  /** Collects the names of the library as it is now; at once where they are collected. */
  async collect(): Promise<void> {
    while (this.#known.version !== this.#library.version) await this.#collectOnce();
  }

  /** Collects them anew where twice as much has changed as when they were last collected: for while a library is being read. */
  keepUp(): void {
    if (this.#library.version >= 2 * this.#known.version) void this.#collectOnce();
  }

  #collectOnce(): Promise<void> {
    this.#collecting ??= this.#collect().finally(() => {
      this.#collecting = undefined;
    });
    return this.#collecting;
  }

  /** Of the library as it is at the first slice; it may go on changing meanwhile. */
  async #collect(): Promise<void> {
    const { version } = this.#library;
    const ids = await inSlices(KnownIds.collecting(this.#library), startPace());
    // Meanwhile they may have been told.
    if (version >= this.#known.version) this.#known = { version, ids };
  }
}
