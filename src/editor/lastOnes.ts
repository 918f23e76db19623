import * as vscode from 'vscode';
import { lastCitations, offsetAfter } from '../core/checks/lastCitations';
import type { FoundCitation } from '../core/citations/citation';
import type { TextEdit } from '../core/citations/openText';
import type { ReviewDocument } from '../core/reviews/review';
import { toKey } from '../host/places';
import type { TrackedCitations } from '../host/trackedCitations';

/** ms without a key in which what was cut can be pasted, and what was deleted come back, before anything is said. */
const quiet = 1500;

/** A review of which a document held the last citation, and where. */
export interface LastOne {
  readonly review: ReviewDocument;
  /** Into the document as it is now, 0-based UTF-16 units. */
  readonly offset: number;
}

/** A document as it was when the hands last rested, and what was typed since. */
interface Followed {
  before: readonly FoundCitation[];
  readonly edits: TextEdit[];
  /** Whether somebody edited it; a document that VS Code reads again from disk was not. */
  isEdited: boolean;
  lastOnes: readonly LastOne[];
}

/** What is known of the rest of the workspace. */
export interface Elsewhere {
  /** Whether all citations are known. */
  readonly isKnown: () => boolean;
  /** Whether a review is cited outside of a document. */
  readonly isCited: (review: ReviewDocument, document: vscode.TextDocument) => boolean;
}

/**
 * Notices when an edit takes the last citation of a review in the workspace out of a document on the screen. What comes back within a
 * moment, by undo or as what was cut and pasted, was never gone.
 */
export class LastOnes implements vscode.Disposable {
  readonly #citations: TrackedCitations;
  readonly #elsewhere: Elsewhere;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #followed = new Map<vscode.TextDocument, Followed>();
  readonly #own: vscode.Disposable[];
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;

  constructor(citations: TrackedCitations, elsewhere: Elsewhere) {
    this.#citations = citations;
    this.#elsewhere = elsewhere;
    this.#own = [
      this.#changed,
      vscode.window.onDidChangeVisibleTextEditors(() => this.#followVisible()),
      citations.onDidChange(() => this.#libraryChanged()),
      vscode.workspace.onDidChangeTextDocument((change) => this.#edited(change)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#followed.delete(document)) this.#changed.fire(document);
      }),
    ];
    this.#followVisible();
  }

  /** Fires when the last ones of a document are others, or stand elsewhere in it. */
  get onDidChange(): vscode.Event<vscode.TextDocument> {
    return this.#changed.event;
  }

  /** Those that nothing cites at the moment. */
  in(document: vscode.TextDocument): readonly LastOne[] {
    const lastOnes = this.#followed.get(document)?.lastOnes ?? [];
    return lastOnes.filter(({ review }) => !this.#isCited(review, document));
  }

  /** Forgets that a review was cited last in a document. */
  drop({ key, id }: ReviewDocument): void {
    for (const [document, followed] of this.#followed) {
      const kept = followed.lastOnes.filter(({ review }) => review.key !== key || review.id !== id);
      if (kept.length === followed.lastOnes.length) continue;
      followed.lastOnes = kept;
      this.#changed.fire(document);
    }
  }

  /** To be called when the citations of the workspace are others: what was last may be cited again. */
  lookAgain(): void {
    if (this.#isWaiting && this.#elsewhere.isKnown()) this.#rested();
    else this.#tell();
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const each of this.#own) each.dispose();
  }

  #isCited(review: ReviewDocument, document: vscode.TextDocument): boolean {
    const isHere = this.#citations
      .of(document)
      .some(({ reviews }) => reviews.some(({ key, id }) => key === review.key && id === review.id));
    return isHere || this.#elsewhere.isCited(review, document);
  }

  #followVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (this.#followed.has(document) || document.isClosed) continue;
      const before = this.#citations.of(document);
      this.#followed.set(document, { before, edits: [], isEdited: false, lastOnes: [] });
    }
  }

  /** What is known now counts from now on; what was typed before is still compared with what was known then. */
  #libraryChanged(): void {
    for (const [document, followed] of this.#followed) {
      if (followed.edits.length === 0) followed.before = this.#citations.of(document);
    }
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const followed = this.#followed.get(document);
    if (!followed) return;
    // That a document has become dirty is told after its first change, as a change of nothing.
    if (document.isDirty) followed.isEdited = true;
    if (contentChanges.length === 0) return;
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    followed.edits.push(...edits);
    followed.lastOnes = followed.lastOnes.map((each) => ({ ...each, offset: offsetAfter(each.offset, edits) }));
    this.#tell();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#rested(), quiet);
  }

  /** Until all citations are known, what was typed waits to be compared. */
  #rested(): void {
    this.#isWaiting = !this.#elsewhere.isKnown();
    if (this.#isWaiting) return;
    for (const [document, followed] of this.#followed) {
      if (followed.edits.length === 0) continue;
      const { before, isEdited } = followed;
      const edits = followed.edits.splice(0);
      followed.before = this.#citations.of(document);
      followed.isEdited = false;
      const own = toKey(document.uri);
      const lost = lastCitations(before, followed.before, edits, (review) => this.#isCited(review, document));
      const fresh = isEdited ? lost.filter(({ review }) => review.key !== own) : [];
      followed.lastOnes = [...this.in(document), ...fresh.map(({ review, offset }) => ({ review, offset }))];
    }
    this.#tell();
  }

  #tell(): void {
    for (const [document, { lastOnes }] of this.#followed) if (lastOnes.length > 0) this.#changed.fire(document);
  }
}
