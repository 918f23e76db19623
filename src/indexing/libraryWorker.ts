import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../core/reviews/library';
import { sortingOnce } from '../core/reviews/sourceFiles';
import { allSteps } from '../core/steps';
import { CacheKeeper } from './cacheKeeper';
import { sparingFatal } from './fatalFiles';
import { FilePacker } from './filePack';
import type { FileSystem } from './fileSystem';
import type { IndexedFile, IndexProgress } from './indexSource';
import { readTexts, writeTexts } from './libraryCache';
import { type LookListener, lookAtLibrary } from './lookAtLibrary';
import { joinTexts, type LookReply, type LookRequest, receiveLooks, sendTexts, type TextReply } from './lookMessages';
import { filesIn, namesOf } from './namesOfPacks';
import { type Pace, startPace } from './pace';
import { ReadingMark } from './readingMark';
import { indexTexts, type TextFile, type TextFiles, type TextSegments } from './textIndexer';
import { threadFileSystem } from './threadFileSystem';

// The entry of the worker that reads the library. It remembers nothing from look to look but what the cache is still to be told, so it may be
// ended and started at any time.

/** As many files are handed over together, or fewer after so many ms. */
const mostFiles = 512;
const mostMs = 100;

/** The cache is written after so many ms without a look: not with each of many changes. */
const quiet = 500;

/** The texts of fewer files are soon made findable by whoever searches. */
const fewFiles = 256;

type Look = Extract<LookRequest, { kind: 'look' }>;

class LibraryServer {
  readonly #port: MessagePort;
  readonly #fileSystem: FileSystem;
  readonly #mark: ReadingMark;
  #keeper: { readonly key: string; readonly keeper: CacheKeeper } | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #isIndexingTexts = false;

  constructor(port: MessagePort, fileSystem: FileSystem, mark: ReadingMark) {
    this.#port = port;
    this.#fileSystem = fileSystem;
    this.#mark = mark;
  }

  serve(): void {
    let abort = new AbortController();
    this.#port.on('message', (request: LookRequest) => {
      abort.abort();
      if (request.kind === 'stop') return;
      abort = new AbortController();
      void this.#look(request, abort.signal);
    });
  }

  async #look(request: Look, signal: AbortSignal): Promise<void> {
    clearTimeout(this.#writing);
    const fileSystem = sparingFatal(this.#fileSystem, this.#mark, request.fatal);
    const reporter = new Reporter(this.#port, this.#keeperFor(request), this.#mark);
    const places = request.roots.map(({ place, options }) => ({ root: { place, fileSystem }, options }));
    try {
      const seen = receiveLooks(request.seen);
      const isFirst = [...seen.values()].every(({ size }) => size === 0);
      await lookAtLibrary(places, seen, reporter, signal);
      if (isFirst && !signal.aborted) reporter.tellNames();
      reporter.done();
      if (!signal.aborted) await this.#indexTexts(request, reporter, fileSystem);
    } catch (error) {
      reporter.done(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), quiet);
  }

  /** Another look does not end this: it takes long, and is wanted all the same. */
  async #indexTexts(look: Look, reporter: Reporter, fileSystem: FileSystem): Promise<void> {
    if (this.#isIndexingTexts) return;
    const { cache } = look;
    const kept = look.texts === 'kept' && cache ? readTexts(cache.texts, cache.key) : undefined;
    if (kept) this.#tellTexts(kept, true);
    const texts = kept || look.texts === 'read' ? 'read' : 'all';
    const read = reporter.found.reduce((sum, { read }) => sum + read.size, 0);
    if (texts === 'read' && read < fewFiles) {
      this.#port.postMessage({ kind: 'texts' } satisfies TextReply);
      return;
    }
    let count = 0;
    const sources = reporter.found.map(({ source, paths, read }): TextFiles => {
      const roles = allSteps(sortingOnce(paths, source.rules));
      const files = new Map<string, TextFile>();
      for (const path of paths) {
        const place = roles.get(path)?.role === 'review' ? fileSystem.join(source.key, path) : undefined;
        if (place !== undefined && (texts === 'all' || read.has(place))) files.set(place, { path, place });
      }
      count += files.size;
      return { source, paths, files: reporter.withWhatIsKnown(source, files) };
    });
    if (count < fewFiles) {
      this.#port.postMessage({ kind: 'texts' } satisfies TextReply);
      return;
    }
    this.#isIndexingTexts = true;
    try {
      const made = await indexTexts(
        fileSystem,
        sources,
        clearing(this.#mark, startPace()),
        new AbortController().signal,
      );
      if (!made) return;
      if (cache && texts === 'all') this.#keep(() => writeTexts(cache.texts, cache.key, made));
      this.#tellTexts(made, false);
    } finally {
      this.#mark.clear();
      this.#isIndexingTexts = false;
    }
  }

  /** They change hands. */
  #tellTexts(texts: TextSegments, areKept: boolean): void {
    const sent = sendTexts(texts);
    const reply: TextReply = { kind: 'texts', texts: sent, areKept };
    this.#port.postMessage(reply, [...sent.segments, sent.numbers.buffer]);
  }

  #keeperFor({ cache }: Look): CacheKeeper | undefined {
    if (!cache) return undefined;
    // Where the question changes, what was found for another one is no longer kept.
    if (this.#keeper?.key !== cache.key)
      this.#keeper = { key: cache.key, keeper: new CacheKeeper(cache.library, cache.key) };
    return this.#keeper.keeper;
  }

  #write(): void {
    const keeper = this.#keeper?.keeper;
    if (keeper?.isBehind) this.#keep(() => keeper.write());
  }

  /** A full disk or a folder that is gone is no trouble: the next start reads the library anew. */
  #keep(write: () => void): void {
    try {
      write();
    } catch {}
  }
}

/** A pace between files. */
function clearing(mark: ReadingMark, pace: Pace): Pace {
  return () => {
    mark.clear();
    return pace();
  };
}

/** What a look found in a source: the paths of all files, and the keys of those that it read. */
interface FoundFiles {
  readonly source: Source;
  readonly paths: readonly string[];
  readonly read: Set<string>;
}

/** Hands over what is found, many files at a time. */
class Reporter implements LookListener {
  readonly #port: MessagePort;
  readonly #keeper: CacheKeeper | undefined;
  readonly #mark: ReadingMark;
  readonly found: FoundFiles[] = [];
  #source = '';
  readonly #packer = new FilePacker();
  readonly #packs: { readonly source: string; readonly files: ArrayBuffer }[] = [];
  #gone: string[] = [];
  #progress: IndexProgress | undefined;
  #sentAt = performance.now();

  constructor(port: MessagePort, keeper: CacheKeeper | undefined, mark: ReadingMark) {
    this.#port = port;
    this.#keeper = keeper;
    this.#mark = mark;
  }

  onSources(sources: readonly Source[], failures: readonly string[]): void {
    this.#mark.clear();
    this.#keeper?.setSources(sources);
    this.#post({ kind: 'sources', sources, failures });
  }

  onPaths(source: Source, paths: readonly string[], areKnown: boolean): void {
    this.#mark.clear();
    this.found.push({ source, paths, read: new Set() });
    if (!areKnown) this.#post({ kind: 'paths', source: source.key, paths: joinTexts(paths) });
  }

  onFile({ key }: Source, file: IndexedFile): void {
    this.#source = key;
    this.#packer.add(file);
    this.found.at(-1)?.read.add(file.key);
  }

  onGone({ key }: Source, gone: string): void {
    this.#source = key;
    this.#gone.push(gone);
  }

  onProgress({ key }: Source, progress: IndexProgress): void {
    this.#mark.clear();
    this.#source = key;
    this.#progress = progress;
    if (this.#packer.count >= mostFiles || performance.now() - this.#sentAt > mostMs) this.#flush();
  }

  onEnd({ key }: Source): void {
    this.#flush();
    // Not before: at the next start they tell that all was looked at among them.
    const paths = this.found.find(({ source }) => source.key === key)?.paths;
    if (paths) this.#keeper?.setPaths(key, paths);
    this.#post({ kind: 'end', source: key });
  }

  /** Tells the names of all that was read: whoever collects them has to make a record of every review. */
  tellNames(): void {
    const read = this.found.map(({ source }) => ({
      source,
      packs: this.#packsOf(source).flatMap((pack) => filesIn(pack, source)),
    }));
    const names = namesOf(read);
    this.#port.postMessage({ kind: 'names', names } satisfies LookReply, [names]);
  }

  /** Files by their keys, those that were read with what they were found to hold: pack by pack, so that not all of it is in memory. */
  *withWhatIsKnown(source: Source, files: ReadonlyMap<string, TextFile>): Iterable<TextFile> {
    const rest = new Map(files);
    for (const pack of this.#packsOf(source)) {
      for (const files of filesIn(pack, source)) {
        for (const known of files) {
          const file = rest.get(known.key);
          if (file && rest.delete(known.key)) yield { ...file, known };
        }
      }
    }
    yield* rest.values();
  }

  #packsOf({ key }: Source): ArrayBuffer[] {
    return this.#packs.filter(({ source }) => source === key).map(({ files }) => files);
  }

  done(problem?: string): void {
    this.#flush();
    this.#post({ kind: 'done', ...(problem === undefined ? {} : { problem }) });
  }

  #flush(): void {
    this.#sentAt = performance.now();
    const progress = this.#progress;
    const { count } = this.#packer;
    if (count === 0 && this.#gone.length === 0 && !progress) return;
    const files = this.#packer.finish();
    const copy = files.slice(0);
    if (count > 0) this.#packs.push({ source: this.#source, files: copy });
    if (count > 0 || this.#gone.length > 0) this.#keeper?.add(this.#source, copy, this.#gone);
    const reply: LookReply = {
      kind: 'files',
      source: this.#source,
      files,
      gone: this.#gone,
      ...(progress && { progress }),
    };
    this.#gone = [];
    this.#progress = undefined;
    this.#port.postMessage(reply, [files]);
  }

  #post(reply: LookReply): void {
    this.#port.postMessage(reply);
  }
}

if (parentPort && threadFileSystem)
  new LibraryServer(parentPort, threadFileSystem, new ReadingMark(workerData)).serve();
