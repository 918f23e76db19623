// The threads that gather citations, in a file of their own beside the extension: the one that `gatheringThread.ts` starts, and a second one that
// this starts while there is much to look through.
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromGatherer, FromSecond, Port, ToGatherer, ToSecond } from './gatheringMessages';
import { Thread } from './gatheringThread';
import { goBehind } from './goBehind';
import { serveGathering } from './serveGathering';
import { serveScanning } from './serveScanning';
import { threadFileSystem } from './threadFileSystem';

const isSecond = 'second';

/** Fewer files are looked through sooner than a thread has started. */
const manyFiles = 1000;

if (parentPort && threadFileSystem) {
  const fileSystem = threadFileSystem;
  goBehind();
  if (workerData === isSecond) serveScanning(portTo<ToSecond, FromSecond>(parentPort), fileSystem);
  else {
    const second = { start: () => new Thread<FromSecond, ToSecond>(__filename, isSecond), fewest: manyFiles };
    const port = portTo<ToGatherer, FromGatherer>(parentPort);
    serveGathering(port, fileSystem, availableParallelism() > 1 ? second : undefined);
  }
}

function portTo<In, Out>(port: NonNullable<typeof parentPort>): Port<In, Out> {
  return {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    onMessage: (listener) => void port.on('message', listener),
    onLost: () => {},
    close: () => port.close(),
  };
}
