import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CitationIndex } from '../../src/core/citations/citationIndex';
import { findCitations } from '../../src/core/citations/findCitations';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { Library } from '../../src/core/reviews/library';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { CitationGatherer, type GatheredRoot } from '../../src/indexing/citationGatherer';
import { MemoryFileSystem } from './memoryFileSystem';

const never = new AbortController().signal;

describe('the gatherer of citations', () => {
  it('finds what the files cite, and says what it left alone', async () => {
    const world = new World({
      'src/a.ts': '// see INC-7\n',
      'docs/b.md': 'Because of INC-7.\n',
      '.gitignore': 'out/\n',
      'out/c.ts': '// INC-7\n',
    });
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['docs/b.md:1', 'src/a.ts:1']);
    assert.deepEqual(world.gatherer.skipped, [
      { place: '/w/out', path: 'out', reason: 'excluded by .gitignore or .ignore' },
    ]);
  });

  it('looks at nothing but what it was told of', async () => {
    const world = new World({ 'src/a.ts': '// INC-7\n', 'src/b.ts': '// INC-7\n' });
    await world.run();
    world.files.write('src/a.ts', '//\n// INC-7\n');
    world.files.write('src/b.ts', '//\n//\n');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1', 'src/b.ts:1']);
    world.hint('src/a.ts');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:2', 'src/b.ts:1']);
  });

  it('reads no file again because a sentence of a review changed', async () => {
    const world = new World({ 'src/a.ts': '// INC-7\n' });
    world.tell('INC-7', '# INC-7: Holds\n\nThey expired.\n');
    await world.run();
    const reads = world.reads;
    world.tell('INC-7', '# INC-7: Holds that expired\n\nAll at once.\n');
    await world.run();
    assert.equal(world.reads, reads);
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1']);
  });

  it('finds the names of a new review in files it has read before', async () => {
    const world = new World({ 'src/a.ts': '// LAMP-5, INC-99\n' });
    await world.run();
    assert.deepEqual(world.cited('LAMP-5'), []);
    assert.equal(world.index.ofUnknown('INC-99').length, 1);
    world.tell('LAMP-5', '# LAMP-5: A lamp\n');
    world.tell('INC-99', '# INC-99: Another\n');
    await world.run();
    assert.deepEqual(world.cited('LAMP-5'), ['src/a.ts:1']);
    assert.deepEqual(world.cited('INC-99'), ['src/a.ts:1']);
  });

  it('goes on where it was stopped', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`src/${at}.ts`, '// INC-7\n']));
    const world = new World(files);
    const abort = new AbortController();
    await world.gatherer.run(abort.signal, () => {
      if (world.gatherer.progress.done >= 30) abort.abort();
    });
    const some = world.cited('INC-7').length;
    assert.ok(some >= 30 && some < 60, `${some}`);
    assert.equal(world.gatherer.isBehind, true);
    await world.run();
    assert.equal(world.cited('INC-7').length, 100);
  });

  it('takes no more files than a slow file system allows, and says so', async () => {
    const world = new World({ 'a.ts': '// INC-7', 'b.ts': '// INC-7', 'c/d.ts': '// INC-7' }, { most: 2 });
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['a.ts:1', 'b.ts:1']);
    assert.match(world.gatherer.skipped.map(({ reason }) => reason).join(), /first 2 files/);
    world.change({ kind: 'delete', path: 'a.ts' }, 'told');
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['b.ts:1', 'c/d.ts:1']);
    assert.deepEqual(world.gatherer.skipped, []);
  });

  it('leaves to a root what lies in it, and takes other settings at once', async () => {
    const world = new World({ 'src/a.ts': '// INC-7', 'src/gen/b.ts': '// INC-7' });
    await world.run();
    world.gatherer.setRoots([world.root({ exclude: ['**/gen'] })], Languages.builtIn);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['src/a.ts:1']);
    const inner = { ...world.root(), place: '/w/src' };
    world.gatherer.setRoots([world.root({ except: new Set(['/w/src']) }), inner], Languages.builtIn);
    await world.run();
    assert.deepEqual(world.cited('INC-7'), ['a.ts:1', 'gen/b.ts:1']);
  });

  const path = fc.constantFrom(
    ...['a/x.ts', 'a/y.md', 'a/c/x.ts', 'a/c/y.md', 'b/x.ts', 'out/x.ts', 'a/out/y.md', 'x.ts', 'y.md', 'a', 'b/c'],
  );
  const folder = fc.constantFrom('a', 'b', 'a/c', 'out', 'a/out', 'b/c');
  const rules = fc.constantFrom('.gitignore', 'a/.gitignore', 'a/c/.ignore', 'b/.gitignore');
  const text = fc.constantFrom(
    '// INC-7\n',
    '// INC-8, INC-9\n',
    '//\n// LAMP-5 and OLD-1\n',
    'const a = 1;\n',
    'a\0b',
  );
  const told = fc.constantFrom<Telling>('told', 'lost', 'twice');
  const change = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), path, text }),
    fc.record({
      kind: fc.constant('write' as const),
      path: rules,
      text: fc.constantFrom('out/\n', 'x.ts\n', '!x.ts\n', 'c/\n', '*.md\n', ''),
    }),
    fc.record({ kind: fc.constant('delete' as const), path: fc.oneof(path, folder, rules) }),
    fc.record({ kind: fc.constant('rename' as const), path: fc.oneof(path, folder), to: fc.oneof(path, folder) }),
    fc.record({ kind: fc.constant('open' as const), path, text }),
    fc.record({ kind: fc.constant('close' as const), path }),
    fc.record({
      kind: fc.constant('review' as const),
      id: fc.constantFrom('INC-7', 'INC-8', 'INC-9', 'LAMP-5'),
      text: fc.constantFrom(undefined, '# One\n', '# Another\n\nIt was.\n', '---\nformerly: OLD-1\n---\n# Third\n'),
    }),
    fc.record({ kind: fc.constant('run' as const) }),
  );

  it('knows after any changes it was told of what a new one would find', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
        const world = new World({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const each of changes) {
          if (each.kind === 'run') await world.run();
          else world.change(each, 'told');
        }
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 300 },
    );
  });

  it('knows after any changes, whether told of or not, what a new one would find, once it has looked everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, told), { maxLength: 25 }), async (changes) => {
        const world = new World({ 'a/x.ts': '// INC-7\n', 'out/x.ts': '// INC-8\n', '.gitignore': 'out/\n' });
        for (const [each, telling] of changes) {
          if (each.kind === 'run') void world.run();
          else world.change(each, telling);
        }
        world.gatherer.lookEverywhere();
        await world.run();
        await world.isAsIfNew();
      }),
      { numRuns: 300 },
    );
  });
});

type Telling = 'told' | 'lost' | 'twice';

type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'open'; readonly path: string; readonly text: string }
  | { readonly kind: 'close'; readonly path: string }
  | { readonly kind: 'review'; readonly id: string; readonly text: string | undefined };

/** A folder `/w` in memory, a library, and the gatherer that follows them. */
class World {
  readonly files = new MemoryFileSystem();
  readonly library = new Library();
  readonly index = new CitationIndex();
  readonly gatherer: CitationGatherer;
  readonly #limits: Partial<GatheredRoot>;
  readonly #open = new Map<string, string>();
  #running = Promise.resolve();
  reads = 0;

  constructor(files: Readonly<Record<string, string>>, limits: Partial<GatheredRoot> = {}) {
    this.#limits = limits;
    for (const [path, text] of Object.entries(files)) this.files.write(path, text);
    this.library.setSource({ key: '/lib', path: '/lib', rules: defaultRules, findings: [] });
    this.tell('INC-7', '# Holds\n');
    this.gatherer = new CitationGatherer(this.index, Languages.builtIn, new KnownIds(this.library));
    this.gatherer.setRoots([this.root()], Languages.builtIn);
  }

  root(rules: Partial<GatheredRoot> = {}): GatheredRoot {
    const { files } = this;
    const fileSystem = {
      list: (place: string) => files.list(place),
      stat: (place: string) => files.stat(place),
      join: (place: string, path: string) => files.join(place, path),
      read: (place: string, limit: number) => {
        this.reads++;
        return files.read(place, limit);
      },
    };
    const matchIn = () => 'comments' as const;
    return { place: '/w', fileSystem, exclude: [], except: new Set(), matchIn, ...this.#limits, ...rules };
  }

  /** Puts a review into the library, or takes it away. */
  tell(id: string, text: string | undefined): void {
    const key = `/lib/${id}.md`;
    const file = { key, source: '/lib', path: key, pathInSource: `${id}.md`, isTruncated: false, neighbours: [] };
    if (text === undefined) this.library.delete(key);
    else this.library.set(key, '/lib', readReviews({ ...file, text }, defaultRules));
    this.gatherer?.setKnown(new KnownIds(this.library));
  }

  hint(path: string): void {
    this.gatherer.hint(`/w/${path}`);
  }

  change(change: Change, telling: Telling): void {
    const { path } = { path: '', ...change };
    if (change.kind === 'write') this.files.write(path, change.text);
    if (change.kind === 'delete') this.files.delete(path);
    if (change.kind === 'rename') this.files.rename(path, change.to);
    if (change.kind === 'review') this.tell(change.id, change.text);
    if (change.kind === 'open') this.#setOpen(this.gatherer, path, change.text);
    if (change.kind === 'close') this.#setOpen(this.gatherer, path, undefined);
    if (path === '' || change.kind === 'open' || change.kind === 'close') return;
    // Folders come and go with what is in them, and what stood in the way of a file is gone: VS Code tells of that, too.
    const places = change.kind === 'rename' ? [path, change.to] : [path];
    for (const place of [...places])
      for (let at = place.indexOf('/'); at > 0; at = place.indexOf('/', at + 1)) places.push(place.slice(0, at));
    for (let times = telling === 'lost' ? 0 : telling === 'told' ? 1 : 2; times > 0; times--)
      places.map((each) => this.hint(each));
  }

  run(): Promise<void> {
    this.#running = this.#running.then(() => this.gatherer.run(never, () => {}));
    return this.#running;
  }

  /** Where a review is cited, as `path:line`. */
  cited(id: string): string[] {
    return this.index
      .of({ key: `/lib/${id}.md`, id })
      .map(({ citation: { path, line } }) => `${path}:${line}`)
      .sort();
  }

  async isAsIfNew(): Promise<void> {
    const index = new CitationIndex();
    const gatherer = new CitationGatherer(index, Languages.builtIn, new KnownIds(this.library));
    gatherer.setRoots([this.root()], Languages.builtIn);
    for (const [path, text] of this.#open) this.#setOpen(gatherer, path, text);
    await gatherer.run(never, () => {});
    const all = (of: CitationIndex) => Object.fromEntries([...of.files].sort().map((file) => [file, of.in(file)]));
    assert.deepEqual(all(this.index), all(index));
    assert.deepEqual(this.gatherer.skipped, gatherer.skipped);
    assert.equal(this.gatherer.isBehind, false);
  }

  #setOpen(gatherer: CitationGatherer, path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    const place = `/w/${path}`;
    const language = Languages.builtIn.find({ path });
    const read = () => {
      const found = findCitations(text ?? '', language, new KnownIds(this.library), {
        matchIn: 'comments',
        path,
        key: place,
      });
      return { text: text ?? '', language, found };
    };
    gatherer.setOpen(place, text === undefined ? undefined : read);
  }
}
