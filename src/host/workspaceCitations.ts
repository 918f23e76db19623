import * as vscode from 'vscode';
import { type CitationContext, citationContext } from '../core/citations/citationContext';
import { CitationIndex, type IndexedCitation } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';
import type { CitingSentence } from '../core/wording/card';
import { citingSentences, type PlaceShown } from '../core/wording/citingSentences';
import type { GatheringProgress } from '../indexing/citationGatherer';
import { type Debounced, debounce } from '../indexing/debounce';
import type { Gatherer } from '../indexing/gatherer';
import type { SkippedFile } from '../indexing/treeListing';
import { withText } from '../indexing/withText';
import { followFiles } from './followFiles';
import { gatheredRoots, onRootsChange } from './gatheredRoots';
import type { InstalledLanguages } from './installedLanguages';
import type { LiveLibrary } from './liveLibrary';
import type { Log } from './log';
import { fileSystemOf, toKey, toUri } from './places';
import { gatherHere, type StartGatherer } from './startGatherer';
import type { TrackedCitations } from './trackedCitations';

/** `waiting`: there is no library, or it is not read; `stopped`: the user ended the search, or the reading before it; what was found stays. */
export type GatheringState = 'waiting' | 'gathering' | 'ready' | 'stopped';

/** ms of quiet before what changed is looked at, and the most that a steady stream of changes can hold that up. */
const quiet = 300;
const most = 2000;

/** ms between two words about how far it is; and how long a look after a change, which most often finds next to nothing, may take without one. */
const msBetweenWords = 250;
const msBeforeWords = 1000;

/**
 * Every citation of the workspace, gathered in the background once the library is read, and kept fresh: by what is saved, typed, made,
 * moved and deleted, when a branch is switched, and by a look at everything when the window gets the focus again.
 *
 * References, cards, This File, the story and rename ask the same object, so they cannot disagree.
 */
export class WorkspaceCitations implements vscode.Disposable {
  readonly index = new CitationIndex();
  readonly #library: LiveLibrary;
  readonly #languages: InstalledLanguages;
  readonly #log: Log;
  readonly #gatherer: Gatherer & vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #update: Debounced;
  readonly #own: vscode.Disposable[];
  #state: GatheringState = 'waiting';
  #isInPart = true;
  #running: Promise<void> | undefined;
  /** The search that was stopped last, which may not be over yet: there is one at a time. */
  #stopped: Promise<void> | undefined;
  #abort = new AbortController();
  /** Ends a run for as long as reviews are read. */
  #pause: AbortController | undefined;
  /** How far the search is that goes on, or was stopped: from then on it goes on. */
  #progress: GatheringProgress | undefined;
  #told = '';
  #toldAt = 0;
  /** Whether somebody waits for the search, and is told at once how far it is. */
  #isAskedFor = false;

  constructor(
    library: LiveLibrary,
    citations: TrackedCitations,
    languages: InstalledLanguages,
    log: Log,
    start: StartGatherer = gatherHere,
  ) {
    this.#library = library;
    this.#languages = languages;
    this.#log = log;
    this.#gatherer = start(this.index, languages.all, library.known);
    this.#update = debounce(() => void this.#gatherMore(), quiet, most);
    this.#setRoots();
    const setRoots = () => {
      this.#isInPart = true;
      this.#setRoots();
      this.#tell();
      this.#update();
    };
    this.#own = [
      this.#changed,
      onRootsChange(setRoots),
      languages.onDidChange(setRoots),
      library.onDidChange(() => this.#followLibrary()),
      followFiles(this.#gatherer, citations, () => this.#update()),
      this.#gatherer,
    ];
  }

  /** Fires when citations, the state or the progress changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get state(): GatheringState {
    return this.#state === 'waiting' && this.#library.isStopped ? 'stopped' : this.#state;
  }

  /**
   * Whether what is known may lack places since not all files were searched: until they were for the first time, and after a search that was
   * stopped. A later look for what has changed takes nothing from it.
   */
  get isInPart(): boolean {
    return this.#isInPart;
  }

  /** How many files were looked at of how many, while it goes on, and when it was stopped. Neither falls before it is over. */
  get progress(): GatheringProgress | undefined {
    const isPending = this.#state === 'gathering' || this.#state === 'stopped';
    return isPending ? (this.#progress ?? this.#gatherer.progress) : undefined;
  }

  /** What was not looked at, and why, by path. */
  get skipped(): readonly (SkippedFile & { readonly place: vscode.Uri })[] {
    return this.#gatherer.skipped.map((each) => ({ ...each, place: toUri(each.place) }));
  }

  /** Where a review is cited: design documents first, then code, then reviews; within these in the order of paths. What is known now. */
  of(review: Pick<ReviewDocument, 'key' | 'id'>): readonly IndexedCitation[] {
    return this.index.of(review);
  }

  /** What other documents say of a review, a sentence or two for its card; of several, nothing. `except` is where the card is shown. */
  sentencesOn(reviews: readonly ReviewDocument[], except?: PlaceShown): readonly CitingSentence[] {
    const [review, ...others] = reviews;
    if (!review || others.length > 0) return [];
    return citingSentences(review, this.of(review), this.#library.library, except);
  }

  /** The lines around a citation, as the editor or the file has them now; nothing where it no longer stands there, or cannot be read. */
  async context(indexed: IndexedCitation): Promise<CitationContext | undefined> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => toKey(uri) === indexed.file);
    const text = open?.getText() ?? (await this.#textOf(indexed));
    return text === undefined ? undefined : citationContext(indexed, text, this.#library.library);
  }

  /** Whether a review is cited anywhere but where its card is shown; yes where that is not known, since not all files were searched. */
  isCitedElsewhere(review: ReviewDocument, except?: PlaceShown): boolean {
    if (this.#state === 'gathering' || this.#isInPart) return true;
    return this.of(review).some(({ file, start }) => file !== except?.file || start !== except.start);
  }

  /** What stands in a file that the library or an editor names by this key, in order. What is known now. */
  in(file: string): readonly IndexedCitation[] {
    return this.index.in(file);
  }

  /**
   * Gathers what is not gathered yet, without waiting for quiet; ends when everything is known, or when the user stops it. Where the user
   * has stopped it, or there is no library, it ends at once.
   */
  gather(): Promise<void> {
    if (this.#state === 'stopped') return Promise.resolve();
    this.#running ??= this.#begin();
    return this.#running;
  }

  /** Ends a search that is going on; what was found stays. */
  stop(): void {
    if (!this.#running) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#isInPart = true;
    this.#stopped = this.#running;
    this.#running = undefined;
    this.#become('stopped');
  }

  /** Searches the rest, where the user had stopped it. */
  goOn(): Promise<void> {
    if (this.#state === 'stopped') this.#state = 'waiting';
    this.#isAskedFor = true;
    return this.gather();
  }

  /** Looks everywhere again, also where the user had stopped it. */
  gatherAgain(): Promise<void> {
    this.lookEverywhere();
    return this.goOn();
  }

  /** Has the next search look everywhere. */
  lookEverywhere(): void {
    this.#gatherer.lookEverywhere();
  }

  dispose(): void {
    this.#abort.abort();
    this.#update.cancel();
    for (const each of this.#own) each.dispose();
  }

  /** While all reviews are read, no file is searched for names that are about to change; one thing goes on at a time, and is stopped by itself. */
  #followLibrary(): void {
    if (this.#library.isReadingAll) this.#pause?.abort();
    this.#tell();
    this.#update();
  }

  /** After a change: not before all reviews are read, and not where there is nothing to do. */
  async #gatherMore(): Promise<void> {
    if (this.#state === 'stopped' || this.#library.isReadingAll || this.#library.isStopped) return;
    this.#gatherer.setKnown(this.#library.known);
    if (this.#gatherer.isBehind) await this.gather();
  }

  #begin(): Promise<void> {
    const running = this.#gather(this.#abort.signal).finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }

  async #gather(signal: AbortSignal): Promise<void> {
    await this.#stopped;
    await this.#library.whenAllRead();
    const isFirst = this.#state !== 'ready';
    if (signal.aborted || (isFirst && this.#library.library.count === 0)) return;
    const begun = Date.now();
    if (this.#isAskedFor) this.#progress ??= { done: 0, total: 0, skipped: this.#gatherer.progress.skipped };
    if (isFirst || this.#isAskedFor) this.#become('gathering');
    const step = () => {
      const isSoon = Date.now() - Math.max(begun, this.#toldAt) < msBetweenWords;
      const isShort = !isFirst && !this.#isAskedFor && Date.now() - begun < msBeforeWords;
      if (signal.aborted || isSoon || isShort) return;
      this.#progress = further(this.#progress, this.#gatherer.progress);
      this.#become('gathering');
    };
    try {
      do {
        await this.#library.whenAllRead();
        if (signal.aborted) return;
        this.#gatherer.setKnown(this.#library.known);
        this.#pause = new AbortController();
        await this.#gatherer.run(AbortSignal.any([signal, this.#pause.signal]), step);
      } while (!signal.aborted && this.#gatherer.isBehind);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
    if (signal.aborted) return;
    this.#isInPart = false;
    this.#progress = undefined;
    this.#isAskedFor = false;
    this.#become('ready');
    if (isFirst) this.#log.info(`Citations in ${this.index.files.length} files, in ${Date.now() - begun} ms.`);
  }

  async #textOf({ file, citation: { path } }: IndexedCitation): Promise<string | undefined> {
    const asked = { visit: async (text: string) => text, left: () => undefined };
    return withText<string | undefined>(fileSystemOf(file), { place: file, path }, asked);
  }

  #setRoots(): void {
    this.#gatherer.setRoots(gatheredRoots(), this.#languages.all);
  }

  #become(state: GatheringState): void {
    this.#state = state;
    this.#tell();
  }

  /** Only where something is another than was told last: a look that found nothing new stays quiet. */
  #tell(): void {
    const told = `${this.state} ${this.#isInPart} ${this.index.version} ${JSON.stringify(this.progress)}`;
    if (this.#told === told) return;
    this.#told = told;
    this.#toldAt = Date.now();
    this.#changed.fire();
  }
}

/** How far a search is that was as far as `before`: nothing is taken back that was told, where files are looked at once more. */
function further(before: GatheringProgress | undefined, now: GatheringProgress): GatheringProgress {
  const { done, total } = before ?? { done: 0, total: 0 };
  if (now.listed !== undefined) return { ...now, done, total };
  const most = Math.max(total, now.total);
  return { ...now, total: most, done: Math.min(most, Math.max(done, now.done)) };
}
