import type { FileStat } from './fileSystem';

/** What goes from one thread to another of {@link SharedFiles}. Both see the same memory. */
export interface ToldFiles {
  /** Places with a NUL between them, which none has in it. */
  readonly places: string;
  readonly memory: SharedArrayBuffer;
}

/**
 * Files that two threads look through together: each takes the next one that nobody has taken, so that both are done at the same time. How
 * the files looked that one thread has finished, the other knows once it is told that it is done.
 */
export class SharedFiles {
  readonly places: readonly string[];
  readonly told: ToldFiles;
  /** The number of the next file to take. */
  readonly #next: Int32Array;
  /** Time and size of each file; a size of -1 stands for one that is not there. */
  readonly #looks: Float64Array;
  /** Which files are finished. */
  readonly #finished: Uint8Array;

  private constructor(places: readonly string[], told: ToldFiles) {
    this.places = places;
    this.told = told;
    this.#next = new Int32Array(told.memory, 0, 1);
    this.#looks = new Float64Array(told.memory, 8, 2 * places.length);
    this.#finished = new Uint8Array(told.memory, 8 + 16 * places.length, places.length);
  }

  static of(places: readonly string[]): SharedFiles {
    return new SharedFiles(places, {
      places: places.join('\0'),
      memory: new SharedArrayBuffer(8 + 17 * places.length),
    });
  }

  /** The same files, as the other thread was told of them. */
  static told(told: ToldFiles): SharedFiles {
    return new SharedFiles(told.places.split('\0'), told);
  }

  /** How many were taken. */
  get taken(): number {
    return Math.min(Atomics.load(this.#next, 0), this.places.length);
  }

  /** The number of a file that nobody else takes; nothing where all are taken. */
  take(): number | undefined {
    const at = Atomics.add(this.#next, 0, 1);
    return at < this.places.length ? at : undefined;
  }

  /** No more files are taken. */
  stop(): void {
    Atomics.store(this.#next, 0, this.places.length);
  }

  /** A file was looked through; nothing of how it looked where it is not there. */
  finish(at: number, stat: FileStat | undefined): void {
    this.#looks[2 * at] = stat?.mtime ?? -1;
    this.#looks[2 * at + 1] = stat?.size ?? -1;
    this.#finished[at] = 1;
  }

  /** Whether a file is finished. */
  isFinished(at: number): boolean {
    return this.#finished[at] === 1;
  }

  /** How a file looked that is finished; nothing for one that was not there. */
  statOf(at: number): FileStat | undefined {
    const [mtime = -1, size = -1] = [this.#looks[2 * at], this.#looks[2 * at + 1]];
    return size < 0 ? undefined : { mtime, size };
  }
}
