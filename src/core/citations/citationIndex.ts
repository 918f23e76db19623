import type { ReviewDocument } from '../reviews/review';
import type { Citation, FoundCitation } from './citation';

/** One citation of the workspace: what is printed of it, and what leads back to its file. */
export interface IndexedCitation {
  /** Key of the file it stands in, as its reader names it; opaque here. */
  readonly file: string;
  readonly citation: Citation;
  /** Offsets into the file, 0-based UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** How it names its incident. */
  readonly form: FoundCitation['form'];
  /** The reviews it means, as {@link reviewName} names them; empty where none is known. */
  readonly reviews: readonly string[];
}

/** What tells a review from every other one, also from one of the same id in another file. It outlives a new reading of the file. */
export function reviewName({ key, id }: Pick<ReviewDocument, 'key' | 'id'>): string {
  return `${key}\n${id}`;
}

/**
 * Every citation we know of, by file and by review, kept current by being told what stands in each file.
 *
 * Answers are in the order of paths, then of places within a file, whatever the order of telling.
 */
export class CitationIndex {
  readonly #files = new Map<string, readonly IndexedCitation[]>();
  #version = 0;
  #byReview: ReadonlyMap<string, readonly IndexedCitation[]> | undefined;

  /** Grows with every change; whoever derives something from the index compares it. */
  get version(): number {
    return this.#version;
  }

  /** Takes what stands in a file, in order, in place of what was known about it. */
  set(file: string, citations: readonly IndexedCitation[]): void {
    if (citations.length === 0) {
      this.delete(file);
      return;
    }
    this.#files.set(file, citations);
    this.#changed();
  }

  /** Forgets a file. */
  delete(file: string): void {
    if (this.#files.delete(file)) this.#changed();
  }

  clear(): void {
    this.#files.clear();
    this.#changed();
  }

  /** The files with citations, in no order. */
  get files(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** The citations in a file, in order. */
  in(file: string): readonly IndexedCitation[] {
    return this.#files.get(file) ?? [];
  }

  /** The citations of a review, those in its own file included, which are few: a review's own id in itself is none. */
  of(review: Pick<ReviewDocument, 'key' | 'id'>): readonly IndexedCitation[] {
    this.#byReview ??= byReview([...this.#files.values()]);
    return this.#byReview.get(reviewName(review)) ?? [];
  }

  #changed(): void {
    this.#version++;
    this.#byReview = undefined;
  }
}

function byReview(files: readonly (readonly IndexedCitation[])[]): ReadonlyMap<string, readonly IndexedCitation[]> {
  const found = new Map<string, IndexedCitation[]>();
  for (const citation of files.flat()) {
    for (const review of citation.reviews) {
      const there = found.get(review);
      if (there) there.push(citation);
      else found.set(review, [citation]);
    }
  }
  for (const all of found.values()) all.sort(inOrder);
  return found;
}

function inOrder(a: IndexedCitation, b: IndexedCitation): number {
  const [left, right] = [a.citation.path, b.citation.path];
  return left < right ? -1 : left > right ? 1 : a.start - b.start;
}
