import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { FromGatherer, Port, ToGatherer } from './gatheringMessages';

/**
 * A thread that gathers citations, started by the first message to it: `file` is what `gatheringWorker.ts` was built to. Nothing where there
 * is no such file.
 */
export const gatheringThread: ((file: string) => Port<FromGatherer, ToGatherer> | undefined) | undefined = (file) =>
  existsSync(file) ? new Thread(file) : undefined;

/** A thread, started by the first message to it, and told at its start what it is to be. */
export class Thread<In, Out> implements Port<In, Out> {
  readonly #file: string;
  readonly #role: string | undefined;
  #worker: Worker | undefined;
  #isClosed = false;
  #hear: (message: In) => void = () => {};
  #lose: (reason: string) => void = () => {};

  constructor(file: string, role?: string) {
    this.#file = file;
    this.#role = role;
  }

  post(message: Out, transfer: readonly ArrayBuffer[] = []): void {
    if (this.#isClosed) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage(message, transfer);
  }

  onMessage(listener: (message: In) => void): void {
    this.#hear = listener;
  }

  onLost(listener: (reason: string) => void): void {
    this.#lose = listener;
  }

  close(): void {
    this.#isClosed = true;
    void this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#file, { name: 'precedent', workerData: this.#role });
    worker.unref();
    worker.on('message', (message: In) => this.#hear(message));
    worker.on('error', (error) => this.#lost(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.#lost(`it ended with ${code}`));
    return worker;
  }

  #lost(reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#lose(reason);
  }
}
