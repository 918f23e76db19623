import * as vscode from 'vscode';
import { debounce } from '../indexing/debounce';
import { startPace } from '../indexing/pace';
import type { LiveLibrary } from './liveLibrary';
import type { TrackedCitations } from './trackedCitations';

/** How many reviews that one document cites are read ahead; whoever cites more does not hover over all. */
const most = 200;

/**
 * Reads the stories of the reviews that visible documents cite before somebody asks for their cards, in slices that leave the editor
 * alone.
 */
export class ReadAhead implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #later = debounce(() => void this.read(), 100, 1000);
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(library: LiveLibrary, citations: TrackedCitations) {
    this.#library = library;
    this.#citations = citations;
    this.#subscriptions = [library.onDidChange(this.#later), vscode.window.onDidChangeVisibleTextEditors(this.#later)];
  }

  /** Reads what the documents that are visible now cite. */
  async read(): Promise<void> {
    if (this.#library.isReading) return;
    const pace = startPace();
    for (const { document } of vscode.window.visibleTextEditors) {
      await pace();
      const cited = new Set(this.#citations.of(document).flatMap(({ reviews }) => reviews));
      for (const review of [...cited].slice(0, most)) {
        // Whoever asks for a part of a story has all of it read.
        void review.sections;
        await pace();
      }
    }
  }

  dispose(): void {
    this.#later.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }
}
