import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { sortingOnce } from '../core/reviews/sourceFiles';
import { allSteps } from '../core/steps';
import { CacheKeeper } from './cacheKeeper';
import { sparingFatal } from './fatalFiles';
import type { FileSystem } from './fileSystem';
import { goBehind } from './goBehind';
import type { FileLook } from './indexSource';
import { readTexts, writeTexts } from './libraryCache';
import { lookAtLibrary } from './lookAtLibrary';
import { type LookRequest, receiveLooks, sendTexts, type TextReply } from './lookMessages';
import { LookReporter } from './lookReporter';
import { type Pace, startPace } from './pace';
import { ReadingMark } from './readingMark';
import { indexTexts, type TextFile, type TextFiles, type TextSegments } from './textIndexer';
import { threadFileSystem } from './threadFileSystem';

// The entry of the worker that reads the library. It remembers nothing from look to look but what the cache is still to be told, so it may be
// ended and started at any time.

/** The cache is written after so many ms without a look: not with each of many changes. */
const quiet = 500;

/** The texts of fewer files are soon made findable by whoever searches. */
const fewFiles = 256;

type Look = Extract<LookRequest, { kind: 'look' }>;

/** Does what the main side (`workerLook`) asks for. */
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

  /** From now on does what the main thread asks for: looks, one at a time. Each message ends the look that is going on. */
  serve(): void {
    let abort = new AbortController();
    this.#port.on('message', (request: LookRequest) => {
      abort.abort();
      if (request.kind === 'stop') return;
      abort = new AbortController();
      void this.#look(request, abort.signal);
    });
  }

  /** Looks, makes full text of what was found, and has the cache written when there was no other look for a while. */
  async #look(request: Look, signal: AbortSignal): Promise<void> {
    clearTimeout(this.#writing);
    const fileSystem = sparingFatal(this.#fileSystem, this.#mark, request.fatal);
    const reporter = new LookReporter(this.#port, this.#keeperFor(request), this.#mark);
    const places = request.roots.map(({ place, options }) => ({ root: { place, fileSystem }, options }));
    try {
      const seen = receiveLooks(request.seen);
      const isFirst = [...seen.values()].every(({ size }) => size === 0);
      const isAnew = [...seen.values()].every(isToBeReadAnew);
      this.#keeper?.keeper.setSeen(seen);
      await lookAtLibrary(places, seen, reporter, signal);
      if (isFirst && !signal.aborted) reporter.tellNames();
      reporter.done();
      // Whoever closes the window soon after finds all of it at the next start; the texts take longer.
      if (isAnew && !signal.aborted) this.#write();
      if (!signal.aborted) await this.#indexTexts(request, reporter, fileSystem);
    } catch (error) {
      reporter.done(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), quiet);
  }

  /** Another look does not end this: it takes long, and is wanted all the same. */
  async #indexTexts(look: Look, reporter: LookReporter, fileSystem: FileSystem): Promise<void> {
    if (this.#isIndexingTexts) return;
    const { cache } = look;
    const kept = look.texts === 'kept' && cache ? readTexts(cache.texts, cache.key) : undefined;
    if (kept) this.#tellTexts(kept, true);
    const areAll = !kept && look.texts !== 'read';
    const files = filesToIndex(reporter, areAll, fileSystem);
    if (!files) {
      this.#port.postMessage({ kind: 'texts' } satisfies TextReply);
      return;
    }
    this.#isIndexingTexts = true;
    try {
      const pace = clearing(this.#mark, startPace());
      const made = await indexTexts(fileSystem, files, pace, new AbortController().signal);
      if (!made) return;
      if (cache && areAll) this.#keep(() => writeTexts(cache.texts, cache.key, made));
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

/** All files that may hold reviews, or those of them that a look has read, with what is known of them; nothing where they are few. */
function filesToIndex(
  reporter: LookReporter,
  areAll: boolean,
  fileSystem: FileSystem,
): readonly TextFiles[] | undefined {
  const { found } = reporter;
  // All that was found is not sorted for a few.
  if (!areAll && found.reduce((sum, { read }) => sum + read.size, 0) < fewFiles) return undefined;
  let count = 0;
  const sources = found.map(({ source, paths, read }): TextFiles => {
    const roles = allSteps(sortingOnce(paths, source.rules));
    const files = new Map<string, TextFile>();
    for (const path of paths) {
      const place = roles.get(path)?.role === 'review' ? fileSystem.join(source.key, path) : undefined;
      if (place !== undefined && (areAll || read.has(place))) files.set(place, { path, place });
    }
    count += files.size;
    return { source, paths, files: reporter.withWhatIsKnown(source, files) };
  });
  return count < fewFiles ? undefined : sources;
}

/** Whether nothing is known of how any file looked: it is the first look, or all is to be read once more. */
function isToBeReadAnew(seen: ReadonlyMap<string, FileLook>): boolean {
  for (const { mtime } of seen.values()) if (mtime >= 0) return false;
  return true;
}

/** A pace between files: none is being read while others have their turn. */
function clearing(mark: ReadingMark, pace: Pace): Pace {
  return () => {
    mark.clear();
    return pace();
  };
}

if (parentPort && threadFileSystem) {
  goBehind();
  new LibraryServer(parentPort, threadFileSystem, new ReadingMark(workerData)).serve();
}
