import * as vscode from 'vscode';
import { SeenReviews } from '../core/learning/seenReviews';
import type { ReviewDocument } from '../core/reviews/review';

/** How much is remembered at most of each kind: older things are forgotten first. */
const most = 2000;

const readKey = 'precedent.read';
const savedKey = 'precedent.saved';
const mostSaved = 50;
const visitKey = 'precedent.visit';

/** A window that is opened again so soon, in ms, goes on with the same visit: what was new still is. */
const sameVisit = 4 * 60 * 60 * 1000;
const dismissedKey = 'precedent.dismissed';
const broughtBackKey = 'precedent.broughtBack';
const followedKey = 'precedent.followed';
const seenKey = 'precedent.seen';

/**
 * What a reader has read and worked on in this workspace: private, kept by VS Code on this machine alone, never in the library and
 * never handed to anybody.
 */
export class ReaderMemory implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  /** When this visit began, in ms since 1970. */
  readonly #visit: number;
  readonly #seen: SeenReviews;
  /** The list of reviews that was looked at last. */
  #looked: readonly ReviewDocument[] | undefined;
  #read: Set<string>;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#read = new Set(strings(state.get(readKey)));
    this.#visit = startVisit(state);
    this.#seen = new SeenReviews(state.get(seenKey));
    this.#subscription = vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#saved(uri));
  }

  /** Fires when something was read, or is to be read again. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** Whether what this citation names was read. */
  isRead(citation: string): boolean {
    return this.#read.has(citation);
  }

  /** Remembers of all of these that they were read, or forgets it. */
  async setRead(citations: readonly string[], isRead: boolean): Promise<void> {
    for (const citation of citations) {
      this.#read.delete(citation);
      if (isRead) this.#read.add(citation);
    }
    this.#read = new Set([...this.#read].slice(-most));
    this.#changed.fire();
    await this.#state.update(readKey, [...this.#read]);
  }

  /** The path that the reader follows and the step where they are; empty for one who has not begun. */
  get followed(): { readonly path: string; readonly step: string } {
    const [path = '', step = ''] = strings(this.#state.get(followedKey));
    return { path, step };
  }

  /** Remembers where the reader is on which path. */
  async follow(path: string, step: string): Promise<void> {
    await this.#state.update(followedKey, [path, step]);
    this.#changed.fire();
  }

  /** Whether the reader put this review aside when it came back from the history. */
  isDismissed(id: string): boolean {
    return strings(this.#state.get(dismissedKey)).includes(id);
  }

  /** Remembers that the reader put a review aside. */
  async dismiss(id: string): Promise<void> {
    const before = strings(this.#state.get(dismissedKey)).filter((each) => each !== id);
    await this.#state.update(dismissedKey, [...before, id].slice(-most));
    this.#changed.fire();
  }

  /** The id of the review that the history brought back on a day (`YYYY-MM-DD`); nothing where it has not yet. */
  broughtBack(day: string): string | undefined {
    const [kept, id] = strings(this.#state.get(broughtBackKey));
    return kept === day ? id : undefined;
  }

  /** Remembers which review the history brought back on a day. */
  bringBack(day: string, id: string): void {
    void this.#state.update(broughtBackKey, [day, id]);
  }

  /** The files that were saved lately, the latest first. */
  get saved(): readonly vscode.Uri[] {
    return strings(this.#state.get(savedKey)).map((uri) => vscode.Uri.parse(uri));
  }

  /** Whether a review came into the library since the reader was last here. */
  isNew(key: string): boolean {
    return (this.#seen.added.get(key) ?? 0) >= this.#visit;
  }

  /**
   * When reviews were first seen here, in ms since 1970, by the key of their file. Those that were there when the reader first
   * looked are left out: nobody knows when they came. Remembers the new ones among these, which have to
   * be all of a library, or nothing while only some are read: the rest would be new later.
   */
  added(reviews: readonly ReviewDocument[] | undefined): ReadonlyMap<string, number> {
    if (reviews && reviews !== this.#looked) {
      this.#looked = reviews;
      const keys = reviews.map(({ key }) => key);
      if (this.#seen.see(keys, Date.now())) void this.#state.update(seenKey, this.#seen.toKeep());
    }
    return this.#seen.added;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #saved(uri: vscode.Uri): void {
    const saved = strings(this.#state.get(savedKey));
    const name = uri.toString();
    if (saved[0] === name || !vscode.workspace.getWorkspaceFolder(uri)) return;
    void this.#state.update(savedKey, [name, ...saved.filter((each) => each !== name)].slice(0, mostSaved));
  }
}

/** Remembers that the reader is here; tells when the visit began. */
function startVisit(state: vscode.Memento): number {
  const now = Date.now();
  const visit = numbers(state.get(visitKey));
  const last = visit.get('last') ?? 0;
  const start = now - last < sameVisit ? (visit.get('start') ?? now) : now;
  void state.update(visitKey, { start, last: now });
  return start;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function numbers(value: unknown): Map<string, number> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
