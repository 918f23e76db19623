/** What waits for something on the page. */
interface Waiting {
  readonly isThere: () => boolean;
  readonly then: () => void;
}

/** What becomes of the pieces. */
export interface RestOptions {
  /** Asks for the pieces; {@link Rest.came} takes them. */
  readonly ask: () => void;
  /** Puts a piece behind what is on the page. */
  readonly add: (piece: string) => void;
  /** Called when the last one is there. */
  readonly whole: () => void;
  /** Calls back once the window was drawn. */
  readonly afterFrame: (run: () => void) => void;
}

/**
 * What of a long story is not on the page yet. It is asked for once the beginning was drawn, and then comes a piece at a time, each after the
 * window was drawn, so that one can read and scroll meanwhile. Who needs what is in it has it brought at once.
 */
export class Rest {
  readonly #options: RestOptions;
  #isAwaited = false;
  #pieces: string[] = [];
  #waiting: Waiting[] = [];
  /** Grows with each version of the page, and with what came of it. */
  #turn = 0;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  /** Forgets who waits: the page tells of another review. */
  leave(): void {
    this.#waiting = [];
  }

  /** A new version of the page is there, all of it or its beginning. */
  begin(isAll: boolean): void {
    this.#pieces = [];
    this.#isAwaited = !isAll;
    if (isAll) this.#end();
    else this.#afterFrame(this.#options.ask);
    this.#look();
  }

  /** Takes the pieces that follow; those that nobody waits for any more are left alone. */
  came(pieces: readonly string[]): void {
    if (!this.#isAwaited) return;
    this.#isAwaited = false;
    this.#pieces = [...pieces];
    if (pieces.length === 0) this.#end();
    this.#look();
    this.#goOn();
  }

  /** Calls `then` once something is there, or all of the story is: at once where it came already. */
  when(isThere: () => boolean, then: () => void): void {
    if (this.#isAwaited && !isThere()) {
      this.#waiting.push({ isThere, then });
      return;
    }
    const isBrought = this.#pieces.length > 0 && !isThere();
    while (this.#pieces.length > 0 && !isThere()) this.#next();
    if (isBrought && this.#pieces.length === 0) this.#end();
    then();
  }

  /** Whoever waits may have what they wait for now. */
  #look(): void {
    for (const { isThere, then } of this.#waiting.splice(0)) this.when(isThere, then);
  }

  #goOn(): void {
    if (this.#pieces.length === 0) return;
    this.#afterFrame(() => {
      this.#next();
      if (this.#pieces.length > 0) this.#goOn();
      else this.#end();
    });
  }

  #next(): void {
    const next = this.#pieces.shift();
    if (next !== undefined) this.#options.add(next);
  }

  #end(): void {
    this.#turn++;
    this.#options.whole();
  }

  /** Once the window was drawn, unless something else came of it by then. */
  #afterFrame(run: () => void): void {
    const turn = ++this.#turn;
    this.#options.afterFrame(() => {
      if (turn === this.#turn) run();
    });
  }
}
