import type { FileStat } from './fileSystem';
import type { Pace } from './pace';
import type { SecondReader, SeenElsewhere } from './secondReader';
import { SharedFiles } from './sharedFiles';

/** What has become of a file: it was looked at here, or there, and then what was seen; or by neither, or for something else than it is by now. */
export type Outcome = 'here' | 'neither' | SeenThere;

/** What the second thread has seen of a file. What is cited in it was told. */
export interface SeenThere {
  /** Nothing where there was no file. */
  readonly stat: FileStat | undefined;
  readonly isCiting: boolean;
  /** Why it, or the rest of it, was left alone. */
  readonly skipped: string | undefined;
}

/** How the thread that gathers looks through its part. */
export interface LookHere {
  /** Nothing to wait for where the file is looked at at once. */
  readonly lookAt: (place: string) => Promise<void> | undefined;
  readonly onStep: () => void;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** Files that the second thread has begun with. */
export interface Begun {
  readonly files: SharedFiles;
  readonly seen: Promise<SeenElsewhere | undefined>;
  /** Whether they were taken for something else than they are by now. */
  isSpoilt: boolean;
}

/**
 * Looks through many files together with a second thread: each takes the next one that nobody has taken.
 *
 * That thread begins while files are still being listed, when nothing is known of them yet. It is not told what changes meanwhile, so that is
 * kept here, and has to be looked at again.
 */
export class LookingTogether {
  readonly #second: SecondReader;
  /** What was listed, and the second thread has not begun with. */
  #listed: string[] = [];
  /** What it has begun with while the rest is being listed. */
  #ahead: Begun[] = [];
  /** What it may have seen before it changed. */
  readonly #changed = new Set<string>();
  #current: readonly Begun[] = [];

  constructor(second: SecondReader) {
    this.#second = second;
  }

  /** From so many files on it is worth its while. */
  get fewest(): number {
    return this.#second.fewest;
  }

  /** How many files were taken of those that are being looked through. */
  get progress(): { readonly done: number; readonly total: number } {
    const files = this.#current.map((each) => each.files);
    const done = files.reduce((sum, { taken }) => sum + taken, 0);
    return { done, total: files.reduce((sum, { places }) => sum + places.length, 0) };
  }

  /** Something may be different at a place. */
  noteChange(place: string): void {
    this.#changed.add(place);
  }

  /** What may be different where the second thread has looked ahead; each is told once. */
  takeChanges(): string[] {
    const changes = [...this.#changed];
    this.#changed.clear();
    return changes;
  }

  /** A folder is going to be listed. */
  beginListing(): void {
    this.#listed = [];
  }

  /** Has the second thread begin once there is much to look through. These were listed in the folder, and have to be looked at. */
  addListed(root: string, places: readonly string[]): void {
    for (const place of places) this.#listed.push(place);
    if (this.#listed.length < this.fewest) return;
    if (this.#ahead.length === 0) this.#changed.clear();
    this.#beginAhead(root);
  }

  /** All that is in the folder was listed. */
  endListing(root: string): void {
    if (this.#ahead.length > 0 && this.#listed.length > 0) this.#beginAhead(root);
  }

  #beginAhead(root: string): void {
    this.#ahead.push(this.#begin(root, this.#listed));
    this.#listed = [];
  }

  #begin(root: string, places: readonly string[]): Begun {
    const files = SharedFiles.of(places);
    return { files, seen: this.#second.look(root, files), isSpoilt: false };
  }

  /** What the second thread has begun with does not count: folders, rules or names are others by now. */
  spoilAhead(): void {
    for (const each of this.#ahead) {
      each.isSpoilt = true;
      each.files.stop();
    }
  }

  /** What the second thread has begun with; {@link finish} is still to be called, once. */
  takeAhead(): readonly Begun[] {
    return this.#ahead.splice(0);
  }

  /** Has it begin with files below a root, as with those ahead. */
  begin(root: string, places: readonly string[]): readonly Begun[] {
    return [this.#begin(root, places)];
  }

  /** Looks through what was begun, from both sides; what has become of each file, in their order. When the signal is aborted, the rest is left. */
  async finish(begun: readonly Begun[], here: LookHere): Promise<readonly (readonly [place: string, Outcome])[]> {
    this.#current = begun;
    const seenHere: ReadonlySet<number>[] = [];
    for (const { files } of begun) seenHere.push(await lookThrough(files, here));
    const seenThere = await Promise.all(begun.map(({ seen }) => seen));
    this.#current = [];
    return begun.flatMap(({ files, isSpoilt }, number) => {
      const there = isSpoilt ? undefined : seenThere[number];
      return files.places.map((place, at): [string, Outcome] => {
        if (seenHere[number]?.has(at)) return [place, 'here'];
        return [place, there?.files.isFinished(at) ? seenIn(there, at) : 'neither'];
      });
    });
  }
}

/** Looks through what the second thread leaves; the numbers of these files. */
async function lookThrough(files: SharedFiles, { lookAt, onStep, pace, signal }: LookHere): Promise<Set<number>> {
  const here = new Set<number>();
  for (let at = signal.aborted ? undefined : files.take(); at !== undefined; at = files.take()) {
    const waiting = lookAt(files.places[at] ?? '');
    if (waiting) await waiting;
    here.add(at);
    onStep();
    const turn = pace();
    if (turn) await turn;
    if (signal.aborted) break;
  }
  files.stop();
  return here;
}

function seenIn({ files, citing, skipped }: SeenElsewhere, at: number): SeenThere {
  return { stat: files.statOf(at), isCiting: citing.has(at), skipped: skipped.get(at) };
}
