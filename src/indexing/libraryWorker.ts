import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Source } from '../core/reviews/library';
import { CacheKeeper } from './cacheKeeper';
import { packFiles } from './filePack';
import type { IndexedFile, IndexProgress } from './indexSource';
import { type LookListener, lookAtLibrary } from './lookAtLibrary';
import { joinTexts, type LookReply, type LookRequest, receiveLooks } from './lookMessages';
import { nodeFileSystem } from './nodeFileSystem';

// The entry of the worker that reads the library. It remembers nothing from look to look but what the cache is still to be told, so it may be
// ended and started at any time.

/** As many files are handed over together, or fewer after so many ms. */
const mostFiles = 512;
const mostMs = 100;

/** The cache is written after so many ms without a look: not with each of many changes. */
const quiet = 500;

if (parentPort) serve(parentPort);

function serve(port: MessagePort): void {
  let abort = new AbortController();
  let writing: ReturnType<typeof setTimeout> | undefined;
  const keepers = new Map<string, CacheKeeper>();
  port.on('message', (request: LookRequest) => {
    abort.abort();
    clearTimeout(writing);
    if (request.kind === 'stop') return;
    abort = new AbortController();
    const keeper = request.cache && keeperFor(request.cache, keepers);
    void look(request, port, keeper, abort.signal).then(() => {
      clearTimeout(writing);
      writing = setTimeout(() => writeBehind(keepers.values()), quiet);
    });
  });
}

function keeperFor(
  { place, key }: { readonly place: string; readonly key: string },
  keepers: Map<string, CacheKeeper>,
): CacheKeeper {
  let keeper = keepers.get(key);
  if (!keeper) {
    // Where the question changes, what was found for another one is no longer kept.
    keepers.clear();
    keeper = new CacheKeeper(place, key);
    keepers.set(key, keeper);
  }
  return keeper;
}

function writeBehind(keepers: Iterable<CacheKeeper>): void {
  for (const keeper of keepers) {
    try {
      if (keeper.isBehind) keeper.write();
    } catch {
      // A full disk or a folder that is gone: the next start reads the library anew.
    }
  }
}

async function look(
  { roots, seen }: Extract<LookRequest, { kind: 'look' }>,
  port: MessagePort,
  keeper: CacheKeeper | undefined,
  signal: AbortSignal,
): Promise<void> {
  const reporter = new Reporter(port, keeper);
  try {
    const fileSystem = nodeFileSystem;
    if (!fileSystem) throw new Error('There is no file system here.');
    const places = roots.map(({ place, options }) => ({ root: { place, fileSystem }, options }));
    await lookAtLibrary(places, receiveLooks(seen), reporter, signal);
    reporter.done();
  } catch (error) {
    reporter.done(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** Hands over what is found, many files at a time. */
class Reporter implements LookListener {
  readonly #port: MessagePort;
  readonly #keeper: CacheKeeper | undefined;
  #source = '';
  #files: IndexedFile[] = [];
  #gone: string[] = [];
  #progress: IndexProgress | undefined;
  #sentAt = performance.now();

  constructor(port: MessagePort, keeper: CacheKeeper | undefined) {
    this.#port = port;
    this.#keeper = keeper;
  }

  onSources(sources: readonly Source[], failures: readonly string[]): void {
    this.#keeper?.setSources(sources);
    this.#post({ kind: 'sources', sources, failures });
  }

  onPaths({ key }: Source, paths: readonly string[]): void {
    this.#keeper?.setPaths(key, paths);
    this.#post({ kind: 'paths', source: key, paths: joinTexts(paths) });
  }

  onFile({ key }: Source, file: IndexedFile): void {
    this.#source = key;
    this.#files.push(file);
  }

  onGone({ key }: Source, gone: string): void {
    this.#source = key;
    this.#gone.push(gone);
  }

  onProgress({ key }: Source, progress: IndexProgress): void {
    this.#source = key;
    this.#progress = progress;
    if (this.#files.length >= mostFiles || performance.now() - this.#sentAt > mostMs) this.#flush();
  }

  onEnd({ key }: Source): void {
    this.#flush();
    this.#post({ kind: 'end', source: key });
  }

  done(problem?: string): void {
    this.#flush();
    this.#post({ kind: 'done', ...(problem === undefined ? {} : { problem }) });
  }

  #flush(): void {
    this.#sentAt = performance.now();
    const progress = this.#progress;
    if (this.#files.length === 0 && this.#gone.length === 0 && !progress) return;
    const files = packFiles(this.#files);
    if (this.#files.length > 0 || this.#gone.length > 0) this.#keeper?.add(this.#source, files.slice(0), this.#gone);
    const reply: LookReply = {
      kind: 'files',
      source: this.#source,
      files,
      gone: this.#gone,
      ...(progress && { progress }),
    };
    this.#files = [];
    this.#gone = [];
    this.#progress = undefined;
    this.#port.postMessage(reply, [files]);
  }

  #post(reply: LookReply): void {
    this.#port.postMessage(reply);
  }
}
