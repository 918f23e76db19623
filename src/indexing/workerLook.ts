import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Steps } from '../core/steps';
import { deleteBuffers } from './bufferFile';
import type { FileStat } from './fileSystem';
import { readCache } from './libraryCache';
import type { LibraryLooker, LibraryRoot, LookListener, SeenSources } from './lookAtLibrary';
import { type LookReply, type LookRequest, receiveTexts, sendLooks, type TextReply } from './lookMessages';
import { LookReceiver } from './lookReceiver';
import { nodeFileSystem } from './nodeFileSystem';
import { startPace, turnForOthers } from './pace';
import { ReadingMark } from './readingMark';
import { sharedStorage } from './sharedStorage';
import { StoredSources } from './storedSources';

/** ms without work after which the worker is ended: it holds memory, and starts quickly. */
const idle = 20_000;

/** Where workers were lost over more files than this, it is not the files. */
const mostFatal = 16;

/**
 * Looks at libraries in a thread of its own; `script` is the built file of `libraryWorker.ts`. What it hands over are the facts of reviews;
 * their texts are read when somebody asks. `storage` is the folder in which VS Code has this window keep things from start to start, if the library is
 * to be kept; windows on one workspace share it. Nothing where there are no such threads (the web host).
 */
export const workerLook: ((script: string, storage?: string) => LibraryLooker) | undefined = (script, storage) =>
  new WorkerLook(script, storage === undefined ? undefined : sharedStorage(storage));

type Look = Extract<LookRequest, { kind: 'look' }>;

/**
 * How far the full text of all reviews is.
 *
 * - `wanted`: all of it is to be made. So it begins; so it is again where the worker was lost or ended that was making it, and where it was
 *   there and `wantTexts` says so.
 * - `kept`: what was kept will do, where it was kept. So it is after `recall`.
 * - `asked`: a look has asked for it, as the two above say. Where that look is ended, it is what it was before.
 * - `there`: the worker has told of it, or that there is too little to tell of.
 */
type FullText = 'wanted' | 'kept' | 'asked' | 'there';

/** What the next look asks for: once all was asked for, the text of what that look reads. */
const textsToAskFor: Readonly<Record<FullText, Look['texts']>> = {
  wanted: 'all',
  kept: 'kept',
  asked: 'read',
  there: 'read',
};

class WorkerLook implements LibraryLooker {
  readonly #script: string;
  readonly #cache: { readonly library: string; readonly texts: string } | undefined;
  readonly #stored: StoredSources | undefined = nodeFileSystem && new StoredSources(nodeFileSystem);
  #texts: FullText = 'wanted';
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
    const receiver = new LookReceiver(stored, listener, this.#fatal);
    receiver.takeKept(kept.sources);
    await pace();
    if (kept.names) receiver.takeNames(kept.names);
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

  /** Where a worker is lost over a file, another one looks at the rest. */
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
    const receiver = this.#stored && new LookReceiver(this.#stored, listener, this.#fatal);
    const before = this.#texts;
    const request: Look = {
      kind: 'look',
      roots: roots.map(({ root, options }) => ({ place: root.place, options })),
      seen: sendLooks(seen),
      fatal: this.#fatal,
      texts: textsToAskFor[before],
      ...(this.#cache && { cache: { ...this.#cache, key: this.#keyOf(roots) } }),
    };
    if (request.texts !== 'read') this.#texts = 'asked';
    const stop = () => worker.postMessage({ kind: 'stop' } satisfies LookRequest);
    signal.addEventListener('abort', stop);
    try {
      await exchange(worker, request, (reply) => {
        if (!signal.aborted) receiver?.take(reply);
      });
      if (signal.aborted && request.texts !== 'read') this.#texts = before;
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
      // Where nothing comes along, what was kept came before it, and has perhaps been found to be too little since: it stays wanted.
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

  /** Folders and settings, and the build that reads them: another one may read the same files otherwise. */
  #keyOf(roots: readonly LibraryRoot[]): string {
    const script = statSync(this.#script);
    // What the script loads to read lies beside it.
    const reader = statSync(join(dirname(this.#script), 'libraryReader.js'), { throwIfNoEntry: false });
    const build = [script.size, script.mtimeMs, reader?.size, reader?.mtimeMs];
    return JSON.stringify([...build, ...roots.map(({ root, options }) => [root.place, options])]);
  }
}

/** Sends the worker a request, and hands over its replies until it is done. Rejects where it fails or ends, or `receive` throws. */
function exchange(
  worker: Worker,
  request: Look,
  receive: (reply: Exclude<LookReply, { kind: 'done' }>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      worker.off('message', onReply);
      worker.off('error', finish);
      worker.off('exit', onExit);
      worker.unref();
      if (error) reject(error);
      else resolve();
    };
    const onReply = (reply: LookReply | TextReply) => {
      if (reply.kind === 'texts') return;
      try {
        if (reply.kind !== 'done') receive(reply);
        else finish(reply.problem === undefined ? undefined : new Error(reply.problem));
      } catch (error) {
        finish(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const onExit = () => finish(new Error('The worker that reads reviews has ended.'));
    worker.on('message', onReply);
    worker.on('error', finish);
    worker.on('exit', onExit);
    worker.ref();
    worker.postMessage(request);
  });
}
