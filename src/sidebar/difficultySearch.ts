import * as vscode from 'vscode';
import { preparingDifficulties } from '../core/learning/difficulty';
import type { ReviewDocument } from '../core/reviews/review';
import { startPace } from '../indexing/pace';

/** ms between two words about how far it is. */
const msBetweenWords = 250;

/** Looks in reviews for what was difficult. */
export interface DifficultyLooker {
  /** Fires when how far it is changed. */
  readonly onDidChange: vscode.Event<void>;
  /** How many reviews were looked at of how many; nothing while nobody looks. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Looks in these, and no longer in others; of the same ones, whoever asks again waits for the same. Ends with whether all of them are known, which they are not where somebody stopped it. */
  look(reviews: readonly ReviewDocument[]): Promise<boolean>;
  stop(): void;
}

/** Looks in slices that leave the editor alone. What was found once is remembered with its review. */
export class DifficultySearch implements DifficultyLooker {
  readonly #changed = new vscode.EventEmitter<void>();
  #progress: DifficultyLooker['progress'];
  #run = 0;
  #looking: { readonly reviews: readonly ReviewDocument[]; readonly areKnown: Promise<boolean> } | undefined;

  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get progress(): DifficultyLooker['progress'] {
    return this.#progress;
  }

  look(reviews: readonly ReviewDocument[]): Promise<boolean> {
    if (this.#looking?.reviews !== reviews) this.#looking = { reviews, areKnown: this.#lookIn(reviews) };
    return this.#looking.areKnown;
  }

  stop(): void {
    this.#looking = undefined;
    this.#end();
  }

  async #lookIn(reviews: readonly ReviewDocument[]): Promise<boolean> {
    const run = ++this.#run;
    const pace = startPace();
    let done = 0;
    let toldAt = Date.now();
    this.#progress = { done, total: reviews.length };
    for (const _ of preparingDifficulties(reviews)) {
      done++;
      await pace();
      if (run !== this.#run) return false;
      this.#progress = { done, total: reviews.length };
      if (Date.now() - toldAt < msBetweenWords) continue;
      toldAt = Date.now();
      this.#changed.fire();
    }
    this.#end();
    return true;
  }

  #end(): void {
    this.#run++;
    if (!this.#progress) return;
    this.#progress = undefined;
    this.#changed.fire();
  }
}
