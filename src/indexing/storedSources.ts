import type { Source } from '../core/reviews/library';
import { sortingSourceFiles } from '../core/reviews/sourceFiles';
import type { TextAndStory } from '../core/reviews/storedReview';
import type { Steps } from '../core/steps';
import type { StoredTexts } from './filePack';
import type { FileSystem } from './fileSystem';
import type { KnownFile } from './indexSource';
import { readDocumentNow } from './readDocument';
import { readFileNow } from './readFile';

/** Reads the reviews of some sources again when somebody asks for their stories, by the rules and among the neighbours known last. */
export class StoredSources implements StoredTexts {
  readonly #fileSystem: FileSystem;
  readonly #sources = new Map<string, { readonly source: Source; paths: readonly string[] }>();

  /** `fileSystem` has to be one that reads at once; of any other, nothing is read. */
  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** The sources there are; what was known of others is forgotten. */
  setSources(sources: readonly Source[]): void {
    const before = new Map(this.#sources);
    this.#sources.clear();
    for (const source of sources) {
      const known = before.get(source.key);
      // The same object, by which its files were sorted.
      const isKnown = known !== undefined && JSON.stringify(known.source) === JSON.stringify(source);
      this.#sources.set(source.key, isKnown ? known : { source, paths: known?.paths ?? none });
    }
  }

  /** The paths of all files of a source, relative to it. */
  setPaths(source: string, paths: readonly string[]): void {
    const known = this.#sources.get(source);
    // To sort the same paths again takes long.
    if (known && !isSame(known.paths, paths)) known.paths = paths;
  }

  get(key: string): Source | undefined {
    return this.#sources.get(key)?.source;
  }

  pathsOf(key: string): readonly string[] {
    return this.#sources.get(key)?.paths ?? none;
  }

  /** Sorts the files of all sources in steps, which whoever reads the first story would have to do in one go. */
  *preparing(): Steps<void> {
    for (const { source, paths } of [...this.#sources.values()]) yield* sortingSourceFiles(paths, source.rules);
  }

  read(file: KnownFile, at: number): TextAndStory {
    const known = this.#sources.get(file.source);
    if (!known) return untold;
    const place = { place: file.key, path: file.pathInSource };
    const reading = readFileNow(this.#fileSystem, known.source, place, known.paths)?.reading;
    return (reading?.kind === 'reviews' && reading.reviews[at]) || untold;
  }

  readText(file: KnownFile, at: number): string {
    // A part of a file is found by reading all of it.
    if (this.get(file.source)?.rules.split === 'heading') return this.read(file, at).text;
    const content = readDocumentNow(this.#fileSystem, file.key)?.content;
    return content?.kind === 'text' ? content.text : '';
  }
}

const none: readonly never[] = [];

/** What is left of a review whose file is gone; its facts stay until that is noticed. */
const untold: TextAndStory = {
  text: '',
  surprises: none,
  difficulties: none,
  contributors: none,
  related: none,
  materials: none,
  sections: none,
  moments: none,
  origins: {},
};

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
