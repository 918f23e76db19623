import type { Source } from '../core/reviews/library';
import { packFiles } from './filePack';
import { type IndexedFile, lookOfRules } from './indexSource';
import { type CachedLibrary, type CachedSource, readCache, writeCache } from './libraryCache';
import type { SeenSources } from './lookAtLibrary';
import { filesIn, namesOf, type PacksOfSource } from './namesOfPacks';

/** As many files are packed together. */
const mostFiles = 8192;

/** What a look found out about a source since the cache was written. */
interface News {
  paths: readonly string[] | undefined;
  readonly changes: { readonly files: ArrayBuffer; readonly gone: readonly string[] }[];
}

/**
 * Brings the cache of a library up to date with what looks found: reads what was kept, puts the news over it, and keeps the whole.
 *
 * Each file in the cache carries how it looked when it was read, so whatever another window has written meanwhile is right or is read again.
 */
export class CacheKeeper {
  readonly #place: string;
  readonly #key: string;
  readonly #news = new Map<string, News>();
  #sources: readonly Source[] = [];
  #seen: SeenSources = new Map();
  #told = '';

  constructor(place: string, key: string) {
    this.#place = place;
    this.#key = key;
  }

  /** Whether there is something that the cache does not know. */
  get isBehind(): boolean {
    const isNew = ({ changes }: News) => changes.length > 0;
    return this.#told !== JSON.stringify(this.#sources) || [...this.#news.values()].some(isNew);
  }

  setSources(sources: readonly Source[]): void {
    this.#sources = sources;
  }

  /** Takes note of the files that were known before a look: it does not tell of those again that are as they were. */
  setSeen(seen: SeenSources): void {
    this.#seen = seen;
  }

  setPaths(source: string, paths: readonly string[]): void {
    this.#newsOf(source).paths = paths;
  }

  /** Takes note of files, packed by `FilePacker`, and of the keys of those that are gone. */
  add(source: string, files: ArrayBuffer, gone: readonly string[]): void {
    this.#newsOf(source).changes.push({ files, gone });
  }

  /**
   * Writes the cache, where it does not tell the same already. Throws what the system throws; what was to be written is forgotten then, which costs time at the next start only.
   *
   * Nothing is written that would lack a file which is known: where another window has just forgotten what was kept, only a part is at hand, and whoever
   * recalled that would take it for all. That window writes the whole.
   */
  write(): void {
    const before = readCache(this.#place, this.#key);
    const isThere = before !== undefined && this.#isNothingNew(before);
    const found = isThere ? undefined : this.#sources.map((source) => this.#toCache(source, before?.sources));
    if (found?.some(({ isWhole }) => !isWhole)) return;
    this.#told = JSON.stringify(this.#sources);
    this.#news.clear();
    if (!found) return;
    const sources = found.map(({ cached }) => cached);
    writeCache(this.#place, { key: this.#key, sources, names: namesOf(found) });
  }

  /** Whether the cache tells what looks found: so it is after most starts. */
  #isNothingNew({ sources }: CachedLibrary): boolean {
    if (JSON.stringify(this.#sources) !== JSON.stringify(sources.map(({ source }) => source))) return false;
    return sources.every(({ source, paths }) => {
      const news = this.#news.get(source.key);
      return !news || (news.changes.length === 0 && (!news.paths || isSame(news.paths, paths)));
    });
  }

  #toCache(source: Source, before: readonly CachedSource[] | undefined): FoundSource {
    const kept = before?.find((each) => each.source.key === source.key);
    const news = this.#news.get(source.key);
    // By other rules the same files are read otherwise.
    const isSame = kept !== undefined && JSON.stringify(kept.source.rules) === JSON.stringify(source.rules);
    const files = new Map<string, IndexedFile>();
    const gone = new Set<string>();
    const take = (pack: ArrayBuffer) => {
      for (const packed of filesIn(pack, source)) for (const file of packed) files.set(file.key, file);
    };
    for (const pack of isSame ? kept.packs : []) take(pack);
    for (const change of news?.changes ?? []) {
      take(change.files);
      for (const key of change.gone) files.delete(key);
      for (const key of change.gone) gone.add(key);
    }
    const seen = this.#seen.get(source.key)?.keys() ?? [];
    const [rules] = lookOfRules(source);
    const isWhole = [...seen].every((key) => files.has(key) || gone.has(key) || key === rules);
    // Sorted as a whole, so that each pack holds what lies between its first and its last.
    const all = [...files.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const packs: ArrayBuffer[] = [];
    for (let at = 0; at < all.length; at += mostFiles) packs.push(packFiles(all.slice(at, at + mostFiles)));
    return {
      cached: { source, paths: news?.paths ?? kept?.paths ?? [], packs },
      source,
      packs: packs.flatMap((pack) => filesIn(pack, source)),
      isWhole,
    };
  }

  #newsOf(source: string): News {
    let news = this.#news.get(source);
    if (!news) {
      news = { paths: undefined, changes: [] };
      this.#news.set(source, news);
    }
    return news;
  }
}

/** A source as it is kept, and its packs, opened. */
interface FoundSource extends PacksOfSource {
  readonly cached: CachedSource;
  /** Whether it has every file that is known. */
  readonly isWhole: boolean;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
