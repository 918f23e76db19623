import * as vscode from 'vscode';
import type { KnownIds } from '../core/citations/knownIds';
import type { Finding } from '../core/finding';
import { LayeredMap } from '../core/reviews/layeredMap';
import { Library, type Source } from '../core/reviews/library';
import { LibrarySearch } from '../core/reviews/search';
import { adoptTexts } from '../indexing/adoptTexts';
import { type Debounced, debounce } from '../indexing/debounce';
import { type FileLook, type IndexProgress, lookOfRules } from '../indexing/indexSource';
import { type LibraryLooker, type LibraryRoot, type LookListener, lookAtLibrary } from '../indexing/lookAtLibrary';
import { openNames } from '../indexing/namePack';
import { inSlices, startPace, turnForOthers } from '../indexing/pace';
import type { TextSegments } from '../indexing/textIndexer';
import { libraryRoots } from './libraryRoots';
import { LiveNames } from './liveNames';
import type { Log } from './log';
import { OpenReviews } from './openReviews';
import { onSettingChange } from './settings';
import { watchForSources, watchHead, watchSource } from './watchSources';
import { whileInFront } from './whileInFront';

/** `none`: no folder holds reviews; `failed`: what the settings name cannot be read. */
export type LibraryState = 'searching' | 'none' | 'indexing' | 'ready' | 'failed';

/** How a file looked that is to be read again. */
const notLookedAt = { mtime: -1, size: -1 };

/** ms of quiet before files that changed are looked at again, and the most that a steady stream of changes can hold that up. */
const quiet = 300;
const most = 2000;

/** The library of this window: found, read and kept fresh. */
export class LiveLibrary implements vscode.Disposable {
  readonly library = new Library();
  /** Finds reviews and passages of the library; whoever searches shares it. */
  readonly search = new LibrarySearch(this.library);
  readonly #names = new LiveNames(this.library);
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #openReviews: OpenReviews;
  /** How files looked when they were read, and the paths of all there are, by the key of their source. */
  readonly #seen = new Map<string, LayeredMap<FileLook>>();
  readonly #paths = new Map<string, readonly string[]>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #own: vscode.Disposable[] = [];
  readonly #update: Debounced;
  #state: LibraryState = 'searching';
  /** How far the reading of each source is, by its key. */
  readonly #far = new Map<string, IndexProgress>();
  #running: Promise<void> | undefined;
  #prepared = Promise.resolve();
  /** Whether the library is to be looked at once more, after the look that is going on. */
  #isStale = false;
  #isStopped = false;
  #isRereading = false;
  #isGoingOn = false;
  #failure: string | undefined;
  /** What was told last, of all that {@link onDidChange} tells when a look is over. */
  #told = '';
  #abort = new AbortController();
  #worker: LibraryLooker | undefined;

  /** `worker` reads the library in a thread of its own, where there is such; it is ended with the library. */
  constructor(log: Log, worker?: LibraryLooker) {
    this.#log = log;
    this.#worker = worker;
    if (worker) worker.onTexts = (texts, areKept) => void this.#takeTexts(texts, areKept);
    this.#openReviews = new OpenReviews(
      this.library,
      () => void this.#names.collect().then(() => this.#changed.fire()),
      ({ key, source }) => {
        this.#seen.get(source)?.set(key, notLookedAt);
        this.#update();
      },
      (source) => this.#paths.get(source) ?? [],
    );
    this.#update = debounce(() => void this.refresh(), quiet, most);
    this.#own.push(
      this.#changed,
      this.#openReviews,
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.refresh()),
      onSettingChange(['precedent.sources', 'precedent.idPatterns'], () => void this.refresh()),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && !this.#isStopped && this.#update()),
      watchForSources(() => this.#update()),
      watchHead(() => this.#update()),
      whileInFront(() => !this.#isStopped && this.#update()),
    );
  }

  /** Fires when reviews, the state or the progress changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** Whether reviews are being found and read for the first time: what is not known now may be known in a moment. */
  get isReading(): boolean {
    return this.#state === 'searching' || this.#state === 'indexing';
  }

  /** Whether all reviews are here that the last look found: neither is one for the first time going on, nor was it stopped. */
  get isWhole(): boolean {
    return !this.isReading && !this.#isStopped && !this.#isGoingOn;
  }

  /** What is to be said about sources, files and their rules, in the order of their paths. */
  get problems(): readonly Finding[] {
    return [...this.library.problems, ...this.known.findings];
  }

  /** Why a source that the settings name could not be read, in a sentence for people. Other sources may be there all the same. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether all reviews are being read: for the first time, once more, or the rest of them after that was stopped. */
  get isReadingAll(): boolean {
    return this.isReading || (this.isRereading && !this.#isStopped);
  }

  /** How far the reading is, while it goes on, and when it was stopped. Neither number falls when somebody goes on. */
  get progress(): IndexProgress | undefined {
    if (this.#far.size === 0) return undefined;
    const all = [...this.#far.values()];
    return {
      done: all.reduce((sum, { done }) => sum + done, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
    };
  }

  /** All names of incidents in the library; while it is being read, in the library as it was a moment ago. */
  get known(): KnownIds {
    return this.#names.ids(this.#running !== undefined);
  }

  /**
   * Looks for sources again and reads what changed. Calls during a run lead to one further run; the promise
   * ends when nothing is left to do.
   */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#isGoingOn ||= this.#isStopped;
    this.#isStopped = false;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends when reviews are no longer being read for the first time, which the user may have stopped. */
  async whenRead(): Promise<void> {
    while (this.isReading && this.#running) await this.#running;
  }

  /** Ends when {@link isReadingAll} does. */
  async whenAllRead(): Promise<void> {
    while (this.isReadingAll && this.#running) await this.#running;
  }

  /** Reads everything again, whatever was read before. */
  async reread(): Promise<void> {
    for (const seen of this.#seen.values()) forgetLooks(seen);
    this.#isRereading = true;
    this.#isStopped = false;
    this.#isGoingOn = false;
    this.#changed.fire();
    await this.refresh();
  }

  /** Ends when a story takes no more than its own file to read. Who does not wait for that has all files sorted in one go. */
  whenStoriesPrepared(): Promise<void> {
    return this.#prepared;
  }

  /**
   * Whether everything is being read once more, since somebody wants it so, and was not until its end, also where that was stopped; or the rest is
   * being read of what was stopped. What was known answers meanwhile.
   */
  get isRereading(): boolean {
    return this.#isRereading || this.#isGoingOn;
  }

  /** Forgets what was kept for the next start, and reads everything again. */
  async rebuild(): Promise<void> {
    this.#isRereading = true;
    this.#abortLook();
    await this.#running;
    try {
      this.#worker?.forget();
    } catch (error) {
      // What stays is compared with the files at the next start, as ever.
      this.#log.error(error instanceof Error ? error : String(error));
    }
    await this.reread();
  }

  /** Whether the user has ended the last reading before all was read. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Ends the reading that is going on; what was read stays, and the rest is read when the library is next refreshed. */
  stop(): void {
    if (!this.#running) return;
    this.#isStopped = true;
    this.#isGoingOn = false;
    this.#abortLook();
    this.#changed.fire();
  }

  #abortLook(): void {
    this.#isStale = false;
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  dispose(): void {
    this.stop();
    this.#worker?.dispose();
    this.#update.cancel();
    for (const each of [...this.#own, ...this.#watchers.values()]) each.dispose();
  }

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      if (!this.#isGoingOn) this.#far.clear();
      const { signal } = this.#abort;
      const isReread = this.#isRereading;
      try {
        await this.#readAll(signal, isReread);
      } catch (error) {
        this.#log.error(error instanceof Error ? error : String(error));
        this.#endReading(signal, isReread);
        this.#become(this.library.count > 0 ? 'ready' : 'failed');
      }
    }
  }

  /** All was read of what was to be, unless that was stopped, or is wanted once more by now. */
  #endReading({ aborted }: AbortSignal, isReread: boolean): void {
    if (aborted) return;
    this.#far.clear();
    this.#isGoingOn = false;
    if (isReread) this.#isRereading = false;
  }

  async #readAll(signal: AbortSignal, isReread: boolean): Promise<void> {
    const { roots, refusal } = libraryRoots();
    // The extension was composed in this turn.
    if (this.#state === 'searching') await turnForOthers();
    if (this.#state === 'searching' && (await this.#recall(roots))) {
      await this.#names.collect();
      this.#become('ready');
      // Citations can be told by now; nobody who asks for all reviews is to wait for them to be made in one go.
      await inSlices(this.library.making(), startPace());
      this.#prepareStories();
    }
    let failures: readonly string[] = [];
    const listener = this.#listener();
    await this.#look(
      roots,
      {
        ...listener,
        onSources: (sources, failed) => {
          failures = failed;
          this.#failure = failures.at(-1) ?? refusal;
          for (const failure of failures) this.#log.warn(failure);
          listener.onSources(sources, failed);
          if (sources.length > 0 && this.#state !== 'ready') this.#become('indexing');
        },
        onPaths: (source, paths, areKnown) => {
          listener.onPaths(source, paths, areKnown);
          this.#prepareStories();
        },
      },
      signal,
    );
    await this.#names.collect();
    this.#endReading(signal, isReread);
    const sources = this.library.sources.length;
    if (sources === 0) {
      this.#become(failures.length > 0 ? 'failed' : 'none');
      return;
    }
    this.#become('ready');
    await inSlices(this.library.making(), startPace());
    this.#log.info(`${this.library.count} reviews in ${sources} sources.`);
  }

  /** Takes what is found into the library. */
  #listener(): LookListener {
    let shown = Date.now();
    return {
      onSources: (sources) => this.#setSources(sources),
      onPaths: ({ key }, paths) => this.#paths.set(key, paths),
      onFile: ({ key: source }, { key, file, reading, look }) => {
        this.#seen.get(source)?.set(key, look);
        this.library.set(key, source, reading);
        if (file) this.#openReviews.remember(file);
        else this.#openReviews.forget(key);
      },
      onFiles: ({ key: source }, { readings, looks, files }) => {
        this.#seen.get(source)?.setAll(looks);
        this.library.setAll(source, readings);
        this.#openReviews.rememberAll(files);
      },
      onGone: ({ key: source }, key) => {
        this.#seen.get(source)?.delete(key);
        this.library.delete(key);
        this.#openReviews.forget(key);
      },
      onProgress: ({ key }, { done, total }) => {
        const before = this.#far.get(key) ?? { done: 0, total: 0 };
        this.#far.set(key, { done: Math.max(done, before.done), total: Math.max(total, before.total) });
        if (Date.now() - shown < 250) return;
        shown = Date.now();
        this.#names.keepUp();
        this.#changed.fire();
      },
      onEnd: (source) => {
        this.#seen.get(source.key)?.set(...lookOfRules(source, this.#paths.get(source.key)));
        this.#openReviews.readAgain();
      },
      onNames: (packed, files) => {
        // They are those of the files as they are on disk.
        const names = this.#openReviews.areEdited ? undefined : openNames(packed, this.library, files);
        if (names) this.#names.take(names);
      },
    };
  }

  /** Begins with the library as it was when it was last looked at; false where that is not known. */
  async #recall(roots: readonly LibraryRoot[]): Promise<boolean> {
    const isKnown = (await this.#worker?.recall(roots, this.#listener())) === true;
    return isKnown && this.library.sources.length > 0;
  }

  /** Where what was kept leaves too many reviews without full text, all of it is made anew. */
  async #takeTexts(texts: TextSegments, areKept: boolean): Promise<void> {
    const { library, search } = this;
    const missing = await adoptTexts(texts, { library, search, lookOf: (key) => this.#lookOf(key) });
    if (!areKept || missing <= Math.max(500, library.count / 5)) return;
    this.#worker?.wantTexts();
    this.#update();
  }

  #lookOf(key: string): FileLook | undefined {
    for (const seen of this.#seen.values()) {
      const look = seen.get(key);
      if (look) return look;
    }
    return undefined;
  }

  #prepareStories(): void {
    const worker = this.#worker;
    if (worker) this.#prepared = this.#prepared.then(() => inSlices(worker.preparing(), startPace()));
  }

  /** In the worker where that can be, else, and where the worker fails, here in slices. */
  async #look(roots: readonly LibraryRoot[], listener: LookListener, signal: AbortSignal): Promise<void> {
    const worker = this.#worker?.canLookAt(roots) ? this.#worker : undefined;
    try {
      if (worker) return await worker.look(roots, this.#seen, listener, signal);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#worker = undefined;
    }
    await lookAtLibrary(roots, this.#seen, listener, signal);
  }

  #setSources(sources: readonly Source[]): void {
    this.#forgetAllBut(new Set(sources.map(({ key }) => key)));
    for (const source of sources) {
      const { key } = source;
      if (!this.#seen.has(key)) this.#seen.set(key, new LayeredMap());
      this.library.setSource(source);
      if (!this.#watchers.has(key))
        this.#watchers.set(
          key,
          watchSource(key, () => this.#update()),
        );
    }
  }

  #forgetAllBut(keys: ReadonlySet<string>): void {
    for (const { key } of this.library.sources) {
      if (keys.has(key)) continue;
      this.library.deleteSource(key);
      this.#seen.delete(key);
      this.#paths.delete(key);
      this.#watchers.get(key)?.dispose();
      this.#watchers.delete(key);
    }
  }

  /** Tells of a state only where it, or the library, is another than was told last: a look that found nothing new stays quiet. */
  #become(state: LibraryState): void {
    const told = `${state} ${this.library.version} ${this.#isStopped} ${this.isRereading} ${this.#failure}`;
    this.#state = state;
    if (this.#told === told) return;
    this.#told = told;
    this.#changed.fire();
  }
}

/** Forgets how files looked, so that they are read again; not that they were there, so that those gone since are noticed. */
function forgetLooks(seen: LayeredMap<FileLook>): void {
  for (const key of [...seen.keys()]) seen.set(key, notLookedAt);
}
