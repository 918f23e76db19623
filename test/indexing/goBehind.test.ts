import assert from 'node:assert/strict';
import { getPriority, platform } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { goBehind } from '../../src/indexing/goBehind';

const asThread = 'goes behind';

// This file is both the test and the thread that it starts.
if (workerData === asThread) {
  goBehind();
  parentPort?.postMessage(getPriority(0));
} else {
  describe('going behind others', () => {
    it('is for one thread: the others of the process stay where they are', async function () {
      if (platform() !== 'linux') this.skip();
      const before = getPriority(0);
      const worker = new Worker(__filename, { workerData: asThread });
      const there = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      assert.equal(there, Math.min(before + 5, 19));
      assert.equal(getPriority(0), before);
    });
  });
}
