/** Longer places are not told: no system has them. */
const longest = 4096;

/** Which file a thread is reading, in memory that both see and that outlives the thread. */
export class ReadingMark {
  readonly memory: SharedArrayBuffer;
  readonly #length: Int32Array;
  readonly #place: Buffer;

  /** With the memory of another mark it is the same mark, in another thread. */
  constructor(memory = new SharedArrayBuffer(4 + longest)) {
    this.memory = memory;
    this.#length = new Int32Array(memory, 0, 1);
    this.#place = Buffer.from(memory, 4);
  }

  /** The file that is being read; nothing between two files. */
  get place(): string | undefined {
    const length = Atomics.load(this.#length, 0);
    return length === 0 ? undefined : this.#place.toString('utf8', 0, length);
  }

  set(place: string): void {
    Atomics.store(this.#length, 0, 0);
    // What is longer is cut, and would be another file.
    if (place.length * 3 > longest && Buffer.byteLength(place) > longest) return;
    Atomics.store(this.#length, 0, this.#place.write(place));
  }

  clear(): void {
    Atomics.store(this.#length, 0, 0);
  }
}
