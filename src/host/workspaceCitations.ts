import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import { CitationIndex, type IndexedCitation, reviewName } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';
import { scanTree } from '../indexing/scanTree';
import type { InstalledLanguages } from './installedLanguages';
import type { LiveLibrary } from './liveLibrary';
import type { Log } from './log';
import { rootOf } from './places';
import { setting } from './settings';

/** `waiting`: nobody asked yet, or the library is not read; `stopped`: the user ended the search, what was found stays. */
export type GatheringState = 'waiting' | 'gathering' | 'ready' | 'stopped';

/** A file or folder that was not looked at, and why, in words for people. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/**
 * Every citation of the workspace, gathered in the background once the library is read, and kept fresh.
 *
 * References, cards, This File, the story and rename ask the same object, so they cannot disagree.
 */
export class WorkspaceCitations implements vscode.Disposable {
  readonly index = new CitationIndex();
  readonly #library: LiveLibrary;
  readonly #languages: InstalledLanguages;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  #state: GatheringState = 'waiting';
  #progress: { readonly done: number; readonly total: number } | undefined;
  #skipped: readonly SkippedFile[] = [];
  #running: Promise<void> | undefined;
  #abort = new AbortController();

  constructor(library: LiveLibrary, languages: InstalledLanguages, log: Log) {
    this.#library = library;
    this.#languages = languages;
    this.#log = log;
  }

  /** Fires when citations, the state or the progress changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get state(): GatheringState {
    return this.#state;
  }

  /** How many files were looked at of how many, while it goes on. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  /** What was not looked at, and why, in the order in which it was come by. */
  get skipped(): readonly SkippedFile[] {
    return this.#skipped;
  }

  /** Where a review is cited: design documents first, then code, then reviews; within these in the order of paths. What is known now. */
  of(review: Pick<ReviewDocument, 'key' | 'id'>): readonly IndexedCitation[] {
    return this.index.of(review);
  }

  /** What stands in a file that the library or an editor names by this key, in order. What is known now. */
  in(file: string): readonly IndexedCitation[] {
    return this.index.in(file);
  }

  /** Gathers what is not gathered yet; ends when everything is known, or when the user stops it. */
  gather(): Promise<void> {
    this.#running ??= this.#gather(this.#abort.signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends a search that is going on; what was found stays. */
  stop(): void {
    if (!this.#running) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#state = 'stopped';
    this.#changed.fire();
  }

  dispose(): void {
    this.#abort.abort();
    this.#changed.dispose();
  }

  async #gather(signal: AbortSignal): Promise<void> {
    if (this.#state === 'ready') return;
    await this.#library.whenRead();
    this.#state = 'gathering';
    this.#changed.fire();
    const skipped: SkippedFile[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const scan = scanTree(rootOf(folder), {
        languages: this.#languages.all,
        known: this.#library.known,
        matchIn: setting('precedent.matchIn', folder),
        onProgress: (progress) => {
          this.#progress = progress;
        },
        signal,
      });
      for await (const scanned of scan) {
        if ('skipped' in scanned) skipped.push({ path: scanned.path, reason: scanned.skipped });
        else
          this.index.set(
            scanned.place,
            scanned.citations.map((each) => toIndexed(scanned.place, each)),
          );
      }
    }
    if (signal.aborted) return;
    this.#skipped = skipped;
    this.#progress = undefined;
    this.#state = 'ready';
    this.#log.info(`Citations in ${this.index.files.length} files; ${skipped.length} files and folders not searched.`);
    this.#changed.fire();
  }
}

function toIndexed(
  file: string,
  { citation, found }: { readonly citation: IndexedCitation['citation']; readonly found: FoundCitation },
): IndexedCitation {
  const { start, end, form, reviews } = found;
  return { file, citation, start, end, form, reviews: reviews.map(reviewName) };
}
