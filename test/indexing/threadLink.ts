import { setImmediate } from 'node:timers';
import type { Port } from '../../src/indexing/gatheringMessages';

/** What stands for a thread and the channel to it: nothing is shared, and everything arrives later. `here` gets `In` and posts `Out`. */
export class ThreadLink<In, Out> {
  #toHere: ((message: In) => void) | undefined;
  #toThere: ((message: Out) => void) | undefined;
  #lost: (() => void) | undefined;
  #isOpen = true;

  readonly here: Port<In, Out> = {
    post: (message) => this.#send(message, (copy) => this.#toThere?.(copy)),
    onMessage: (listener) => {
      this.#toHere = listener;
    },
    onLost: (listener) => {
      this.#lost = () => listener('it was ended');
    },
    close: () => {
      this.#isOpen = false;
    },
  };
  readonly there: Port<Out, In> = {
    post: (message) => this.#send(message, (copy) => this.#toHere?.(copy)),
    onMessage: (listener) => {
      this.#toThere = listener;
    },
    onLost: () => {},
    close: () => {},
  };

  /** Ends the thread: nothing arrives any more, and `here` is told. */
  lose(): void {
    this.#isOpen = false;
    this.#lost?.();
  }

  #send<Message>(message: Message, arrive: (copy: Message) => void): void {
    const copy = structuredClone(message);
    setImmediate(() => this.#isOpen && arrive(copy));
  }
}
