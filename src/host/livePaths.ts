import * as vscode from 'vscode';
import { fromTheHistory, type HistoryEntry } from '../core/learning/fromTheHistory';
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
    return madePaths({
      library: this.#library.library,
      citations: this.#citations.index,
      changed: this.#touched,
      added: this.#memory.added(this.#library.library.reviews),
    });
  }

  /** What the history brings back today; nothing on most days, and nothing more once the reader has put it aside or read it. */
  get fromTheHistory(): HistoryEntry | undefined {
    return fromTheHistory({
      reviews: this.#library.library.reviews,
      citations: this.#citations.index,
      today: today(),
      touched: this.#touched,
      isKnown: ({ id }) => this.#memory.isDismissed(id) || this.#memory.isRead(id),
    });
  }

  get #touched(): readonly { readonly file: string; readonly path: string }[] {
    return this.#memory.saved.map((uri) => ({ file: toKey(uri), path: vscode.workspace.asRelativePath(uri) }));
  }
}

/** The date where the reader is, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
