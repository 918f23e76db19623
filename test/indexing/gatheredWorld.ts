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
import type { FileSystem } from '../../src/indexing/fileSystem';
import type { Gatherer } from '../../src/indexing/gatherer';
import { MemoryFileSystem } from './memoryFileSystem';

export const never = new AbortController().signal;

/** Makes the gatherer of a world. */
export type MakeGatherer = (index: CitationIndex, known: KnownIds, fileSystem: FileSystem) => Gatherer;

const path = fc.constantFrom(
  ...['a/x.ts', 'a/y.md', 'a/c/x.ts', 'a/c/y.md', 'b/x.ts', 'out/x.ts', 'a/out/y.md', 'x.ts', 'y.md', 'a', 'b/c'],
);
const folder = fc.constantFrom('a', 'b', 'a/c', 'out', 'a/out', 'b/c');
const rules = fc.constantFrom('.gitignore', 'a/.gitignore', 'a/c/.ignore', 'b/.gitignore');
const text = fc.constantFrom('// INC-7\n', '// INC-8, INC-9\n', '//\n// LAMP-5 and OLD-1\n', 'const a = 1;\n', 'a\0b');
/** Whether anybody tells of it. */
export const told = fc.constantFrom<Telling>('told', 'lost', 'twice');
/** Something that happens to a workspace. */
export const change = fc.oneof(
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

type Telling = 'told' | 'lost' | 'twice';

type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'open'; readonly path: string; readonly text: string }
  | { readonly kind: 'close'; readonly path: string }
  | { readonly kind: 'review'; readonly id: string; readonly text: string | undefined };

/** A folder `/w` in memory, a library, and the gatherer that follows them. */
export class World {
  readonly files = new MemoryFileSystem();
  readonly library = new Library();
  readonly index = new CitationIndex();
  readonly gatherer: Gatherer;
  readonly #limits: Partial<GatheredRoot>;
  readonly #open = new Map<string, string>();
  #running = Promise.resolve();
  reads = 0;

  constructor(
    files: Readonly<Record<string, string>>,
    limits: Partial<GatheredRoot> = {},
    make: MakeGatherer = (index, known) => new CitationGatherer(index, Languages.builtIn, known),
  ) {
    this.#limits = limits;
    for (const [path, text] of Object.entries(files)) this.files.write(path, text);
    this.library.setSource({ key: '/lib', path: '/lib', rules: defaultRules, findings: [] });
    this.tell('INC-7', '# Holds\n');
    this.gatherer = make(this.index, new KnownIds(this.library), this.root().fileSystem);
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
    this.tellAt(`/lib/${id}.md`, text);
  }

  /** The same of a file elsewhere. */
  tellAt(key: string, text: string | undefined, rules = defaultRules): void {
    const file = {
      key,
      source: '/lib',
      path: key,
      pathInSource: key.slice(key.lastIndexOf('/') + 1),
      isTruncated: false,
      neighbours: [],
    };
    if (text === undefined) this.library.delete(key);
    else this.library.set(key, '/lib', readReviews({ ...file, text }, rules));
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

  #setOpen(gatherer: Gatherer, path: string, text: string | undefined): void {
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
