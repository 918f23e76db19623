/** Whether something stands in code or in a design document, diagrams among them. */
export type CitingRealm = 'code' | 'document';

/** A citation as a commit had it. */
export interface CommittedCitation {
  /** The id of the review, as the review spells it. */
  readonly id: string;
  readonly realm: CitingRealm;
  /** The sentence around it, on one line. */
  readonly sentence: string;
}

/** One commit of the main line: what its changed files cite now. A file that is gone cites nothing. */
export interface HistoryStep {
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly files: readonly { readonly path: string; readonly citations: readonly CommittedCitation[] }[];
}

/** A citation that stands in the last commit, and since when. */
export interface StandingCitation extends CommittedCitation {
  readonly path: string;
  /** When the main line got it, `YYYY-MM-DD`; being moved or reworded does not count. */
  readonly since: string;
  readonly commit: string;
}

/** How many citations stood after a commit that changed that. */
export interface CitationCount {
  readonly date: string;
  readonly code: number;
  readonly document: number;
}

/** All that is known of a history, to go on from. Plain data. */
export interface CitationHistoryState {
  readonly standing: readonly StandingCitation[];
  readonly counts: readonly CitationCount[];
}

/**
 * Follows the citations of a tree from commit to commit, the oldest first, along one line of commits.
 *
 * What stands at the end is what the last tree holds, whatever the way there. A citation that is taken away and one of the same review that comes
 * with the same commit are one that was moved or reworded: it keeps its date.
 */
export class CitationHistory {
  readonly #files = new Map<string, readonly StandingCitation[]>();
  readonly #counts: CitationCount[];
  #code = 0;
  #document = 0;

  constructor(state: CitationHistoryState = { standing: [], counts: [] }) {
    this.#counts = [...state.counts];
    for (const each of state.standing) {
      this.#files.set(each.path, [...(this.#files.get(each.path) ?? []), each]);
      this.#add(each, 1);
    }
  }

  /** What stands now, file by file in the order of their paths, in the order of each file. */
  get standing(): readonly StandingCitation[] {
    return [...this.#files.keys()].sort().flatMap((path) => this.#files.get(path) ?? []);
  }

  /** How many stood, in the order of the commits. */
  get counts(): readonly CitationCount[] {
    return this.#counts;
  }

  get state(): CitationHistoryState {
    return { standing: this.standing, counts: this.#counts };
  }

  /** Takes the next commit. */
  take({ commit, date, files }: HistoryStep): void {
    const old = files.flatMap(({ path }) => this.#files.get(path) ?? []);
    const left = new Set(old);
    const fresh = files.map(({ path, citations }) => ({
      path,
      citations: citations.map((citation) => ({ citation, from: undefined as StandingCitation | undefined })),
    }));
    const all = fresh.flatMap(({ path, citations }) => citations.map((each) => ({ path, each })));
    // The same words in the same file first, then anywhere, then other words of the same file, then anything about the same review.
    for (const keyOf of [sameWordsAndFile, sameWords, sameFile, sameReview]) {
      const byKey = new Map<string, StandingCitation[]>();
      for (const each of left) {
        const key = keyOf(each.path, each);
        const there = byKey.get(key);
        if (there) there.push(each);
        else byKey.set(key, [each]);
      }
      for (const { path, each } of all) {
        if (each.from) continue;
        each.from = byKey.get(keyOf(path, each.citation))?.shift();
        if (each.from) left.delete(each.from);
      }
    }
    const before = [this.#code, this.#document];
    for (const each of old) this.#add(each, -1);
    for (const { path, citations } of fresh) {
      const standing = citations.map(({ citation, from }) => ({
        ...citation,
        path,
        since: from?.since ?? date,
        commit: from?.commit ?? commit,
      }));
      for (const each of standing) this.#add(each, 1);
      if (standing.length === 0) this.#files.delete(path);
      else this.#files.set(path, standing);
    }
    if (before[0] !== this.#code || before[1] !== this.#document) {
      this.#counts.push({ date, code: this.#code, document: this.#document });
    }
  }

  #add({ realm }: CommittedCitation, by: 1 | -1): void {
    if (realm === 'code') this.#code += by;
    else this.#document += by;
  }
}

type KeyOf = (path: string, citation: CommittedCitation) => string;

const sameWordsAndFile: KeyOf = (path, { id, sentence }) => `${path}\n${id}\n${sentence}`;
const sameWords: KeyOf = (_path, { id, sentence }) => `${id}\n${sentence}`;
const sameFile: KeyOf = (path, { id }) => `${path}\n${id}`;
const sameReview: KeyOf = (_path, { id }) => id;
