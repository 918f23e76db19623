import * as vscode from 'vscode';
import { madePaths } from '../core/learning/madePaths';
import { type ReadingPath, readReadingPath } from '../core/learning/readingPath';
import type { LiveLibrary } from './liveLibrary';
import { toKey } from './places';
import type { ReaderMemory } from './readerMemory';
import type { WorkspaceCitations } from './workspaceCitations';

/** The reading paths of the library, as their files say, and those that make themselves. Made when somebody asks, and again when something changed. */
export class LivePaths {
  readonly #library: LiveLibrary;
  readonly #citations: WorkspaceCitations;
  readonly #memory: ReaderMemory;
  #written: { readonly version: number; readonly paths: readonly ReadingPath[] } | undefined;

  constructor(library: LiveLibrary, citations: WorkspaceCitations, memory: ReaderMemory) {
    this.#library = library;
    this.#citations = citations;
    this.#memory = memory;
  }

  /** The paths that people wrote, in the order of their titles. */
  get written(): readonly ReadingPath[] {
    const { library, known } = this.#library;
    if (this.#written?.version !== library.version) {
      const paths = library.readingPaths
        .map((file) => readReadingPath(file, known))
        .sort((a, b) => (a.title < b.title ? -1 : 1));
      this.#written = { version: library.version, paths };
    }
    return this.#written.paths;
  }

  /** The paths that make themselves, as the library and the citations are now. */
  get made(): readonly ReadingPath[] {
    const changed = this.#memory.saved.map((uri) => ({ file: toKey(uri), path: vscode.workspace.asRelativePath(uri) }));
    return madePaths({
      library: this.#library.library,
      citations: this.#citations.index,
      changed,
      added: this.#memory.added(this.#library.library.reviews),
    });
  }
}
