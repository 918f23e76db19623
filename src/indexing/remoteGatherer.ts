import type { CitationIndex, IndexedCitation } from '../core/citations/citationIndex';
import { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { isHiddenAt } from '../core/reviews/sectionsAround';
import type { Steps } from '../core/steps';
import { CitationGatherer, type GatheredRoot, type GatheringProgress } from './citationGatherer';
import type { Gatherer } from './gatherer';
import {
  type FoundInFile,
  type FromGatherer,
  fromBytes,
  type LibraryChange,
  type NamedReview,
  type Port,
  type SkippedFiles,
  type ToGatherer,
  type ToldRoot,
  toBytes,
} from './gatheringMessages';
import { pathBelow } from './isInside';
import { inSlices, startPace } from './pace';
import { scanFile } from './scanFile';
import { type OpenFile, scanOpen } from './scanOpen';
import { toIndexed } from './toIndexed';
import { toNamed } from './toldWorld';

/** What a {@link RemoteGatherer} is made with. */
export interface RemoteOptions {
  readonly languages: Languages;
  readonly known: KnownIds;
  readonly port: Port<FromGatherer, ToGatherer>;
  /** Whether the other thread can read what is in a folder. */
  readonly canRead: (root: GatheredRoot) => boolean;
  /** Is told when everything is gathered here from now on, and why. */
  readonly onLost: (reason: string) => void;
}

interface Run {
  readonly number: number;
  /** How many messages had been posted when it began. */
  readonly posted: number;
  readonly onStep: () => void;
  readonly end: (error?: Error) => void;
}

/** What a library has become since it was told last. */
interface Changed {
  readonly library: Library;
  /** By the keys of their files. */
  readonly reviews: ReadonlyMap<string, readonly ReviewDocument[]>;
  /** Each a {@link LibraryChange} of some files; none where none changed. */
  readonly changes: readonly Uint8Array<ArrayBuffer>[];
  /** Files that hold several reviews, or did. */
  readonly severalIn: readonly (readonly [key: string, holdsSeveral: boolean])[];
}

/** Files of which the other thread is told at once, and which are put into words in one step. */
const mostInChange = 256;

/**
 * Brings an index of citations up to date as a {@link CitationGatherer} does, which runs in another thread; what it finds arrives in small
 * parts. What stands in editors, and files of more than one review, are looked at here.
 *
 * The other thread is told of nothing before the first run. Where it is lost, or cannot read a folder, everything is gathered here.
 */
export class RemoteGatherer implements Gatherer {
  readonly #index: CitationIndex;
  readonly #port: Port<FromGatherer, ToGatherer>;
  readonly #canRead: RemoteOptions['canRead'];
  readonly #onLost: RemoteOptions['onLost'];
  readonly #open = new Map<string, () => OpenFile | undefined>();
  /** Files that are to be looked at here. */
  readonly #ours = new Set<string>();
  readonly #skippedHere = new Map<string, string>();
  #local: CitationGatherer | undefined;
  #roots: readonly GatheredRoot[] = [];
  #languages: Languages;
  #known = new KnownIds(new Library());
  /** Of what the other thread was told; nothing before the first run. */
  #told: KnownIds | undefined;
  #reviews: ReadonlyMap<string, readonly ReviewDocument[]> = new Map();
  #sources = '[]';
  #progress: GatheringProgress = { done: 0, total: 0, skipped: 0 };
  #skipped: Uint8Array | SkippedFiles = [];
  #hints: string[] = [];
  #posted = 0;
  #isBehind = false;
  #run: Run | undefined;

  constructor(index: CitationIndex, { languages, known, port, canRead, onLost }: RemoteOptions) {
    this.#index = index;
    this.#languages = languages;
    this.#port = port;
    this.#canRead = canRead;
    this.#onLost = onLost;
    port.onMessage((message) => this.#take(message));
    port.onLost((reason) => this.#gatherHere(reason));
    this.setKnown(known);
  }

  get isBehind(): boolean {
    return this.#local?.isBehind ?? (this.#isBehind || this.#told !== this.#known || this.#ours.size > 0);
  }

  get progress(): GatheringProgress {
    return this.#local?.progress ?? this.#progress;
  }

  get skipped(): SkippedFiles {
    if (this.#local) return this.#local.skipped;
    if (this.#skipped instanceof Uint8Array) this.#skipped = fromBytes<SkippedFiles>(this.#skipped);
    if (this.#skippedHere.size === 0) return this.#skipped;
    const here = [...this.#skippedHere].map(([place, reason]) => ({
      place,
      path: this.#placed(place)?.path ?? '',
      reason,
    }));
    return [...this.#skipped, ...here].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  setRoots(roots: readonly GatheredRoot[], languages: Languages): void {
    this.#roots = roots;
    this.#languages = languages;
    if (!roots.every(this.#canRead)) this.#gatherHere('some folders are read through the editor');
    if (this.#local) this.#local.setRoots(roots, languages);
    else this.#tellRoots();
  }

  setKnown(known: KnownIds): void {
    if (this.#known === known) return;
    this.#known = known;
    this.#local?.setKnown(known);
  }

  /** Tells what became of the library; at the first run, which lists everything anyway, all there is to know. In slices, as libraries may be large. */
  async #tellKnown(): Promise<void> {
    while (!this.#local && this.#told !== this.#known) {
      const known = this.#known;
      const { library } = known;
      const { version } = library;
      const change = await inSlices(this.#changing(library), startPace());
      if (known !== this.#known || version !== library.version) continue;
      const isFirst = this.#told === undefined;
      this.#told = known;
      if (isFirst) this.#tellRoots();
      this.#tell(change);
      if (isFirst) for (const place of this.#open.keys()) this.#post({ kind: 'theirs', place, isTheirs: true });
    }
  }

  #tellRoots(): void {
    if (!this.#told) {
      this.#isBehind = true;
      return;
    }
    const roots = this.#roots.map((root) => toTold(root, this.#languages));
    this.#post({ kind: 'roots', roots, marks: this.#languages.marks });
  }

  /** What changed in the library since it was told last, in steps. */
  *#changing(library: Library): Steps<Changed> {
    const before = this.#reviews;
    const reviews = new Map<string, readonly ReviewDocument[]>();
    const changes: Uint8Array<ArrayBuffer>[] = [];
    let files: [string, NamedReview[]][] = [];
    const severalIn: [string, boolean][] = [];
    const compare = (key: string, is: readonly ReviewDocument[]) => {
      const was = before.get(key) ?? none;
      if (was === is) return;
      files.push([key, is.map(toNamed)]);
      if (was.length > 1 || is.length > 1) severalIn.push([key, is.length > 1]);
      if (files.length < mostInChange) return;
      changes.push(toBytes({ files } satisfies LibraryChange));
      files = [];
    };
    let count = 0;
    for (const [key, found] of library.files) {
      if (count++ % 64 === 63) yield;
      reviews.set(key, found);
      compare(key, found);
    }
    for (const key of before.keys()) if (!reviews.has(key)) compare(key, none);
    if (files.length > 0) changes.push(toBytes({ files } satisfies LibraryChange));
    return { library, reviews, changes, severalIn };
  }

  #tell({ library, reviews, changes, severalIn }: Changed): void {
    for (const [place, holdsSeveral] of severalIn)
      this.#post({ kind: 'theirs', place, isTheirs: holdsSeveral || this.#open.has(place) });
    this.#reviews = reviews;
    const sources = JSON.stringify(library.sources.map(({ findings, ...source }) => source));
    if (changes.length === 0 && this.#sources === sources) return;
    this.#sources = sources;
    const all = [toBytes({ sources: library.sources, files: [] } satisfies LibraryChange), ...changes];
    this.#post(
      { kind: 'library', changes: all },
      all.map(({ buffer }) => buffer),
    );
  }

  hint(place: string): void {
    if (this.#local) {
      this.#local.hint(place);
      return;
    }
    this.#isBehind = true;
    if (this.#told) this.#hints.push(place);
  }

  /** Hints come by the thousand: they are told in one message. */
  #tellHints(): void {
    if (this.#hints.length === 0) return;
    const places = this.#hints;
    this.#hints = [];
    this.#post({ kind: 'hints', places });
  }

  lookEverywhere(): void {
    if (this.#local) this.#local.lookEverywhere();
    else this.#post({ kind: 'lookEverywhere' });
  }

  setOpen(place: string, read: (() => OpenFile | undefined) | undefined): void {
    if (read) this.#open.set(place, read);
    else if (!this.#open.delete(place)) return;
    if (this.#local) this.#local.setOpen(place, read);
    else this.#post({ kind: 'theirs', place, isTheirs: read !== undefined || this.#holdsSeveral(place) });
  }

  async run(signal: AbortSignal, onStep: () => void): Promise<void> {
    if (!this.#local) await this.#runThere(signal, onStep);
    // The other thread may have been lost meanwhile.
    await (this.#local ? this.#local.run(signal, onStep) : this.#lookHere(signal));
  }

  async #runThere(signal: AbortSignal, onStep: () => void): Promise<void> {
    await this.#tellKnown();
    if (this.#local || signal.aborted) return;
    this.#tellHints();
    const stop = () => this.#port.post({ kind: 'stop' });
    signal.addEventListener('abort', stop);
    try {
      await new Promise<void>((resolve, reject) => {
        const number = (this.#run?.number ?? 0) + 1;
        this.#run = { number, posted: this.#posted, onStep, end: (error) => (error ? reject(error) : resolve()) };
        this.#port.post({ kind: 'run', run: number });
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  dispose(): void {
    this.#port.close();
  }

  #post(message: ToGatherer, transfer?: readonly ArrayBuffer[]): void {
    this.#isBehind = true;
    if (!this.#told) return;
    this.#posted++;
    this.#port.post(message, transfer);
  }

  #take(message: FromGatherer): void {
    const run = this.#run;
    if (message.kind === 'found') {
      for (const file of fromBytes<readonly FoundInFile[]>(message.files)) this.#takeFile(file);
    } else if (message.kind === 'progress') {
      this.#progress = message.progress;
      run?.onStep();
    } else if (run?.number === message.run) {
      if (message.kind === 'failed') {
        run.end(new Error(message.message));
        return;
      }
      if (message.skipped) this.#skipped = message.skipped;
      this.#isBehind = message.isBehind || this.#posted !== run.posted || this.#hints.length > 0;
      run.end();
    }
  }

  #takeFile([place, found]: FoundInFile): void {
    if (found === 'theirs') {
      this.#ours.add(place);
      return;
    }
    this.#ours.delete(place);
    this.#skippedHere.delete(place);
    this.#index.set(place, found === 'none' ? [] : this.#withoutHidden(place, found));
  }

  /** The other thread does not know what stands under which heading. */
  #withoutHidden(place: string, found: readonly IndexedCitation[]): readonly IndexedCitation[] {
    const reviews = this.#known.library.in(place);
    if (reviews.length === 0) return found;
    return found.filter(({ start }) => !reviews.some((review) => isHiddenAt(review, start)));
  }

  async #lookHere(signal: AbortSignal): Promise<void> {
    const pace = startPace();
    for (const place of this.#ours) {
      await pace();
      if (signal.aborted) return;
      this.#ours.delete(place);
      const placed = this.#placed(place);
      if (!placed || !(this.#open.has(place) || this.#holdsSeveral(place))) continue;
      const file = { place, path: placed.path };
      const { fileSystem, matchIn } = placed.root;
      const [known, languages] = [this.#known, this.#languages];
      const scan = this.#open.has(place)
        ? await scanOpen(this.#open.get(place)?.(), file, known, pace)
        : await scanFile(fileSystem, file, { languages, known, matchIn, pace });
      // Meanwhile it may have been told of again.
      if (this.#ours.has(place) || scan === 'unconcerned') continue;
      if (scan.skipped === undefined) this.#skippedHere.delete(place);
      else this.#skippedHere.set(place, scan.skipped);
      this.#index.set(
        place,
        scan.citations.map((each) => toIndexed(place, each)),
      );
    }
  }

  /** The innermost of the folders in which a place lies, and its path there. */
  #placed(place: string): { readonly root: GatheredRoot; readonly path: string } | undefined {
    const all = this.#roots.flatMap((root) => {
      const path = pathBelow(root.place, place);
      return path === undefined ? [] : [{ root, path }];
    });
    return all.sort((a, b) => b.root.place.length - a.root.place.length)[0];
  }

  #holdsSeveral(place: string): boolean {
    return (this.#reviews.get(place)?.length ?? 0) > 1;
  }

  #gatherHere(reason: string): void {
    if (this.#local) return;
    this.#onLost(reason);
    this.#port.close();
    this.#index.clear();
    this.#local = new CitationGatherer(this.#index, this.#languages, this.#known);
    this.#local.setRoots(this.#roots, this.#languages);
    for (const [place, read] of this.#open) this.#local.setOpen(place, read);
    this.#run?.end();
  }
}

function toTold({ place, exclude, except, most, matchIn }: GatheredRoot, languages: Languages): ToldRoot {
  const ids = [...languages.ids, 'plaintext'];
  const inLanguages = Object.fromEntries(ids.map((id) => [id, matchIn(id)]));
  return { place, exclude, except: [...except], ...(most !== undefined && { most }), matchIn: inLanguages };
}

const none: readonly never[] = [];
