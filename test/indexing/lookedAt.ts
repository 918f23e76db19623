import { Library, type Source } from '../../src/core/reviews/library';
import { lookOfRules, type SeenFiles } from '../../src/indexing/indexSource';
import {
  type LibraryLooker,
  type LibraryRoot,
  type LookListener,
  lookAtLibrary,
} from '../../src/indexing/lookAtLibrary';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';

/** A library as looks find it, kept as the editor keeps it; and what each look handed over. */
export class LookedAt implements LookListener {
  readonly library = new Library();
  readonly seen = new Map<string, SeenFiles>();
  /** Keys of files that were read or are gone, in order. */
  told: string[] = [];
  failures: readonly string[] = [];

  onSources(sources: readonly Source[], failures: readonly string[]): void {
    this.failures = failures;
    for (const { key } of this.library.sources)
      if (!sources.some((each) => each.key === key)) this.library.deleteSource(key);
    for (const source of sources) {
      this.library.setSource(source);
      if (!this.seen.has(source.key)) this.seen.set(source.key, new Map());
    }
  }

  onPaths(): void {}

  onFile(...[source, { key, reading, look }]: Parameters<LookListener['onFile']>): void {
    this.told.push(key);
    this.seen.get(source.key)?.set(key, look);
    this.library.set(key, source.key, reading);
  }

  onGone(source: Source, key: string): void {
    this.told.push(key);
    this.seen.get(source.key)?.delete(key);
    this.library.delete(key);
  }

  onProgress(): void {}

  onEnd(source: Source): void {
    this.seen.get(source.key)?.set(...lookOfRules(source));
  }

  /** Begins with what was kept of the libraries of a folder; false where nothing was. */
  async recall(folder: string, recall: LibraryLooker['recall']): Promise<boolean> {
    return recall(rootsOf(folder, []), this);
  }

  /** Looks at the libraries of a folder, and answers what changed since the last time: keys in their order. */
  async lookAt(folder: string, look = lookAtLibrary, sources: readonly string[] = []): Promise<string[]> {
    this.told = [];
    await look(rootsOf(folder, sources), this.seen, this, new AbortController().signal);
    return this.told.sort();
  }

  /** All that the library tells, stories included. */
  get everything() {
    const { reviews, readingPaths, omitted, problems, sources } = this.library;
    return JSON.parse(JSON.stringify({ reviews, readingPaths, omitted, problems, sources }));
  }
}

function rootsOf(place: string, folders: readonly string[]): readonly LibraryRoot[] {
  if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
  return [{ root: { place, fileSystem: nodeFileSystem }, options: { folders, idPatterns: [], allowOutside: false } }];
}
