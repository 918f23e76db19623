import type * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import { MentionNames } from '../core/citations/mentionNames';
import { findingMentions, type Mention } from '../core/citations/mentions';
import { inSlices, type Pace, startPace } from '../indexing/pace';
import type { LiveLibrary } from './liveLibrary';
import type { NotMentions } from './notMentions';
import { toKey } from './places';
import type { TrackedCitations } from './trackedCitations';

/** Longer documents are not looked through, in UTF-16 units. */
const longest = 1_000_000;

/** What was found in a document, and of what that is true. */
interface Looked {
  readonly version: number;
  readonly names: MentionNames;
  readonly citations: readonly FoundCitation[];
  readonly mentions: readonly Mention[];
}

/** The mentions of reviews in open documents that are no citations yet, without those of which the user said that they are none. */
export class LiveMentions {
  readonly #library: LiveLibrary;
  readonly #citations: TrackedCitations;
  readonly #not: NotMentions;
  readonly #looked = new WeakMap<vscode.TextDocument, Looked>();
  #names: { readonly version: number; readonly names: MentionNames } | undefined;

  constructor(library: LiveLibrary, citations: TrackedCitations, not: NotMentions) {
    this.#library = library;
    this.#citations = citations;
    this.#not = not;
  }

  async #prepare(pace: Pace): Promise<void> {
    while (this.#names?.version !== this.#library.library.version) {
      const { version } = this.#library.library;
      const names = await inSlices(MentionNames.of(this.#library.library), pace);
      this.#names = { version, names };
    }
  }

  /** Looks for mentions in a document as it is now, in slices. Answers whether there was anything to do. */
  async look(document: vscode.TextDocument, pace: Pace = startPace()): Promise<boolean> {
    await this.#prepare(pace);
    let isNew = false;
    while (!document.isClosed && !this.#knownOf(document)) {
      const names = this.#names?.names;
      const language = this.#citations.languageOf(document);
      const text = language ? document.getText() : '';
      if (!names || text === '' || text.length > longest) return isNew;
      const { version } = document;
      const citations = this.#citations.of(document);
      const own = this.#library.library.in(toKey(document.uri));
      const mentions = await inSlices(findingMentions(text, language, names, { citations, own }), pace);
      this.#looked.set(document, { version, names, citations, mentions });
      isNew = true;
    }
    return isNew;
  }

  /** The mentions in a document, in order, as {@link look} found them; none where the text has changed since. */
  in(document: vscode.TextDocument): readonly Mention[] {
    return this.#without(document, this.#knownOf(document) ?? []);
  }

  /** The same, or those of the text before it changed: to show until it was looked at again, not to write with. */
  lastIn(document: vscode.TextDocument): readonly Mention[] {
    return this.#without(document, this.#looked.get(document)?.mentions ?? []);
  }

  #without(document: vscode.TextDocument, mentions: readonly Mention[]): readonly Mention[] {
    return mentions.filter((mention) => !this.#not.has(document, mention.text));
  }

  #knownOf(document: vscode.TextDocument): readonly Mention[] | undefined {
    const looked = this.#looked.get(document);
    const isSame =
      looked?.version === document.version &&
      looked.names === this.#names?.names &&
      looked.citations === this.#citations.of(document);
    return isSame ? looked?.mentions : undefined;
  }
}
