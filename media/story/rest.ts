/** What waits for something on the page. */
interface Waiting {
  readonly isThere: () => boolean;
  readonly then: () => void;
}

/**
 * What of a long story is not on the page yet. It is asked for once the beginning was drawn, and then comes a piece at a time, each after the
 * window was drawn, so that one can read and scroll meanwhile. Who needs what is in it has it brought at once.
 */
export class Rest {
  readonly #ask: () => void;
  readonly #add: (piece: string) => void;
  readonly #whole: () => void;
  #isAwaited = false;
  #pieces: string[] = [];
  #waiting: Waiting[] = [];
  /** Grows with each version of the page, and with what came of it. */
  #turn = 0;

  /** `ask` asks for the pieces, `add` puts one behind what is there, `whole` is called when the last one is there. */
  constructor(ask: () => void, add: (piece: string) => void, whole: () => void) {
    this.#ask = ask;
    this.#add = add;
    this.#whole = whole;
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
    else this.#afterFrame(this.#ask);
    this.#look();
  }

  /** Takes the pieces that follow. */
  came(pieces: readonly string[]): void {
    if (!this.#isAwaited) return;
    this.#isAwaited = false;
    this.#pieces = [...pieces];
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
    this.#afterFrame(() => {
      if (this.#pieces.length === 0) return;
      this.#next();
      if (this.#pieces.length > 0) this.#goOn();
      else this.#end();
    });
  }

  #next(): void {
    const next = this.#pieces.shift();
    if (next !== undefined) this.#add(next);
  }

  #end(): void {
    this.#turn++;
    this.#whole();
  }

  /** Once the window was drawn, unless there is another version of the page by then. */
  #afterFrame(run: () => void): void {
    const turn = ++this.#turn;
    // The frame is drawn between the two.
    requestAnimationFrame(() => setTimeout(() => turn === this.#turn && run()));
  }
}
