import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { InstalledLanguages } from '../../src/host/installedLanguages';
import { LiveLibrary } from '../../src/host/liveLibrary';
import type { Log } from '../../src/host/log';
import { pendingWork } from '../../src/host/pendingWork';
import { TrackedCitations } from '../../src/host/trackedCitations';
import { WorkspaceCitations } from '../../src/host/workspaceCitations';
import type { GatheringProgress } from '../../src/indexing/citationGatherer';
import type { Gatherer } from '../../src/indexing/gatherer';
import type { LibraryLooker, LookListener } from '../../src/indexing/lookAtLibrary';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, show: () => {} };
const source = { key: 'file:///incidents', path: 'incidents', root: 'file:///', rules: defaultRules, findings: [] };
const all = 1000;

/** An end that is awaited before it comes. */
class Over {
  resolve = () => {};
  readonly promise = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });
}

/** A look that ends, or is ended, when the test says so. */
class Look {
  readonly listener: LookListener;
  readonly over = new Over();

  constructor(listener: LookListener, signal: AbortSignal) {
    this.listener = listener;
    signal.addEventListener('abort', () => this.over.resolve());
    listener.onSources([source], []);
  }

  read(done: number): void {
    this.listener.onProgress(source, { done, total: all });
  }

  end(): void {
    this.listener.onEnd(source);
    this.over.resolve();
  }
}

/** A run of the search that ends, or is ended, when the test says so. */
class Run {
  readonly onStep: () => void;
  readonly over = new Over();

  constructor(signal: AbortSignal, onStep: () => void) {
    this.onStep = onStep;
    signal.addEventListener('abort', () => this.over.resolve());
  }
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};

// All that takes time is played here: the library is read, and files are searched, as far as the test says.
describe('stopping and going on', () => {
  let looks: Look[];
  let runs: Run[];
  let own: vscode.Disposable[];
  let library: LiveLibrary;
  let citations: WorkspaceCitations;
  let searched: GatheringProgress;
  let isBehind: boolean;
  const words = () => pendingWork(library, citations)?.words;
  const look = (number: number) => {
    const there = looks[number];
    assert.ok(there);
    return there;
  };
  const run = (number: number) => {
    const there = runs[number];
    assert.ok(there);
    return there;
  };

  beforeEach(async () => {
    looks = [];
    runs = [];
    searched = { done: 0, total: 0, skipped: 0 };
    isBehind = true;
    const looker: LibraryLooker = {
      canLookAt: () => true,
      look: async (_roots, _seen, listener, signal) => {
        const begun = new Look(listener, signal);
        looks.push(begun);
        await begun.over.promise;
      },
      recall: async () => false,
      wantTexts: () => {},
      onTexts: undefined,
      *preparing() {},
      forget: () => {},
      dispose: () => {},
    };
    const gatherer: Gatherer & vscode.Disposable = {
      get isBehind() {
        return isBehind;
      },
      get progress() {
        return searched;
      },
      skipped: [],
      setRoots: () => {},
      setKnown: () => {},
      hint: () => {},
      lookEverywhere: () => {
        isBehind = true;
      },
      setOpen: () => {},
      run: async (signal, onStep) => {
        const begun = new Run(signal, onStep);
        runs.push(begun);
        await begun.over.promise;
      },
      dispose: () => {},
    };
    library = new LiveLibrary(quiet, looker);
    const languages = new InstalledLanguages();
    const tracked = new TrackedCitations(library, languages);
    citations = new WorkspaceCitations(library, tracked, languages, quiet, () => gatherer);
    own = [citations, tracked, languages, library];
    void library.refresh();
    await until(() => looks.length === 1);
    const path = 'incidents/INC-7.md';
    const file = { key: `${source.key}/INC-7.md`, source: source.key, path, pathInSource: 'INC-7.md' };
    const reading = readReviews({ ...file, text: '# A kettle\n', isTruncated: false, neighbours: [] }, defaultRules);
    look(0).listener.onFile(source, { key: file.key, file, reading, look: { mtime: 1, size: 11 } });
  });

  afterEach(() => {
    for (const each of own) each.dispose();
  });

  async function readAll(): Promise<void> {
    look(0).end();
    await until(() => library.state === 'ready');
  }

  async function searchAll(): Promise<void> {
    isBehind = false;
    runs.at(-1)?.over.resolve();
    await until(() => citations.state === 'ready');
  }

  it('ends the first reading, after which nothing else begins, until somebody goes on from there', async () => {
    look(0).read(400);
    library.stop();
    assert.equal(words(), 'Not all reviews were read: 400 of 1,000.');
    await until(() => library.state === 'ready');
    // Longer than changes wait for quiet.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(runs.length, 0);
    assert.equal(citations.state, 'stopped');
    const goingOn = library.refresh();
    assert.equal(words(), 'Reading reviews, 400 of 1,000');
    await until(() => looks.length === 2);
    look(1).read(1);
    assert.equal(words(), 'Reading reviews, 400 of 1,000');
    look(1).read(401);
    assert.equal(words(), 'Reading reviews, 401 of 1,000');
    look(1).end();
    await goingOn;
    assert.equal(words(), undefined);
    await until(() => runs.length === 1);
    await searchAll();
  });

  it('says of reviews that are read anew that the others are as they were', async () => {
    await readAll();
    const rebuilt = library.rebuild();
    await until(() => looks.length === 2);
    look(1).read(300);
    assert.equal(words(), 'Reading reviews, 300 of 1,000');
    library.stop();
    await rebuilt;
    assert.equal(words(), '300 of 1,000 reviews were read anew; the others are as they were.');
    void library.refresh();
    await until(() => looks.length === 3);
    assert.equal(words(), 'Reading reviews, 300 of 1,000');
    library.stop();
    assert.equal(words(), '300 of 1,000 reviews were read anew; the others are as they were.');
    const goingOn = library.refresh();
    await until(() => looks.length === 4);
    look(3).end();
    await goingOn;
    assert.deepEqual([words(), library.isRereading, library.isWhole], [undefined, false, true]);
  });

  it('has the search wait while all reviews are read once more', async () => {
    await readAll();
    void citations.gather();
    await until(() => runs.length === 1);
    const rebuilt = library.rebuild();
    await until(() => looks.length === 2);
    await run(0).over.promise;
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(runs.length, 1);
    look(1).end();
    await rebuilt;
    await until(() => runs.length === 2);
    await searchAll();
  });

  it('tells numbers of a search that do not fall, also where it goes on', async () => {
    await readAll();
    void citations.gather();
    await until(() => runs.length === 1);
    const step = async (progress: Omit<GatheringProgress, 'skipped'>) => {
      searched = { skipped: 0, ...progress };
      // As long as there are between two words.
      await new Promise((resolve) => setTimeout(resolve, 260));
      runs.at(-1)?.onStep();
      return words();
    };
    assert.equal(await step({ done: 0, total: 0, listed: 1200 }), 'Looking for files with citations, 1,200 listed');
    assert.equal(await step({ done: 900, total: 2000 }), 'Looking for citations, 900 of 2,000 files');
    assert.equal(await step({ done: 700, total: 1990 }), 'Looking for citations, 900 of 2,000 files');
    citations.stop();
    assert.equal(words(), 'Not all files were searched for citations.');
    const goingOn = citations.goOn();
    await until(() => runs.length === 2);
    assert.equal(words(), 'Looking for citations, 900 of 2,000 files');
    assert.equal(await step({ done: 10, total: 2000 }), 'Looking for citations, 900 of 2,000 files');
    assert.equal(await step({ done: 1000, total: 2000 }), 'Looking for citations, 1,000 of 2,000 files');
    await searchAll();
    await goingOn;
    assert.equal(words(), undefined);
  });
});
