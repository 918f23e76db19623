import type { MessagePort } from 'node:worker_threads';
import type { Source } from '../core/reviews/library';
import type { CacheKeeper } from './cacheKeeper';
import { FilePacker } from './filePack';
import type { IndexedFile, IndexProgress } from './indexSource';
import type { LookListener } from './lookAtLibrary';
import { joinTexts, type LookReply } from './lookMessages';
import { filesIn, namesOf } from './namesOfPacks';
import type { ReadingMark } from './readingMark';
import type { TextFile } from './textIndexer';

/** As many files are sent together, or fewer after so many ms. */
const mostFiles = 512;
const mostMs = 100;

/** What a look found in a source: the paths of all files, and the keys of those that it read. */
export interface FoundFiles {
  readonly source: Source;
  readonly paths: readonly string[];
  readonly read: Set<string>;
}

/**
 * Tells the main thread of one look, in the replies of `lookMessages`: files packed, many at a time, or what came in a tenth of a second. A copy of
 * each pack stays here as long as the look is worked on: names, full text and the cache are made of it.
 */
export class LookReporter implements LookListener {
  readonly #port: MessagePort;
  readonly #keeper: CacheKeeper | undefined;
  readonly #mark: ReadingMark;
  readonly #found: FoundFiles[] = [];
  /** Copies of the packs that were sent: those change hands. */
  readonly #packs: { readonly source: string; readonly files: ArrayBuffer }[] = [];
  #sentAt = performance.now();
  // What is to be sent next, all of one source.
  #source = '';
  readonly #packer = new FilePacker();
  #gone: string[] = [];
  #progress: IndexProgress | undefined;

  /** The mark is cleared between two files. Without a keeper, nothing is kept. */
  constructor(port: MessagePort, keeper: CacheKeeper | undefined, mark: ReadingMark) {
    this.#port = port;
    this.#keeper = keeper;
    this.#mark = mark;
  }

  /** What was found so far, source by source. */
  get found(): readonly FoundFiles[] {
    return this.#found;
  }

  onSources(sources: readonly Source[], failures: readonly string[]): void {
    this.#mark.clear();
    this.#keeper?.setSources(sources);
    this.#post({ kind: 'sources', sources, failures });
  }

  onPaths(source: Source, paths: readonly string[], areKnown: boolean): void {
    this.#mark.clear();
    this.#found.push({ source, paths, read: new Set() });
    if (!areKnown) this.#post({ kind: 'paths', source: source.key, paths: joinTexts(paths) });
  }

  onFile({ key }: Source, file: IndexedFile): void {
    this.#source = key;
    this.#packer.add(file);
    this.#found.at(-1)?.read.add(file.key);
  }

  onGone({ key }: Source, gone: string): void {
    this.#source = key;
    this.#gone.push(gone);
  }

  onProgress({ key }: Source, progress: IndexProgress): void {
    this.#mark.clear();
    this.#source = key;
    this.#progress = progress;
    if (this.#packer.count >= mostFiles || performance.now() - this.#sentAt > mostMs) this.#send();
  }

  onEnd({ key }: Source): void {
    this.#send();
    // Not before: at the next start they tell that all was looked at among them.
    const paths = this.#found.find(({ source }) => source.key === key)?.paths;
    if (paths) this.#keeper?.setPaths(key, paths);
    this.#post({ kind: 'end', source: key });
  }

  /** Tells the names of all that was read: whoever collects them has to make a record of every review. */
  tellNames(): void {
    const read = this.#found.map(({ source }) => ({
      source,
      packs: this.#packsOf(source).flatMap((pack) => filesIn(pack, source)),
    }));
    const names = namesOf(read);
    this.#port.postMessage({ kind: 'names', names } satisfies LookReply, [names]);
  }

  /** Files by their keys, those that were read with what they were found to hold: pack by pack, so that not all of it is in memory. */
  *withWhatIsKnown(source: Source, files: ReadonlyMap<string, TextFile>): Iterable<TextFile> {
    const rest = new Map(files);
    for (const pack of this.#packsOf(source)) {
      for (const files of filesIn(pack, source)) {
        for (const known of files) {
          const file = rest.get(known.key);
          if (file && rest.delete(known.key)) yield { ...file, known };
        }
      }
    }
    yield* rest.values();
  }

  /** Tells the rest, and that the look is over; of one that failed, why. */
  done(problem?: string): void {
    this.#send();
    this.#post({ kind: 'done', ...(problem === undefined ? {} : { problem }) });
  }

  #packsOf({ key }: Source): ArrayBuffer[] {
    return this.#packs.filter(({ source }) => source === key).map(({ files }) => files);
  }

  /** Sends what there is to send. */
  #send(): void {
    this.#sentAt = performance.now();
    const progress = this.#progress;
    const { count } = this.#packer;
    if (count === 0 && this.#gone.length === 0 && !progress) return;
    const files = this.#packer.finish();
    const copy = files.slice(0);
    if (count > 0) this.#packs.push({ source: this.#source, files: copy });
    if (count > 0 || this.#gone.length > 0) this.#keeper?.add(this.#source, copy, this.#gone);
    const reply: LookReply = {
      kind: 'files',
      source: this.#source,
      files,
      gone: this.#gone,
      ...(progress && { progress }),
    };
    this.#gone = [];
    this.#progress = undefined;
    this.#port.postMessage(reply, [files]);
  }

  #post(reply: LookReply): void {
    this.#port.postMessage(reply);
  }
}
