import * as vscode from 'vscode';
import { card } from '../core/wording/card';
import { cardMarkdown } from '../core/wording/cardMarkdown';
import { debounce } from '../indexing/debounce';
import { startPace } from '../indexing/pace';
import type { LiveLibrary } from './liveLibrary';
import { setting } from './settings';
import type { TrackedCitations } from './trackedCitations';

/** How many reviews that one document cites are read ahead; whoever cites more does not hover over all. */
const most = 200;

/** Once so many cards were made, the engine has compiled what makes them: the first ones take several times as long as those after. */
const enough = 50;

/**
 * Reads the stories of the reviews that visible documents cite before somebody asks for their cards, and makes the first cards for nobody,
 * in slices that leave the editor alone.
 */
export class ReadAhead implements vscode.Disposable {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #later = debounce(() => void this.read(), 100, 1000);
  readonly #subscriptions: readonly vscode.Disposable[];
  #made = 0;

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
        if (this.#made++ < enough)
          cardMarkdown(card(review, { sections: setting('precedent.hover.sections'), citedBy: [] }));
        await pace();
      }
    }
  }

  dispose(): void {
    this.#later.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }
}
