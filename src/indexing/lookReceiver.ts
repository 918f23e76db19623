import type { Source } from '../core/reviews/library';
import { isFatal } from './fatalFiles';
import { openFiles } from './filePack';
import type { FileStat } from './fileSystem';
import type { CachedSource } from './libraryCache';
import type { LookListener } from './lookAtLibrary';
import { type LookReply, splitTexts } from './lookMessages';
import { ReadingsInOrder } from './readingsInOrder';
import type { StoredSources } from './storedSources';

/** Fewer files are handed over one by one: those that are handed over at once are a layer more in which files are looked up. */
const few = 64;

type ReplyOfSource = Extract<LookReply, { readonly source: string }>;

/**
 * Hands over to a listener what the worker tells of one look (there, `LookReporter` does), or what was kept of the last one. Nothing is made of the
 * files in a pack before somebody asks.
 */
export class LookReceiver {
  readonly #stored: StoredSources;
  readonly #listener: LookListener;
  readonly #fatal: Map<string, FileStat>;
  readonly #handedOver = new ReadingsInOrder();

  /** `stored` is told sources and paths, `fatal` the files that were left alone at an earlier start. */
  constructor(stored: StoredSources, listener: LookListener, fatal: Map<string, FileStat>) {
    this.#stored = stored;
    this.#listener = listener;
    this.#fatal = fatal;
  }

  /** Takes a reply of the worker, in the order in which they came. */
  take(reply: Exclude<LookReply, { kind: 'done' }>): void {
    if (reply.kind === 'sources') this.#takeSources(reply.sources, reply.failures);
    else if (reply.kind === 'names') this.takeNames(reply.names);
    else {
      const source = this.#stored.get(reply.source);
      if (source) this.#takeOf(source, reply);
    }
  }

  /** Takes all sources that were kept, as if they had just been looked at. */
  takeKept(kept: readonly CachedSource[]): void {
    this.#takeSources(
      kept.map(({ source }) => source),
      [],
    );
    for (const { source, paths, packs } of kept) {
      this.#takePaths(source, paths);
      for (const pack of packs) this.#takeFiles(source, pack);
      this.#listener.onEnd(source);
    }
  }

  /** Takes the names of the files that were handed over, as `packNames` packed them. */
  takeNames(names: ArrayBuffer): void {
    const files = this.#handedOver;
    // A list, for who was told of files one by one.
    this.#listener.onNames?.(names, this.#listener.onFiles ? files : [...files]);
  }

  #takeSources(sources: readonly Source[], failures: readonly string[]): void {
    this.#stored.setSources(sources);
    this.#listener.onSources(sources, failures);
  }

  #takeOf(source: Source, reply: ReplyOfSource): void {
    switch (reply.kind) {
      case 'paths':
        this.#takePaths(source, splitTexts(reply.paths));
        break;
      case 'files':
        this.#takeFiles(source, reply.files);
        for (const key of reply.gone) this.#listener.onGone(source, key);
        if (reply.progress) this.#listener.onProgress(source, reply.progress);
        break;
      case 'end':
        this.#listener.onEnd(source);
    }
  }

  #takePaths(source: Source, paths: readonly string[]): void {
    this.#stored.setPaths(source.key, paths);
    this.#listener.onPaths(source, this.#stored.pathsOf(source.key), false);
  }

  #takeFiles(source: Source, pack: ArrayBuffer): void {
    const files = openFiles(pack, source, this.#stored);
    if (!files) return;
    for (const { key, reading, look } of files.unreadable()) if (isFatal(reading)) this.#fatal.set(key, look);
    this.#handedOver.add(files);
    if (this.#listener.onFiles && files.size >= few) this.#listener.onFiles(source, files);
    else for (const file of files) this.#listener.onFile(source, file);
  }
}
