/** Finds the lowest of the best `most` scores among any number of them. */
export class TopScores {
  /** A heap whose root is the least. */
  readonly #heap: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What a score must reach to be among the best so far. */
  get least(): number {
    return this.#heap.length < this.#most ? Number.NEGATIVE_INFINITY : (this.#heap[0] ?? Number.POSITIVE_INFINITY);
  }

  add(score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(score);
      let at = heap.length - 1;
      for (let parent = (at - 1) >> 1; at > 0 && (heap[parent] ?? 0) > score; parent = (at - 1) >> 1) {
        heap[at] = heap[parent] ?? 0;
        heap[parent] = score;
        at = parent;
      }
    } else if (score > this.least) {
      this.#replaceRoot(score);
    }
  }

  #replaceRoot(score: number): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
      if ((heap[child] ?? 0) >= score) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = score;
  }
}
