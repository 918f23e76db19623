import type { FileStat, FileSystem } from './fileSystem';
import { type FoundInFile, type FromSecond, type Port, type ToSecond, toBytes } from './gatheringMessages';
import { pathBelow } from './isInside';
import { type FileScan, type Scanner, scanFile } from './scanFile';
import { SharedFiles } from './sharedFiles';
import { toIndexed } from './toIndexed';
import { ToldWorld } from './toldWorld';

/** As many UTF-16 units of what was found are told at once, and roughly what is told of a citation but for its sentence. */
const mostAtOnce = 32 * 1024;
const roughly = 300;

/** Looks through files for the other end of a port, a {@link SecondReader}, until somebody has taken the last one. */
export function serveScanning(port: Port<ToSecond, FromSecond>, fileSystem: FileSystem): void {
  const world = new ToldWorld(fileSystem);
  let looking = Promise.resolve();
  port.onMessage((message) => {
    if (message.kind === 'look') looking = looking.then(() => look(world, message, port));
    else world.take(message);
  });
}

async function look(
  { roots, fileSystem, languages, known }: ToldWorld,
  { root, files: told }: ToSecond & { kind: 'look' },
  port: Port<ToSecond, FromSecond>,
): Promise<void> {
  const matchIn = roots.find(({ place }) => place === root)?.matchIn;
  const files = SharedFiles.told(told);
  const found = new Found(port);
  // Nobody else wants this thread meanwhile.
  const scanner: Scanner | undefined = matchIn && { languages, known, matchIn, pace: () => undefined };
  for (let at = scanner && files.take(); scanner && at !== undefined; at = files.take()) {
    const place = files.places[at] ?? '';
    let stat: FileStat | undefined;
    const file = { place, path: pathBelow(root, place) ?? '' };
    const looked = scanFile(fileSystem, file, scanner, undefined, (seen) => {
      stat = seen;
    });
    const scan = looked instanceof Promise ? await looked : looked;
    if (scan !== 'unconcerned') found.add(at, place, scan);
    files.finish(at, stat ?? (await fileSystem.stat(place)));
  }
  found.tell();
  port.post({ kind: 'looked' });
}

/** What was found and is not told yet. */
class Found {
  readonly #port: Port<ToSecond, FromSecond>;
  #files: FoundInFile[] = [];
  #citing: number[] = [];
  #skipped: [at: number, reason: string][] = [];
  #length = 0;

  constructor(port: Port<ToSecond, FromSecond>) {
    this.#port = port;
  }

  add(at: number, place: string, { citations, skipped }: FileScan): void {
    if (skipped !== undefined) this.#skipped.push([at, skipped]);
    if (citations.length === 0) return;
    this.#citing.push(at);
    this.#files.push([place, citations.map((each) => toIndexed(place, each))]);
    this.#length += citations.reduce((sum, { citation }) => sum + citation.sentence.length + roughly, roughly);
    if (this.#length >= mostAtOnce) this.tell();
  }

  tell(): void {
    const files = toBytes(this.#files);
    this.#port.post({ kind: 'found', files, citing: this.#citing, skipped: this.#skipped }, [files.buffer]);
    this.#files = [];
    this.#citing = [];
    this.#skipped = [];
    this.#length = 0;
  }
}
