import type * as vscode from 'vscode';
import { reviewName } from '../core/citations/citationIndex';
import type { ReviewDocument } from '../core/reviews/review';

/** As many are remembered; the oldest are forgotten first. */
const most = 500;

/**
 * The reviews of which the user knows that nothing cites them any more, in this workspace: they are not told again, until a window
 * opens in which somebody cites such a review anew.
 */
export class LetGo {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  has(review: ReviewDocument): boolean {
    return this.#names().includes(reviewName(review));
  }

  async add(review: ReviewDocument): Promise<void> {
    if (this.has(review)) return;
    await this.#state.update('precedent.letGo', [...this.#names(), reviewName(review)].slice(-most));
  }

  /** Forgets those that something cites again. */
  async forget(isCited: (review: { readonly key: string; readonly id: string }) => boolean): Promise<void> {
    const names = this.#names();
    const kept = names.filter((name) => {
      const at = name.indexOf('\n');
      return !isCited({ key: name.slice(0, at), id: name.slice(at + 1) });
    });
    if (kept.length < names.length) await this.#state.update('precedent.letGo', kept);
  }

  #names(): readonly string[] {
    const told: unknown = this.#state.get('precedent.letGo');
    return Array.isArray(told) ? told.filter((each) => typeof each === 'string') : [];
  }
}
