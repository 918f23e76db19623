import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Source } from '../core/reviews/library';
import type { Steps } from '../core/steps';
import { deleteBuffers } from './bufferFile';
import { isFatal } from './fatalFiles';
import { openFiles } from './filePack';
import type { FileStat } from './fileSystem';
import { readCache } from './libraryCache';
import type { LibraryLooker, LibraryRoot, LookListener, SeenSources } from './lookAtLibrary';
import { type LookReply, type LookRequest, receiveTexts, sendLooks, splitTexts, type TextReply } from './lookMessages';
import type { FilesInOrder } from './namePack';
import { nodeFileSystem } from './nodeFileSystem';
import { startPace, turnForOthers } from './pace';
import { ReadingMark } from './readingMark';
import { ReadingsInOrder } from './readingsInOrder';
import { StoredSources } from './storedSources';

/** ms without work after which the worker is ended: it holds memory, and starts quickly. */
const idle = 20_000;

/** Fewer files are handed over one by one: each time that many come at once is a place where all are looked for. */
const few = 64;

/** Where workers were lost over more files than this, it is not the files. */
const mostFatal = 16;

/**
 * Looks at libraries in a thread of its own; `script` is the built file of `libraryWorker.ts`. What it hands over are the facts of reviews;
 * their texts are read when somebody asks. `storage` is the folder in which the library is kept from start to start, if it is to be.
 * Nothing where there are no such threads (the web host).
 */
export const workerLook: ((script: string, storage?: string) => LibraryLooker) | undefined = (script, storage) =>
  new WorkerLook(script, storage);

class WorkerLook implements LibraryLooker {
  readonly #script: string;
  readonly #cache: { readonly library: string; readonly texts: string } | undefined;
  readonly #stored: StoredSources | undefined = nodeFileSystem && new StoredSources(nodeFileSystem);
  /** Full text is to be made; is to be taken as it was kept, if it was; was asked for; is there. */
  #texts: 'wanted' | 'kept' | 'asked' | 'there' = 'wanted';
  onTexts: LibraryLooker['onTexts'];
  /** Files over which a worker was lost, and how they looked. */
  readonly #fatal = new Map<string, FileStat>();
  #worker: Worker | undefined;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(script: string, storage: string | undefined) {
    this.#script = script;
    this.#cache =
      storage === undefined ? undefined : { library: join(storage, 'library.bin'), texts: join(storage, 'text.bin') };
  }

  canLookAt(roots: readonly LibraryRoot[]): boolean {
    return this.#stored !== undefined && roots.every(({ root }) => root.fileSystem === nodeFileSystem);
  }

  async recall(roots: readonly LibraryRoot[], listener: LookListener): Promise<boolean> {
    const stored = this.#stored;
    if (!this.#cache || !stored || !this.canLookAt(roots)) return false;
    const kept = readCache(this.#cache.library, this.#keyOf(roots));
    if (!kept) return false;
    await turnForOthers();
    const pace = startPace();
    // It starts while what was kept is put to use: the look that compares that with the files is next. Sooner, reading would take longer.
    this.#started();
    this.#endLater();
    const sources = kept.sources.map(({ source }) => source);
    stored.setSources(sources);
    listener.onSources(sources, []);
    const told = new ReadingsInOrder();
    for (const { source, paths, packs } of kept.sources) {
      stored.setPaths(source.key, paths);
      listener.onPaths(source, paths, false);
      for (const pack of packs) this.#unpack(pack, source, stored, listener, told);
      listener.onEnd(source);
    }
    await pace();
    if (kept.names) listener.onNames?.(kept.names, inOrderFor(listener, told));
    if (this.#texts === 'wanted') this.#texts = 'kept';
    return true;
  }

  *preparing(): Steps<void> {
    if (this.#stored) yield* this.#stored.preparing();
  }

  forget(): void {
    // What the worker is about to write would bring it back.
    this.dispose();
    this.#fatal.clear();
    for (const place of Object.values(this.#cache ?? {})) deleteBuffers(place);
  }

  wantTexts(): void {
    if (this.#texts === 'there') this.#texts = 'wanted';
  }

  /** What comes in is unpacked in slices. Where a worker is lost over a file, another one looks at the rest. */
  async look(
    roots: readonly LibraryRoot[],
    seen: SeenSources,
    listener: LookListener,
    signal: AbortSignal,
  ): Promise<void> {
    for (;;) {
      const known = this.#fatal.size;
      try {
        return await this.#lookOnce(roots, seen, listener, signal);
      } catch (error) {
        if (this.#fatal.size === known) throw error;
      }
    }
  }

  async #lookOnce(
    roots: readonly LibraryRoot[],
    seen: SeenSources,
    listener: LookListener,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    clearTimeout(this.#end);
    const worker = this.#started();
    const asked = this.#texts;
    const request: LookRequest = {
      kind: 'look',
      roots: roots.map(({ root, options }) => ({ place: root.place, options })),
      seen: sendLooks(seen),
      fatal: this.#fatal,
      texts: asked === 'wanted' ? 'all' : asked === 'kept' ? 'kept' : 'read',
      ...(this.#cache && { cache: { ...this.#cache, key: this.#keyOf(roots) } }),
    };
    if (request.texts !== 'read') this.#texts = 'asked';
    const stop = () => worker.postMessage({ kind: 'stop' } satisfies LookRequest);
    signal.addEventListener('abort', stop);
    try {
      await this.#exchange(worker, request, listener, signal);
      if (signal.aborted && request.texts !== 'read') this.#texts = asked;
    } catch (error) {
      this.dispose();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#endLater();
    }
  }

  /** Another look starts a worker again. */
  dispose(): void {
    clearTimeout(this.#end);
    const worker = this.#worker;
    this.#forgetWorker();
    void worker?.terminate();
  }

  #forgetWorker(): void {
    this.#worker = undefined;
    // What was being made is lost with it.
    if (this.#texts === 'asked') this.#texts = 'wanted';
  }

  /** Not while full text is being made, which takes long where texts are many. */
  #endLater(): void {
    clearTimeout(this.#end);
    this.#end = setTimeout(() => (this.#texts === 'asked' ? this.#endLater() : this.dispose()), idle);
    this.#end.unref();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const mark = new ReadingMark();
    const worker = new Worker(this.#script, { workerData: mark.memory });
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    const isOver = () => {
      if (this.#worker !== worker) return;
      this.#forgetWorker();
      this.#leaveAlone(mark.place);
    };
    worker.on('error', isOver);
    worker.on('exit', isOver);
    worker.on('message', (reply: LookReply | TextReply) => {
      if (reply.kind !== 'texts') return;
      // Where none come along, they may have been wanted again since.
      if (reply.texts || this.#texts === 'asked') this.#texts = 'there';
      if (reply.texts) this.onTexts?.(receiveTexts(reply.texts), reply.areKept === true);
    });
    this.#worker = worker;
    return worker;
  }

  /** Has no worker read a file that one was lost over, until it changes. */
  #leaveAlone(place: string | undefined): void {
    if (place === undefined || this.#fatal.size >= mostFatal) return;
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat) this.#fatal.set(place, { size: stat.size, mtime: stat.mtimeMs });
  }

  /** Takes replies as they come. */
  #exchange(worker: Worker, request: LookRequest, listener: LookListener, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const told = new ReadingsInOrder();
      const finish = (error?: Error) => {
        worker.off('message', take);
        worker.off('error', finish);
        worker.off('exit', exit);
        worker.unref();
        if (error) reject(error);
        else resolve();
      };
      const take = (reply: LookReply | TextReply) => {
        if (reply.kind === 'texts') return;
        try {
          if (reply.kind !== 'done') this.#take(reply, listener, signal, told);
          else finish(reply.problem === undefined ? undefined : new Error(reply.problem));
        } catch (error) {
          finish(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const exit = () => finish(new Error('The worker that reads reviews has ended.'));
      worker.on('message', take);
      worker.on('error', finish);
      worker.on('exit', exit);
      worker.ref();
      worker.postMessage(request);
    });
  }

  /** `told` are the files that this look has handed over. */
  #take(
    reply: Exclude<LookReply, { kind: 'done' }>,
    listener: LookListener,
    signal: AbortSignal,
    told: ReadingsInOrder,
  ): void {
    const stored = this.#stored;
    if (!stored || signal.aborted) return;
    if (reply.kind === 'sources') {
      stored.setSources(reply.sources);
      listener.onSources(reply.sources, reply.failures);
      return;
    }
    if (reply.kind === 'names') {
      listener.onNames?.(reply.names, inOrderFor(listener, told));
      return;
    }
    const source = stored.get(reply.source);
    if (!source) return;
    switch (reply.kind) {
      case 'paths':
        stored.setPaths(source.key, splitTexts(reply.paths));
        listener.onPaths(source, stored.pathsOf(source.key), false);
        return;
      case 'files': {
        this.#unpack(reply.files, source, stored, listener, told);
        for (const key of reply.gone) listener.onGone(source, key);
        if (reply.progress) listener.onProgress(source, reply.progress);
        return;
      }
      case 'end':
        listener.onEnd(source);
    }
  }

  /** Hands over the files in a pack. */
  #unpack(
    pack: ArrayBuffer,
    source: Source,
    stored: StoredSources,
    listener: LookListener,
    told: ReadingsInOrder,
  ): void {
    const files = openFiles(pack, source, stored);
    if (!files) return;
    // Known from an earlier start, where that was kept.
    for (const { key, reading, look } of files.unreadable()) if (isFatal(reading)) this.#fatal.set(key, look);
    told.add(files);
    if (listener.onFiles && files.size >= few) listener.onFiles(source, files);
    else for (const file of files) listener.onFile(source, file);
  }

  /** Folders and settings, and the build that reads them: another one may read the same files otherwise. */
  #keyOf(roots: readonly LibraryRoot[]): string {
    const script = statSync(this.#script);
    // What the script loads to read lies beside it.
    const reader = statSync(join(dirname(this.#script), 'libraryReader.js'), { throwIfNoEntry: false });
    const build = [script.size, script.mtimeMs, reader?.size, reader?.mtimeMs];
    return JSON.stringify([...build, ...roots.map(({ root, options }) => [root.place, options])]);
  }
}

/** A list, for who was told of files one by one. */
function inOrderFor({ onFiles }: LookListener, told: ReadingsInOrder): FilesInOrder {
  return onFiles ? told : [...told];
}
