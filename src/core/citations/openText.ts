import type { FoundCitation } from './citation';
import { type FindOptions, findCitations } from './findCitations';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';

/** One replacement in a text, in offsets of the text before it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The citations of a document that is being edited: only what changed is looked at again. */
export class OpenText {
  readonly #language: Language;
  readonly #known: KnownIds;
  readonly #options: FindOptions;
  #text: string;
  #citations: readonly FoundCitation[] | undefined;

  constructor(text: string, language: Language, known: KnownIds, options: FindOptions) {
    this.#text = text;
    this.#language = language;
    this.#known = known;
    this.#options = options;
  }

  /** In order, without overlap. */
  get citations(): readonly FoundCitation[] {
    this.#citations ??= findCitations(this.#text, this.#language, this.#known, this.#options);
    return this.#citations;
  }

  /** Applies edits as VS Code sends them: one after the other, each in offsets of the text as the one before left it. */
  edit(changes: readonly TextEdit[]): void {
    for (const { start, end, text } of changes) this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#citations = undefined;
  }
}
