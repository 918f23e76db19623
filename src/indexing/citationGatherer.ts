import type { CitationIndex } from '../core/citations/citationIndex';
import type { MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ReviewDocument } from '../core/reviews/review';
import type { FileStat } from './fileSystem';
import type { Gatherer } from './gatherer';
import { pathBelow } from './isInside';
import { type Begun, type LookHere, LookingTogether, type SeenThere } from './lookingTogether';
import { type Pace, startPace } from './pace';
import { type FileScan, type Scanner, scanFile } from './scanFile';
import { type OpenFile, scanOpen } from './scanOpen';
import type { SecondReader } from './secondReader';
import { toIndexed } from './toIndexed';
import {
  type SkippedFile,
  saysWhatToLeave,
  type TreeChange,
  type TreeFile,
  TreeListing,
  type TreeRoot,
} from './treeListing';

/** What is told of the citations of each file. */
export type CitationSink = Pick<CitationIndex, 'set' | 'delete'>;

/** A folder whose citations are gathered. */
export interface GatheredRoot extends TreeRoot {
  /** Where citations count in a language; nothing for a language that is not known. */
  readonly matchIn: (languageId: string | undefined) => MatchIn;
}

/** How many files need nothing more, of all that are searched. */
export interface GatheringProgress {
  readonly done: number;
  readonly total: number;
  /** While files are being listed, how many were come upon so far: which are to be searched is known afterwards. */
  readonly listed?: number;
  /** Files and folders that are left alone, as far as is known. */
  readonly skipped: number;
}

/** When a file has to be read: `check`, if its time or size are others; `names`, also if it may hold one of those that changed; `read`, in any case. */
type Need = 'check' | 'names' | 'read';

/** A file that is searched, and what is known of it. */
interface GatheredFile {
  readonly root: GatheredRoot;
  readonly listing: TreeListing;
  readonly path: string;
  /** As they were when it was read last; -1 where it was not, or is not there. */
  mtime: number;
  size: number;
  /** Why it, or the rest of it, was left alone. */
  skipped: string | undefined;
  /** Whether it is being looked at; what is needed meanwhile is done afterwards. */
  isBusy: boolean;
  neededMeanwhile: Need | undefined;
}

/** A folder and the files to be searched in it. Where it is not listed, anything may have changed there. */
interface Listing {
  readonly root: GatheredRoot;
  readonly listing: TreeListing;
  isListed: boolean;
}

/** How many files are read at a time, where reading takes waiting. */
const atOnce = 16;

/** More hints than these are not followed one by one: everything is listed. */
const mostHints = 500;

const urgency: Readonly<Record<Need, number>> = { check: 0, names: 1, read: 2 };

/**
 * Brings an index of citations up to date with folders, with the library, and with what stands in editors.
 *
 * It is told what may have changed, and does nothing until it is run; a run that is stopped leaves the rest for the next one. Hints
 * may be lost, double or wrong: after `lookEverywhere` and a run, the index is what it would be had everything been gathered anew.
 */
export class CitationGatherer implements Gatherer {
  readonly #index: CitationSink;
  /** All files that are searched, by their places. */
  readonly #files = new Map<string, GatheredFile>();
  /** What is to be done in the next run: with which files, and at which places to look whether something came or went. */
  readonly #needs = new Map<string, Need>();
  readonly #hints = new Set<string>();
  /** What counts instead of files. */
  readonly #open = new Map<string, () => OpenFile | 'elsewhere' | undefined>();
  #listings: readonly Listing[] = [];
  #languages: Languages;
  #known: KnownIds;
  /** The reviews of each file of the library, by which one is known that was read anew. */
  #reviews: ReadonlyMap<string, readonly ReviewDocument[]> = new Map();
  /** Which texts the names may concern that have changed since all files were looked at. */
  #mayConcern: ((text: string) => boolean)[] = [];
  readonly #together: LookingTogether | undefined;
  /** Files that are being looked at. */
  #busy = 0;
  /** Files come upon while folders are being listed. */
  #listed: number | undefined;
  #skippedVersion = 0;
  #skippedFiles = 0;
  /** Nothing where it is to be counted anew. */
  #skippedInListings: number | undefined;

  /** With a second thread, that one looks through files, too, where there are many. */
  constructor(index: CitationSink, languages: Languages, known: KnownIds, second?: SecondReader) {
    this.#index = index;
    this.#languages = languages;
    this.#known = known;
    this.#together = second && new LookingTogether(second);
  }

  /** Whether a run would have anything to do. */
  get isBehind(): boolean {
    return this.#needs.size > 0 || this.#hints.size > 0 || this.#listings.some(({ isListed }) => !isListed);
  }

  /**
   * How far it is, over all files, whatever was done in which run: where it was stopped, it goes on from there. `done` falls where files are to be
   * looked at once more.
   */
  get progress(): GatheringProgress {
    const ahead = this.#together?.progress ?? { done: 0, total: 0 };
    const total = this.#files.size;
    const left = Math.min(total, this.#needs.size + this.#busy + ahead.total - ahead.done);
    this.#skippedInListings ??= this.#listings.reduce((sum, { listing }) => sum + listing.skipped.length, 0);
    const skipped = this.#skippedInListings + this.#skippedFiles;
    return { done: total - left, total, skipped, ...(this.#listed !== undefined && { listed: this.#listed }) };
  }

  /** Another number each time what is {@link skipped} may be something else. */
  get skippedVersion(): number {
    return this.#skippedVersion;
  }

  /** What is not looked at, and why, by path. */
  get skipped(): readonly (SkippedFile & { readonly place: string })[] {
    const files = [...this.#files].flatMap(([place, { path, skipped }]) =>
      skipped === undefined ? [] : [{ place, path, reason: skipped }],
    );
    const folders = this.#listings.flatMap(({ root, listing }) =>
      listing.skipped.map((each) => ({ ...each, place: root.fileSystem.join(root.place, each.path) })),
    );
    const all = [...folders, ...files];
    return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** Takes these folders, and these rules for reading them, in the place of all others. Everything is looked through again. */
  setRoots(roots: readonly GatheredRoot[], languages: Languages): void {
    this.#languages = languages;
    this.#together?.spoilAhead();
    this.#listings = roots.map((root) => ({ root, listing: new TreeListing(root), isListed: false }));
    this.#skippedVersion++;
    this.#skippedInListings = undefined;
    for (const [place, { root }] of this.#files) {
      const now = this.#listings.find((each) => each.root.place === root.place);
      if (now) this.#need(place, 'read');
      else this.#forget(place);
    }
  }

  /**
   * Takes the library as it is now. Files are looked at again where a name means something else than before, and reviews where they
   * were read anew; a sentence that changed in a review concerns that review alone.
   */
  setKnown(known: KnownIds): void {
    const before = this.#known;
    if (before === known) return;
    this.#known = known;
    this.#together?.spoilAhead();
    const reviews = new Map(
      known.library.reviews.map(({ key }) => [key, known.library.in(key)] as [string, readonly ReviewDocument[]]),
    );
    for (const key of new Set([...this.#reviews.keys(), ...reviews.keys()]))
      if (this.#reviews.get(key) !== reviews.get(key) && this.#files.has(key)) this.#need(key, 'read');
    this.#reviews = reviews;
    const change = known.meanings.changeFrom(before.meanings);
    if (change === 'none') return;
    if (change !== 'all') this.#mayConcern.push(change);
    for (const place of this.#files.keys()) this.#need(place, change === 'all' ? 'read' : 'names');
  }

  /** Something was made, changed or deleted at a place. */
  hint(place: string): void {
    this.#together?.noteChange(place);
    if (this.#files.has(place)) this.#need(place, 'read');
    if (!this.#files.has(place) || saysWhatToLeave(place)) this.#hints.add(place);
  }

  /** Anything may have changed anywhere. */
  lookEverywhere(): void {
    this.#hints.clear();
    for (const each of this.#listings) each.isListed = false;
  }

  /**
   * From now on, what is read counts instead of the file at a place; without it, the file does. What is told `elsewhere` of a file is left
   * as it is.
   */
  setOpen(place: string, read: (() => OpenFile | 'elsewhere' | undefined) | undefined): void {
    if (read) this.#open.set(place, read);
    else if (!this.#open.delete(place)) return;
    this.#together?.noteChange(place);
    if (this.#files.has(place)) this.#need(place, 'read');
  }

  /** Does what is to be done. Stops between files when the signal is aborted. `onStep` is called after each few files, also while they are listed. */
  async run(signal: AbortSignal, onStep: () => void): Promise<void> {
    const pace = startPace();
    while (this.isBehind && !signal.aborted) {
      await this.#list(pace, signal, onStep);
      await this.#followHints(pace, signal);
      await this.#lookAtFiles(pace, signal, onStep);
    }
  }

  /** Lists the folders of which anything may have changed. */
  async #list(pace: Pace, signal: AbortSignal, onStep: () => void): Promise<void> {
    this.#listed = 0;
    try {
      for (const each of this.#listings) {
        if (!each.isListed && !(await this.#listOne(each, pace, signal, onStep))) return;
      }
    } finally {
      this.#listed = undefined;
    }
  }

  /** Whether a folder could be listed; not where that was stopped, or there are other folders by now. */
  async #listOne(each: Listing, pace: Pace, signal: AbortSignal, onStep: () => void): Promise<boolean> {
    each.isListed = true;
    this.#together?.beginListing();
    const change = await each.listing.list(pace, signal, (files) => {
      this.#lookAhead(each, files);
      this.#listed = (this.#listed ?? 0) + files.length;
      onStep();
    });
    if (!change || !this.#listings.includes(each)) {
      each.isListed = false;
      this.#together?.spoilAhead();
      return false;
    }
    this.#together?.endListing(each.root.place);
    this.#takeListed(each, change);
    for (const [place, { root, listing }] of this.#files)
      if (root.place === each.root.place && listing !== each.listing) this.#forget(place);
    return true;
  }

  /** Has the second thread begin where there is much to look through. */
  #lookAhead({ root, listing }: Listing, files: readonly TreeFile[]): void {
    const isNew = (place: string) => this.#files.get(place)?.listing !== listing && !this.#open.has(place);
    this.#together?.addListed(
      root.place,
      files.flatMap(([, place]) => (isNew(place) ? [place] : [])),
    );
  }

  /** Looks at the places of hints: files came or went there, or rules say otherwise now what is searched. */
  async #followHints(pace: Pace, signal: AbortSignal): Promise<void> {
    if (this.#hints.size > mostHints) return this.lookEverywhere();
    for (const place of this.#hints) {
      const at = this.#listingOf(place);
      const path = at && pathBelow(at.root.place, place);
      if (!at || path === undefined) {
        this.#hints.delete(place);
        continue;
      }
      const change = await at.listing.look(path, pace, signal);
      if (!change) return;
      this.#hints.delete(place);
      this.#takeListed(at, change);
      if (this.#files.has(place)) this.#need(place, 'read');
    }
  }

  /** Takes files that are there now, or are gone. */
  #takeListed({ root, listing }: Listing, { there, gone }: TreeChange): void {
    this.#skippedVersion++;
    this.#skippedInListings = undefined;
    for (const [, place] of gone) this.#forget(place);
    for (const [path, place] of there) {
      const before = this.#files.get(place);
      if (before?.listing === listing) {
        this.#need(place, 'check');
        continue;
      }
      if (before) this.#setSkipped(before, undefined);
      this.#files.set(place, {
        root,
        listing,
        path,
        mtime: -1,
        size: -1,
        skipped: undefined,
        isBusy: false,
        neededMeanwhile: undefined,
      });
      this.#need(place, 'read');
    }
  }

  /** Looks at all files that need it. */
  async #lookAtFiles(pace: Pace, signal: AbortSignal, onStep: () => void): Promise<void> {
    await this.#lookTogether(pace, signal, onStep);
    const lookThrough = async () => {
      for (;;) {
        const turn = pace();
        if (turn) await turn;
        const next = this.#needs.entries().next();
        if (next.done || signal.aborted) return;
        const [place, need] = next.value;
        this.#needs.delete(place);
        const looking = this.#lookAt(place, need, pace);
        if (looking) await this.#whileBusy(looking);
        onStep();
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, this.#needs.size) }, lookThrough));
    if (this.#needs.size === 0) this.#mayConcern = [];
  }

  async #whileBusy(looking: Promise<void>): Promise<void> {
    this.#busy++;
    try {
      await looking;
    } finally {
      this.#busy--;
    }
  }

  /** Looks through many files that have to be read, side by side with the second thread. */
  async #lookTogether(pace: Pace, signal: AbortSignal, onStep: () => void): Promise<void> {
    const together = this.#together;
    if (!together) return;
    const here: LookHere = { lookAt: (place) => this.#lookAt(place, 'read', pace), onStep, pace, signal };
    await this.#finishTogether(together, together.takeAhead(), here);
    for (const place of together.takeChanges()) if (this.#files.has(place)) this.#need(place, 'read');
    for (const { root, listing } of this.#listings) {
      if (this.#needs.size < together.fewest) return;
      const places = this.#unread(listing);
      if (places.length < together.fewest) continue;
      await this.#finishTogether(together, together.begin(root.place, places), here);
    }
  }

  /** The files of a folder that have to be read from the disk. */
  #unread(listing: TreeListing): string[] {
    return [...this.#needs.keys()].filter(
      (place) =>
        this.#needs.get(place) === 'read' && !this.#open.has(place) && this.#files.get(place)?.listing === listing,
    );
  }

  /** Waits until both threads are through, and takes what has become of each file. */
  async #finishTogether(together: LookingTogether, begun: readonly Begun[], here: LookHere): Promise<void> {
    const places = begun.flatMap(({ files }) => files.places);
    const known = places.map((place) => this.#files.get(place));
    for (const place of places) this.#needs.delete(place);
    for (const [at, [place, outcome]] of (await together.finish(begun, here)).entries()) {
      const file = known[at];
      if (!file) this.#index.delete(place);
      else if (outcome === 'neither') this.#need(place, 'read');
      else if (outcome !== 'here') this.#takeSeen(place, file, outcome);
    }
  }

  /** Takes what the second thread has seen of a file. */
  #takeSeen(place: string, file: GatheredFile, { stat, isCiting, skipped }: SeenThere): void {
    // Meanwhile it may have been forgotten, which the second thread does not know.
    if (this.#files.get(place) !== file) {
      this.#index.delete(place);
      return;
    }
    this.#remember(place, file, stat);
    this.#setSkipped(file, skipped);
    if (!isCiting) this.#index.delete(place);
  }

  /** Nothing to wait for where the file is read at once and names no incident. */
  #lookAt(place: string, need: Need, pace: Pace): Promise<void> | undefined {
    const file = this.#files.get(place);
    if (!file) return undefined;
    if (file.isBusy) {
      file.neededMeanwhile = stronger(file.neededMeanwhile, need);
      return undefined;
    }
    file.isBusy = true;
    const scan = this.#open.has(place) ? this.#readOpen(place, file, pace) : this.#readFile(place, file, need, pace);
    if (scan instanceof Promise) return scan.then((each) => this.#takeScan(place, file, each));
    this.#takeScan(place, file, scan);
    return undefined;
  }

  /** Takes what a file was found to cite; nothing where it is as it was. */
  #takeScan(place: string, file: GatheredFile, scan: FileScan | undefined): void {
    file.isBusy = false;
    // Meanwhile it may have been forgotten.
    if (this.#files.get(place) !== file) return;
    if (file.neededMeanwhile) this.#need(place, file.neededMeanwhile);
    file.neededMeanwhile = undefined;
    if (!scan) return;
    this.#setSkipped(file, scan.skipped);
    this.#index.set(
      place,
      scan.citations.map((each) => toIndexed(place, each)),
    );
  }

  #setSkipped(file: GatheredFile, reason: string | undefined): void {
    if (file.skipped !== reason) this.#skippedVersion++;
    this.#skippedFiles += Number(reason !== undefined) - Number(file.skipped !== undefined);
    file.skipped = reason;
  }

  /** What the file on the disk cites; nothing where it is as it was, and nothing to wait for where it is read at once. */
  #readFile(
    place: string,
    file: GatheredFile,
    need: Need,
    pace: Pace,
  ): FileScan | undefined | Promise<FileScan | undefined> {
    if (need !== 'read' || !file.root.fileSystem.readNow) return this.#readWhereNew(place, file, need, pace);
    // How it looks is known when it is read.
    let stat: FileStat | undefined;
    const scanner = this.#scanner(file, pace);
    const scan = scanFile(file.root.fileSystem, { place, path: file.path }, scanner, undefined, (seen) => {
      stat = seen;
    });
    if (!stat || scan instanceof Promise) return this.#readLater(place, file, scan, () => stat);
    this.#remember(place, file, stat);
    return concerned(scan);
  }

  async #readLater(
    place: string,
    file: GatheredFile,
    scan: ReturnType<typeof scanFile>,
    stat: () => FileStat | undefined,
  ): Promise<FileScan | undefined> {
    const answer = await scan;
    this.#remember(place, file, stat() ?? (await file.root.fileSystem.stat(place)));
    return concerned(answer);
  }

  async #readWhereNew(place: string, file: GatheredFile, need: Need, pace: Pace): Promise<FileScan | undefined> {
    const { fileSystem } = file.root;
    const stat = await fileSystem.stat(place);
    const isSame = stat !== undefined && stat.mtime === file.mtime && stat.size === file.size;
    if (isSame && need === 'check') return undefined;
    this.#remember(place, file, stat);
    const isOnlyNames = isSame && need === 'names';
    const toRead = { place, path: file.path, ...(stat && { size: stat.size }) };
    const mayConcern = (text: string) => this.#mayConcern.some((concerns) => concerns(text));
    return concerned(
      await scanFile(fileSystem, toRead, this.#scanner(file, pace), isOnlyNames ? mayConcern : undefined),
    );
  }

  #scanner({ root: { matchIn } }: GatheredFile, pace: Pace): Scanner {
    return { languages: this.#languages, known: this.#known, matchIn, pace };
  }

  /** Remembers how a file looked. */
  #remember(place: string, file: GatheredFile, stat: FileStat | undefined): void {
    // It may have become a folder.
    if (!stat && file.mtime >= 0) this.#hints.add(place);
    file.mtime = stat?.mtime ?? -1;
    file.size = stat?.size ?? -1;
  }

  /** What is cited in what counts instead of the file; nothing where somebody else tells it. */
  async #readOpen(place: string, file: GatheredFile, pace: Pace): Promise<FileScan | undefined> {
    const open = this.#open.get(place)?.();
    if (open !== 'elsewhere') return scanOpen(open, { place, path: file.path }, this.#known, pace);
    this.#setSkipped(file, undefined);
    return undefined;
  }

  #need(place: string, need: Need): void {
    this.#needs.set(place, stronger(this.#needs.get(place), need));
  }

  #forget(place: string): void {
    const file = this.#files.get(place);
    if (file) this.#setSkipped(file, undefined);
    this.#files.delete(place);
    this.#needs.delete(place);
    this.#index.delete(place);
  }

  /** The innermost of the folders in which a place lies. */
  #listingOf(place: string): Listing | undefined {
    return this.#listings
      .filter(({ root }) => pathBelow(root.place, place) !== undefined)
      .reduce<Listing | undefined>((a, b) => (a && a.root.place.length > b.root.place.length ? a : b), undefined);
  }
}

function concerned(scan: FileScan | 'unconcerned'): FileScan | undefined {
  return scan === 'unconcerned' ? undefined : scan;
}

function stronger(before: Need | undefined, need: Need): Need {
  return before !== undefined && urgency[before] > urgency[need] ? before : need;
}
