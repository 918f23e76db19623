import assert from 'node:assert/strict';
import { howFar, pendingWork, type Reading, type Searching } from '../../src/host/pendingWork';
import { statusOf } from '../../src/host/statusItem';

// The editor of the tests speaks English.
describe('the words for work that is pending', () => {
  const read: Reading & { failure: undefined } = {
    state: 'ready',
    progress: undefined,
    isStopped: false,
    isRereading: false,
    failure: undefined,
    library: { count: 10_040 },
  };
  const searched: Searching = { state: 'ready', progress: undefined };
  const some = { done: 881, total: 10_040 };

  it('are none at rest', () => {
    assert.equal(pendingWork(read, searched), undefined);
    assert.equal(statusOf(read, searched), undefined);
  });

  it('say how far the reading is', () => {
    const reading = { ...read, state: 'indexing', progress: some } as const;
    assert.equal(pendingWork(reading, searched)?.words, 'Reading reviews, 881 of 10,040');
    const { text, tooltip, command } = statusOf(reading, searched) ?? {};
    assert.equal(text, '$(loading~spin) Reading reviews, 881 of 10,040');
    assert.equal(tooltip, 'Precedent\n881 of 10,040 reviews read.\nClick to stop; what was read stays.');
    assert.equal(command, 'precedent.stopReading');
  });

  it('say that not all was read when it was stopped, until somebody goes on', () => {
    const stopped = { ...read, progress: some, isStopped: true };
    assert.equal(pendingWork(stopped, searched)?.words, 'Not all reviews were read: 881 of 10,040.');
    assert.equal(statusOf(stopped, searched)?.text, '$(debug-pause) Reading reviews stopped');
    assert.match(statusOf(stopped, searched)?.tooltip ?? '', /^881 of 10,040 reviews read\.$/m);
  });

  it('say of what was read anew that the rest is as it was: the title counts all of it', () => {
    const stopped = { ...read, progress: some, isStopped: true, isRereading: true };
    const words = '881 of 10,040 reviews were read anew; the others are as they were.';
    assert.equal(pendingWork(stopped, searched)?.words, words);
    assert.match(statusOf(stopped, searched)?.tooltip ?? '', /^881 of 10,040 reviews read anew\.$/m);
  });

  it('say how many files were listed before it is known which are searched', () => {
    const listing = { state: 'gathering', progress: { done: 0, total: 0, skipped: 0, listed: 4068 } } as const;
    assert.equal(pendingWork(read, listing)?.words, 'Looking for files with citations, 4,068 listed');
    assert.deepEqual(howFar(read, listing), ['10,040 reviews read.']);
  });

  it('say that a search has begun which has reviews enough to look through, before there is a number', () => {
    const begun = { state: 'gathering', progress: { done: 0, total: 0, skipped: 0 } } as const;
    assert.equal(pendingWork(read, begun)?.words, 'Looking for files with citations');
    assert.equal(pendingWork({ ...read, library: { count: 9 } }, begun), undefined);
  });

  it('say what goes on, which a click stops, before what was stopped', () => {
    const progress = { done: 4068, total: 21_781, skipped: 328 };
    const stopped = { ...read, progress: some, isStopped: true };
    assert.equal(statusOf(stopped, { state: 'gathering', progress })?.command, 'precedent.stopGathering');
    assert.equal(statusOf(stopped, { state: 'stopped', progress })?.command, 'precedent.refreshLibrary');
  });

  it('say what is indexed, left alone and pending while files are searched, and when that was stopped', () => {
    const progress = { done: 4068, total: 21_781, skipped: 328 };
    const known = ['10,040 reviews read.', '4,068 of 21,781 files searched for citations, 328 left alone.'];
    const searching = { state: 'gathering', progress } as const;
    assert.equal(pendingWork(read, searching)?.words, 'Looking for citations, 4,068 of 21,781 files');
    assert.deepEqual(howFar(read, searching), known);
    const stopped = { state: 'stopped', progress } as const;
    assert.equal(
      statusOf(read, stopped)?.tooltip,
      ['Precedent', ...known, 'The search for citations was stopped. Click to go on.'].join('\n'),
    );
  });
});
