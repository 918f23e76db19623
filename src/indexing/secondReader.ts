import { type FromSecond, type Port, type ToReader, type ToSecond, toBytes } from './gatheringMessages';
import type { SharedFiles } from './sharedFiles';
import type { ToldWorld } from './toldWorld';

/** What is worth telling of files that a second thread has looked through, by their number. */
export interface SeenElsewhere {
  /** Of which it has finished some. */
  readonly files: SharedFiles;
  readonly citing: ReadonlySet<number>;
  /** Why a file, or the rest of it, was left alone. */
  readonly skipped: ReadonlyMap<number, string>;
}

/** A thread that can help. */
export interface Helped {
  readonly start: () => Port<FromSecond, ToSecond>;
  /** From so many files on it is worth its while. */
  readonly fewest: number;
}

/** What a {@link SecondReader} is made with. */
export interface SecondOptions extends Helped {
  /** What the thread has to know when it starts. */
  readonly world: ToldWorld;
  /** Is handed what was found, as it goes to the window, and in which files. */
  readonly onFound: (places: readonly string[], files: Uint8Array<ArrayBuffer>) => void;
}

/** ms after its last work until the thread is ended. */
const idle = 10_000;

interface Look extends SeenElsewhere {
  readonly citing: Set<number>;
  readonly skipped: Map<number, string>;
  readonly end: (seen: SeenElsewhere | undefined) => void;
}

/** A thread that looks through files beside the one that gathers; it is there while there is much to do. */
export class SecondReader {
  readonly #options: SecondOptions;
  #port: Port<FromSecond, ToSecond> | undefined;
  #roots: ToReader | undefined;
  /** What it looks through, one after the other. */
  readonly #looks: Look[] = [];
  #isLost = false;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SecondOptions) {
    this.#options = options;
  }

  /** From so many files on it is worth its while: never again where it was lost, which might go on for ever. */
  get fewest(): number {
    return this.#isLost ? Number.POSITIVE_INFINITY : this.#options.fewest;
  }

  /** Tells it what this thread is told. */
  tell(message: ToReader): void {
    if (message.kind === 'roots') this.#roots = message;
    this.#port?.post(message);
  }

  #prepare(): void {
    this.#endLater();
    if (this.#port || this.#isLost) return;
    const port = this.#options.start();
    this.#port = port;
    port.onMessage((message) => this.#take(message));
    port.onLost(() => {
      this.#isLost = true;
      this.#end();
    });
    if (this.#roots) port.post(this.#roots);
    const change = toBytes(this.#options.world.library);
    port.post({ kind: 'library', changes: [change] }, [change.buffer]);
  }

  /**
   * Has it look through files below a root, after those it was given before. What it has seen when all are taken; nothing where it was lost: then
   * what it took is undone.
   */
  look(root: string, files: SharedFiles): Promise<SeenElsewhere | undefined> {
    this.#prepare();
    const port = this.#port;
    if (!port) return Promise.resolve(undefined);
    return new Promise((end) => {
      this.#looks.push({ files, citing: new Set(), skipped: new Map(), end });
      port.post({ kind: 'look', root, files: files.told });
    });
  }

  #take(message: FromSecond): void {
    const [look] = this.#looks;
    if (!look) return;
    if (message.kind === 'looked') {
      this.#looks.shift();
      this.#endLater();
      look.end(look);
      return;
    }
    for (const at of message.citing) look.citing.add(at);
    for (const [at, reason] of message.skipped) look.skipped.set(at, reason);
    const places = message.citing.flatMap((at) => look.files.places[at] ?? []);
    if (places.length > 0) this.#options.onFound(places, message.files);
  }

  #endLater(): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => this.#looks.length === 0 && this.#end(), idle);
  }

  #end(): void {
    clearTimeout(this.#ending);
    this.#port?.close();
    this.#port = undefined;
    for (const look of this.#looks.splice(0)) look.end(undefined);
  }
}
