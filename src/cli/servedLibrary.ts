import type { AgentSource } from '../agents/answers/agentSource';
import { CitationIndex } from '../core/citations/citationIndex';
import { KnownIds } from '../core/citations/knownIds';
import { Languages } from '../core/citations/languages';
import { Library } from '../core/reviews/library';
import { LibrarySearch } from '../core/reviews/search';
import { CitationGatherer } from '../indexing/citationGatherer';
import type { Root } from '../indexing/findSources';
import { indexSource, type SeenFiles } from '../indexing/indexSource';
import { listingOnce } from '../indexing/listingOnce';
import { startPace } from '../indexing/pace';
import { openRoot, sourcesOf } from './openLibrary';
import type { CommonOptions } from './options';
import { readSettings, type Settings } from './readSettings';
import type { Terminal } from './terminal';

/** For so long after a look at the files, in ms, another question is answered without one. */
const usuallyFresh = 1000;

/**
 * The library and the citations of a root for a program that stays: brought up to date when somebody asks. A further look reads what
 * changed since, and nothing else.
 */
export class ServedLibrary implements AgentSource {
  readonly #root: Root;
  readonly #options: CommonOptions;
  readonly #settings: Settings;
  readonly #terminal: Terminal;
  readonly #msFresh: number;
  readonly #library = new Library();
  readonly #search = new LibrarySearch(this.#library);
  readonly #seen = new Map<string, SeenFiles>();
  readonly #index = new CitationIndex();
  #known = new KnownIds(this.#library);
  #version = this.#library.version;
  #gatherer: CitationGatherer | undefined;
  #reading: Promise<void> | undefined;
  #gathering: Promise<void> | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #gatheredAt = Number.NEGATIVE_INFINITY;

  private constructor(root: Root, options: CommonOptions, settings: Settings, terminal: Terminal, msFresh: number) {
    this.#root = root;
    this.#options = options;
    this.#settings = settings;
    this.#terminal = terminal;
    this.#msFresh = msFresh;
  }

  /** @throws UserError where the root cannot be read. */
  static async open(options: CommonOptions, terminal: Terminal, msFresh = usuallyFresh): Promise<ServedLibrary> {
    const root = await openRoot(options.root ?? '.');
    const settings = await readSettings(root, (message) => terminal.say(message));
    return new ServedLibrary(root, options, settings, terminal, msFresh);
  }

  async names(): Promise<KnownIds> {
    if (performance.now() - this.#readAt >= this.#msFresh) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined;
      });
    }
    await this.#reading;
    return this.#known;
  }

  async search(): Promise<LibrarySearch> {
    await this.names();
    const pace = startPace();
    for (const _ of this.#search.preparing()) await pace();
    return this.#search;
  }

  async citations(): Promise<{ readonly index: CitationIndex; readonly isComplete: boolean }> {
    await this.names();
    if (performance.now() - this.#gatheredAt >= this.#msFresh) {
      this.#gathering ??= this.#gather().finally(() => {
        this.#gathering = undefined;
      });
    }
    await this.#gathering;
    return { index: this.#index, isComplete: true };
  }

  async #read(): Promise<void> {
    const look = listingOnce(this.#root);
    const sources = await sourcesOf(look, this.#options, this.#settings, this.#terminal);
    const keys = new Set(sources.map(({ key }) => key));
    for (const { key } of this.#library.sources) {
      if (keys.has(key)) continue;
      this.#library.deleteSource(key);
      this.#seen.delete(key);
    }
    for (const source of sources) {
      const isSame = JSON.stringify(this.#library.rulesOf(source.key)) === JSON.stringify(source.rules);
      const seen: SeenFiles = (isSame ? this.#seen.get(source.key) : undefined) ?? new Map();
      this.#seen.set(source.key, seen);
      if (!isSame) this.#library.deleteSource(source.key);
      this.#library.setSource(source);
      await indexSource(look, source, {
        seen,
        others: sources,
        onFile: ({ key, reading }) => this.#library.set(key, source.key, reading),
        onGone: (key) => this.#library.delete(key),
      });
    }
    if (this.#version !== this.#library.version) {
      this.#version = this.#library.version;
      this.#known = new KnownIds(this.#library);
    }
    this.#readAt = performance.now();
  }

  async #gather(): Promise<void> {
    const gatherer = this.#gatherer ?? this.#startGathering();
    this.#gatherer = gatherer;
    gatherer.setKnown(this.#known);
    gatherer.lookEverywhere();
    await gatherer.run(new AbortController().signal, () => {});
    this.#gatheredAt = performance.now();
  }

  #startGathering(): CitationGatherer {
    const { comments = {}, exclude, matchIn = 'comments' } = this.#settings;
    const languages = Languages.builtIn.extended(comments);
    const gatherer = new CitationGatherer(this.#index, languages, this.#known);
    gatherer.setRoots([{ ...this.#root, exclude, except: new Set(), matchIn: () => matchIn }], languages);
    return gatherer;
  }
}
