// The thread that gathers citations: a file of its own beside the extension, started by `gatheringThread.ts`.
import { parentPort } from 'node:worker_threads';
import { nodeFileSystem } from './nodeFileSystem';
import { serveGathering } from './serveGathering';

if (parentPort && nodeFileSystem) {
  const port = parentPort;
  serveGathering(
    {
      post: (message, transfer = []) => port.postMessage(message, [...transfer]),
      onMessage: (listener) => void port.on('message', listener),
      onLost: () => {},
      close: () => port.close(),
    },
    nodeFileSystem,
  );
}
