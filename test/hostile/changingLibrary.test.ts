import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library, type Source } from '../../src/core/reviews/library';
import type { FileSystem } from '../../src/indexing/fileSystem';
import { findSources } from '../../src/indexing/findSources';
import { indexSource, type SeenFiles } from '../../src/indexing/indexSource';
import { MemoryFileSystem } from '../indexing/memoryFileSystem';
import { faulty } from './faultyFileSystem';

const path = fc.constantFrom(
  ...[
    'INC-1.md',
    'inc-1.md',
    'INC-2.md',
    'a/INC-3.md',
    'A/INC-3.md',
    'a/INC-3-graph.png',
    'a/some graph.png',
    'b',
    'b/INC-4.yaml',
    'README.md',
  ],
);
const text = fc.constantFrom(
  '# A kettle\n',
  '# A kettlE\n',
  '---\nid: INC-9\n---\n# Nine\n\n![g](a/some%20graph.png)\n',
  'title: As data\nid: INC-4\ndate: 2024-01-05\n',
  'a\0b',
  '',
);

/** What happens to a library while it is looked at: other files, other names, another clock; a drive that fails, a look that is stopped. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, text }),
  fc.record({ kind: fc.constant('write' as const), path: fc.constant('precedent.yaml'), text: rulesText() }),
  fc.record({ kind: fc.constant('delete' as const), path }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
  fc.record({ kind: fc.constant('clock' as const), by: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
  fc.record({ kind: fc.constant('look' as const), share: fc.constantFrom(0, 0.1, 0.3), seed: fc.integer({ min: 1 }) }),
  fc.record({ kind: fc.constant('stopped' as const), after: fc.nat(6) }),
);

function rulesText() {
  return fc.constantFrom('exclude: ["a/**"]\n', 'split: heading\n', 'paths: a\n', '');
}

/** A library as a window keeps it, brought up to date by looks alone. */
class Window {
  readonly files = new MemoryFileSystem();
  readonly library = new Library();
  readonly #seen: SeenFiles = new Map();
  faults = 0;

  async look(fileSystem: FileSystem = this.files, signal?: AbortSignal, onRead = () => {}): Promise<void> {
    const source = await sourceIn(fileSystem);
    // Where its folder cannot be listed at all, nothing is known of a source.
    if (!source) return;
    this.library.setSource(source);
    await indexSource({ place: '/w', fileSystem }, source, {
      seen: this.#seen,
      ...(signal && { signal }),
      onFile: ({ key, reading }) => {
        this.library.set(key, source.key, reading);
        onRead();
      },
      onGone: (key) => this.library.delete(key),
    });
  }

  async lookFaulty(share: number, seed: number): Promise<void> {
    const drive = faulty(this.files, share, 0, seed);
    await this.look({ ...drive, join: (folder, below) => this.files.join(folder, below) });
    this.faults += drive.faults();
  }

  async lookStopped(after: number): Promise<void> {
    const abort = new AbortController();
    let count = 0;
    await this.look(this.files, abort.signal, () => {
      if (++count > after) abort.abort();
    });
  }

  get everything() {
    const { reviews, readingPaths, omitted, problems } = this.library;
    return JSON.parse(JSON.stringify({ reviews, readingPaths, omitted, problems }));
  }
}

async function sourceIn(fileSystem: FileSystem): Promise<Source | undefined> {
  const options = { folders: ['incidents'], allowOutside: false, idPatterns: [] };
  const [source] = await findSources({ place: '/w', fileSystem }, options).catch(() => []);
  return source;
}

describe('a library that changes while it is looked at', function () {
  this.timeout(120_000);

  it('is in the end what a cold start finds, whatever failed, was stopped or was never told', async () => {
    let faults = 0;
    let looks = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 30 }), async (changes) => {
        const window = new Window();
        window.files.write('incidents/INC-7.md', '# Holds\n');
        for (const each of changes) {
          if (each.kind === 'write') window.files.write(`incidents/${each.path}`, each.text);
          if (each.kind === 'delete') window.files.delete(`incidents/${each.path}`);
          if (each.kind === 'rename') window.files.rename(`incidents/${each.path}`, `incidents/${each.to}`);
          if (each.kind === 'clock') window.files.turnClock(each.by);
          if (each.kind === 'look') await window.lookFaulty(each.share, each.seed);
          if (each.kind === 'stopped') await window.lookStopped(each.after);
          if (each.kind === 'look' || each.kind === 'stopped') looks++;
        }
        await window.look();
        const cold = new Window();
        Object.assign(cold, { files: window.files });
        await cold.look();
        assert.deepEqual(window.everything, cold.everything);
        faults += window.faults;
      }),
      { numRuns: 150 },
    );
    console.log(`note: ${faults} faults in ${looks} looks at libraries that change, nothing lost`);
  });
});
