import type * as vscode from 'vscode';
import { MentionNames } from '../core/citations/mentionNames';
import { findMentions, type Mention } from '../core/citations/mentions';
import { inSlices, type Pace, startPace } from '../indexing/pace';
import type { LiveLibrary } from './liveLibrary';
import type { NotMentions } from './notMentions';
import { toKey } from './places';
import type { TrackedCitations } from './trackedCitations';

/** Longer documents are not looked through, in UTF-16 units. */
const longest = 500_000;

/** The mentions of reviews in open documents that are no citations yet, without those of which the user said that they are none. */
export class LiveMentions {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #not: NotMentions;
  #names: { readonly version: number; readonly names: MentionNames } | undefined;

  constructor(library: LiveLibrary, citations: TrackedCitations, not: NotMentions) {
    this.#library = library;
    this.#citations = citations;
    this.#not = not;
  }

  /** Whether the names of the library as it is now are known. */
  get isReady(): boolean {
    return this.#names?.version === this.#library.library.version;
  }

  /** Makes the names of the library known, in slices. */
  async prepare(pace: Pace = startPace()): Promise<void> {
    while (!this.isReady) {
      const { version } = this.#library.library;
      const names = await inSlices(MentionNames.of(this.#library.library), pace);
      this.#names = { version, names };
    }
  }

  /** The mentions in a document, in order; none in long ones, and before {@link prepare}. */
  in(document: vscode.TextDocument): readonly Mention[] {
    const names = this.#names?.names;
    const language = this.#citations.languageOf(document);
    const text = language && names ? document.getText() : '';
    if (!names || text === '' || text.length > longest) return [];
    const own = this.#library.library.in(toKey(document.uri));
    return findMentions(text, language, names, { citations: this.#citations.of(document), own }).filter(
      (mention) => !this.#not.has(document, mention.text),
    );
  }
}
