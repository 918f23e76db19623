import type { IndexedCitation } from '../core/citations/citationIndex';
import { KnownIds } from '../core/citations/knownIds';
import { Languages } from '../core/citations/languages';
import { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { CitationGatherer, type GatheredRoot } from './citationGatherer';
import type { FileSystem } from './fileSystem';
import {
  type FoundInFile,
  type FromGatherer,
  fromBytes,
  type LibraryChange,
  type NamedReview,
  type Port,
  type SkippedFiles,
  type ToGatherer,
  type ToldRoot,
  toBytes,
} from './gatheringMessages';

/** As many UTF-16 units of what was found are told at once: the other side takes a part in far less than a frame. */
const mostAtOnce = 32 * 1024;

/** The length of what is told of a citation but for its sentence. */
const roughly = 300;

/** ms between two words about how far it is. */
const msBetweenWords = 100;

/** Gathers citations for the other end of a port: the part of a {@link RemoteGatherer} that runs in a thread of its own. */
export function serveGathering(port: Port<ToGatherer, FromGatherer>, fileSystem: FileSystem): void {
  const found = new Found((files) => {
    const bytes = toBytes(files);
    port.post({ kind: 'found', files: bytes }, [bytes.buffer]);
  });
  const library = new Library();
  const gatherer = new CitationGatherer(found, Languages.builtIn, new KnownIds(library));
  let abort = new AbortController();
  let running = Promise.resolve();
  let told = '[]';

  const run = async (number: number) => {
    const { signal } = abort;
    let saidAt = performance.now();
    await gatherer.run(signal, () => {
      if (performance.now() - saidAt < msBetweenWords) return;
      saidAt = performance.now();
      found.tell();
      port.post({ kind: 'progress', progress: gatherer.progress });
    });
    found.tell();
    const skipped = JSON.stringify(gatherer.skipped satisfies SkippedFiles);
    const isNew = skipped !== told;
    told = skipped;
    const { isBehind } = gatherer;
    port.post({ kind: 'ran', run: number, isBehind, ...(isNew && { skipped: toBytes(gatherer.skipped) }) });
  };

  port.onMessage((message) => {
    switch (message.kind) {
      case 'roots':
        gatherer.setRoots(
          message.roots.map((root) => toRoot(root, fileSystem)),
          message.marks.reduce((languages, marks) => languages.extended(marks), Languages.builtIn),
        );
        break;
      case 'library':
        take(library, fromBytes<LibraryChange>(message.change));
        gatherer.setKnown(new KnownIds(library));
        break;
      case 'hint':
        gatherer.hint(message.place);
        break;
      case 'lookEverywhere':
        gatherer.lookEverywhere();
        break;
      case 'theirs':
        gatherer.setOpen(message.place, message.isTheirs ? () => found.leave(message.place) : undefined);
        break;
      case 'stop':
        abort.abort();
        abort = new AbortController();
        break;
      case 'run':
        running = running
          .then(() => run(message.run))
          .catch((error: unknown) => port.post({ kind: 'failed', run: message.run, message: String(error) }));
        break;
    }
  });
}

/** What was found and is not told yet. */
class Found {
  readonly #post: (files: readonly FoundInFile[]) => void;
  /** The places of which the other side knows something. */
  readonly #told = new Set<string>();
  #files: FoundInFile[] = [];
  #length = 0;

  constructor(post: (files: readonly FoundInFile[]) => void) {
    this.#post = post;
  }

  set(place: string, citations: readonly IndexedCitation[]): void {
    if (citations.length === 0) {
      this.delete(place);
      return;
    }
    this.#told.add(place);
    const length = citations.reduce((sum, { citation }) => sum + citation.sentence.length + roughly, roughly);
    this.#add([place, citations], length);
  }

  delete(place: string): void {
    if (this.#told.delete(place)) this.#add([place, 'none'], roughly);
  }

  /** The other side looks at this file itself. */
  leave(place: string): 'elsewhere' {
    this.#told.add(place);
    this.#add([place, 'theirs'], roughly);
    return 'elsewhere';
  }

  tell(): void {
    if (this.#files.length > 0) this.#post(this.#files);
    this.#files = [];
    this.#length = 0;
  }

  #add(file: FoundInFile, length: number): void {
    this.#files.push(file);
    this.#length += length;
    if (this.#length >= mostAtOnce) this.tell();
  }
}

/** Takes what changed in a library of names. */
function take(library: Library, { sources, files }: LibraryChange): void {
  const keys = new Set(sources.map(({ key }) => key));
  for (const { key } of library.sources) if (!keys.has(key)) library.deleteSource(key);
  for (const source of sources) library.setSource(source);
  for (const [key, reviews] of files) {
    const [first] = reviews;
    if (first) library.set(key, first.source, { kind: 'reviews', reviews: reviews.map(toDocument) });
    else library.delete(key);
  }
}

/** A review of which only the names are known. */
function toDocument(named: NamedReview): ReviewDocument {
  const lists = { services: [], tags: [], people: [], surprises: [], difficulties: [], contributors: [] };
  const more = { materials: [], related: [], sections: [], moments: [], findings: [], origins: {} };
  const rest = { idFrom: 'label', title: '', rawTitle: '', text: '', format: 'plain', isDraft: false } as const;
  return { ...named, ...lists, ...more, ...rest, isTruncated: false };
}

function toRoot({ except, matchIn, ...root }: ToldRoot, fileSystem: FileSystem): GatheredRoot {
  const inLanguage = (id = 'plaintext') => matchIn[id] ?? matchIn.plaintext ?? 'comments';
  return { ...root, fileSystem, except: new Set(except), matchIn: inLanguage };
}
