import { KnownIds } from '../core/citations/knownIds';
import { Languages } from '../core/citations/languages';
import { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { GatheredRoot } from './citationGatherer';
import type { FileSystem } from './fileSystem';
import { fromBytes, type LibraryChange, type NamedReview, type ToldRoot, type ToReader } from './gatheringMessages';

/** What a thread that looks through files was told: where to look, and for which names. */
export class ToldWorld {
  readonly fileSystem: FileSystem;
  roots: readonly GatheredRoot[] = [];
  languages = Languages.builtIn;
  readonly #library = new Library();
  known = new KnownIds(this.#library);

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem;
  }

  /** All that was told of the library, as one change. */
  get library(): LibraryChange {
    const { sources, reviews } = this.#library;
    const keys = [...new Set(reviews.map(({ key }) => key))];
    return { sources, files: keys.map((key) => [key, this.#library.in(key).map(toNamed)]) };
  }

  take(message: ToReader): void {
    if (message.kind === 'roots') {
      this.roots = message.roots.map((root) => toRoot(root, this.fileSystem));
      this.languages = message.marks.reduce((languages, marks) => languages.extended(marks), Languages.builtIn);
    } else {
      for (const change of message.changes) take(this.#library, fromBytes<LibraryChange>(change));
      this.known = new KnownIds(this.#library);
    }
  }
}

/** What threads are told of a review. */
export function toNamed({ id, key, source, path, aliases }: ReviewDocument): NamedReview {
  return { id, key, source, path, aliases };
}

/** Takes what changed in a library of names. */
function take(library: Library, { sources, files }: LibraryChange): void {
  const keys = sources && new Set(sources.map(({ key }) => key));
  for (const { key } of library.sources) if (keys && !keys.has(key)) library.deleteSource(key);
  for (const source of sources ?? []) library.setSource(source);
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
