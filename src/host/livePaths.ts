import * as vscode from 'vscode';
import { fromTheHistory, type HistoryEntry } from '../core/learning/fromTheHistory';
import { madePath, madePaths, type PathMaterial } from '../core/learning/madePaths';
import { stepAfter } from '../core/learning/pathProgress';
import { type ReadingPath, readReadingPath } from '../core/learning/readingPath';
import { gitNow } from './gitExtension';
import type { LiveLibrary } from './liveLibrary';
import { toKey } from './places';
import type { ReaderMemory } from './readerMemory';
import type { WorkspaceCitations } from './workspaceCitations';

/** Who touched more files touched none in particular. */
const mostTouched = 100;

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
    return madePaths(this.#material);
  }

  /** What the history brings back today: one review, nothing on most days, and nothing more once the reader has put it aside or read it. */
  fromTheHistory(): HistoryEntry | undefined {
    const day = today();
    const kept = this.#memory.broughtBack(day);
    const entry = fromTheHistory({
      reviews: this.#library.library.reviews,
      citations: this.#citations.index,
      today: day,
      touched: this.#touched,
      isKnown: ({ id }) =>
        (kept !== undefined && id !== kept) || this.#memory.isDismissed(id) || this.#memory.isRead(id),
    });
    if (entry && kept === undefined) this.#memory.bringBack(day, entry.review.id);
    return entry;
  }

  /** The path that the reader follows and where they are on it; the first one for a reader who has not begun, nothing where there is none. */
  get followed(): { readonly path: ReadingPath; readonly at: string } | undefined {
    const { path: key, step } = this.#memory.followed;
    const path = this.#find(key) ?? this.written[0] ?? this.made[0];
    return path && { path, at: path.key === key ? step : '' };
  }

  /** The path that the reader has begun, and the name of the step where they are; nothing for one who has not. */
  get begun(): { readonly path: ReadingPath; readonly at: string } | undefined {
    const { path: key, step: at } = this.#memory.followed;
    const path = at === '' ? undefined : this.#find(key);
    return path && { path, at };
  }

  /** What comes next for a reader who has begun a path. */
  next(): { readonly id: string; readonly why: string; readonly path: string } | undefined {
    const { path, at } = this.begun ?? {};
    const step = path && at !== undefined && stepAfter(path, at, (name) => this.#memory.isRead(name));
    return path && step ? { id: step.id, why: step.why, path: path.title } : undefined;
  }

  /** Fires when the reader read something or went on. */
  get onDidChange(): vscode.Event<void> {
    return this.#memory.onDidChange;
  }

  /** When reviews were first seen here, by the key of their file; remembers those that are new. */
  added(): ReadonlyMap<string, number> {
    return this.#memory.added(this.#library.isWhole ? this.#library.library.reviews : undefined);
  }

  #find(key: string): ReadingPath | undefined {
    return this.written.find((each) => each.key === key) ?? madePath(this.#material, key);
  }

  get #material(): PathMaterial {
    return {
      library: this.#library.library,
      citations: this.#citations.index,
      changed: this.#touched,
      added: this.added(),
    };
  }

  /** Files that the reader saved, the latest first, then those that are not committed yet. */
  get #touched(): readonly { readonly file: string; readonly path: string }[] {
    const changed = (gitNow()?.repositories ?? []).flatMap(({ state: { workingTreeChanges, indexChanges } }) =>
      [...workingTreeChanges, ...indexChanges].map(({ uri }) => uri),
    );
    const uris = new Map([...this.#memory.saved, ...changed].slice(0, mostTouched).map((uri) => [toKey(uri), uri]));
    return [...uris].map(([file, uri]) => ({ file, path: vscode.workspace.asRelativePath(uri) }));
  }
}

/** The date where the reader is, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
