import type * as vscode from 'vscode';
import { reviewName } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';

const key = 'precedent.companion.dismissed';

/** As many documents are remembered, and as many reviews of each; the oldest are forgotten first. */
const mostDocuments = 300;
const mostReviews = 200;

/**
 * The reviews that somebody put away while writing a document: private, kept by VS Code on this machine alone, for this workspace.
 * Documents are named by their keys.
 */
export class DismissedHere {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The names of the reviews that were put away in a document. */
  in(document: string): ReadonlySet<string> {
    return new Set(this.#read().get(document));
  }

  /** Puts a review away in a document. */
  async add(document: string, review: ReviewDocument): Promise<void> {
    const all = this.#read();
    const before = (all.get(document) ?? []).filter((name) => name !== reviewName(review));
    all.delete(document);
    all.set(document, [...before, reviewName(review)].slice(-mostReviews));
    await this.#write(all);
  }

  /** Brings back all that was put away in a document. */
  async restore(document: string): Promise<void> {
    const all = this.#read();
    if (all.delete(document)) await this.#write(all);
  }

  #read(): Map<string, readonly string[]> {
    const told: unknown = this.#state.get(key);
    const entries = typeof told === 'object' && told !== null ? Object.entries(told) : [];
    return new Map(
      entries.map(([document, names]: [string, unknown]) => [
        document,
        Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [],
      ]),
    );
  }

  async #write(all: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await this.#state.update(key, Object.fromEntries([...all].slice(-mostDocuments)));
  }
}
