import type { IndexedCitation } from '../core/citations/citationIndex';
import { CitationGatherer } from './citationGatherer';
import type { FileSystem } from './fileSystem';
import {
  type FoundInFile,
  type FromGatherer,
  type Port,
  type SkippedFiles,
  type ToGatherer,
  toBytes,
} from './gatheringMessages';
import { type Helped, SecondReader } from './secondReader';
import { ToldWorld } from './toldWorld';

/** As many UTF-16 units of what was found are told at once: the other side takes a part in far less than a frame. */
const mostAtOnce = 32 * 1024;

/** The length of what is told of a citation but for its sentence. */
const roughly = 300;

/** ms between two words about how far it is. */
const msBetweenWords = 100;

/**
 * Gathers citations for the other end of a port: the part of a {@link RemoteGatherer} that runs in a thread of its own. Where there is much to
 * look through, the second thread does half of it.
 */
export function serveGathering(port: Port<ToGatherer, FromGatherer>, fileSystem: FileSystem, helped?: Helped): void {
  const found = new Found((files) => port.post({ kind: 'found', files }, [files.buffer]));
  const world = new ToldWorld(fileSystem);
  const second =
    helped && new SecondReader({ ...helped, world, onFound: (places, files) => found.pass(places, files) });
  const gatherer = new CitationGatherer(found, world.languages, world.known, second);
  let abort = new AbortController();
  let running = Promise.resolve();
  let toldOf = gatherer.skippedVersion;

  const run = async (number: number) => {
    const { signal } = abort;
    let saidAt = performance.now();
    await gatherer.run(signal, () => {
      if (performance.now() - saidAt < msBetweenWords) return;
      saidAt = performance.now();
      found.tell();
      port.post({ kind: 'progress', progress: gatherer.progress });
    });
    found.tell();
    const version = gatherer.skippedVersion;
    const skipped = version === toldOf ? undefined : toBytes(gatherer.skipped satisfies SkippedFiles);
    toldOf = version;
    port.post({ kind: 'ran', run: number, isBehind: gatherer.isBehind, ...(skipped && { skipped }) });
  };

  port.onMessage((message) => {
    switch (message.kind) {
      case 'roots':
      case 'library':
        world.take(message);
        second?.tell(message);
        if (message.kind === 'roots') gatherer.setRoots(world.roots, world.languages);
        else gatherer.setKnown(world.known);
        break;
      case 'hints':
        for (const place of message.places) gatherer.hint(place);
        break;
      case 'lookEverywhere':
        gatherer.lookEverywhere();
        break;
      case 'theirs':
        gatherer.setOpen(message.place, message.isTheirs ? () => found.leave(message.place) : undefined);
        break;
      case 'stop':
        abort.abort();
        abort = new AbortController();
        break;
      case 'run':
        running = running
          .then(() => run(message.run))
          .catch((error: unknown) => port.post({ kind: 'failed', run: message.run, message: String(error) }));
        break;
    }
  });
}

/** What was found and is not told yet. */
class Found {
  readonly #post: (files: Uint8Array<ArrayBuffer>) => void;
  /** The places of which the other side knows something. */
  readonly #told = new Set<string>();
  #files: FoundInFile[] = [];
  #length = 0;

  constructor(post: (files: Uint8Array<ArrayBuffer>) => void) {
    this.#post = post;
  }

  set(place: string, citations: readonly IndexedCitation[]): void {
    if (citations.length === 0) {
      this.delete(place);
      return;
    }
    this.#told.add(place);
    const length = citations.reduce((sum, { citation }) => sum + citation.sentence.length + roughly, roughly);
    this.#add([place, citations], length);
  }

  delete(place: string): void {
    if (this.#told.delete(place)) this.#add([place, 'none'], roughly);
  }

  /** The other side looks at this file itself. */
  leave(place: string): 'elsewhere' {
    this.#told.add(place);
    this.#add([place, 'theirs'], roughly);
    return 'elsewhere';
  }

  /** Passes on what the second thread has found in these files. */
  pass(places: readonly string[], files: Uint8Array<ArrayBuffer>): void {
    for (const place of places) this.#told.add(place);
    // What is to be told of a file was found sooner.
    this.tell();
    this.#post(files);
  }

  tell(): void {
    if (this.#files.length > 0) this.#post(toBytes(this.#files));
    this.#files = [];
    this.#length = 0;
  }

  #add(file: FoundInFile, length: number): void {
    this.#files.push(file);
    this.#length += length;
    if (this.#length >= mostAtOnce) this.tell();
  }
}
