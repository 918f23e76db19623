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
 * The citations of a review come in the order in which they teach most about it, whatever the order of telling: design documents and
 * diagrams, where somebody says what was learned; then code; then other reviews. Within these by path, then by place. No order in
 * time: nobody but version control knows when a sentence was written (`newestFirst` asks it), and the time of a file says when it was last checked out.
 */
export class CitationIndex {
  readonly #files = new Map<string, readonly IndexedCitation[]>();
  /** By what they name: {@link namesOf}. */
  readonly #byName = new Map<string, Set<IndexedCitation>>();
  readonly #sorted = new Map<string, readonly IndexedCitation[]>();
  #version = 0;

  /** Grows with every change; whoever derives something from the index compares it. */
  get version(): number {
    return this.#version;
  }

  /** Takes what stands in a file, in order, in place of what was known about it. The same again changes nothing. */
  set(file: string, citations: readonly IndexedCitation[]): void {
    if (citations.length === 0) {
      this.delete(file);
      return;
    }
    const before = this.#files.get(file);
    if (before && isSame(before, citations)) return;
    for (const each of before ?? []) this.#remove(each);
    this.#files.set(file, citations);
    for (const each of citations) this.#add(each);
    this.#version++;
  }

  /** Forgets a file. */
  delete(file: string): void {
    const before = this.#files.get(file);
    if (!before) return;
    this.#files.delete(file);
    for (const each of before) this.#remove(each);
    this.#version++;
  }

  clear(): void {
    this.#files.clear();
    this.#byName.clear();
    this.#sorted.clear();
    this.#version++;
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
    return this.#named(reviewName(review));
  }

  /** The citations of an id, in any case, that no review has. */
  ofUnknown(id: string): readonly IndexedCitation[] {
    return this.#named(unknownName(id));
  }

  #named(name: string): readonly IndexedCitation[] {
    const there = this.#sorted.get(name);
    if (there) return there;
    const sorted = [...(this.#byName.get(name) ?? [])].sort(inOrder);
    this.#sorted.set(name, sorted);
    return sorted;
  }

  #add(citation: IndexedCitation): void {
    for (const name of namesOf(citation)) {
      this.#sorted.delete(name);
      const there = this.#byName.get(name);
      if (there) there.add(citation);
      else this.#byName.set(name, new Set([citation]));
    }
  }

  #remove(citation: IndexedCitation): void {
    for (const name of namesOf(citation)) {
      this.#sorted.delete(name);
      const there = this.#byName.get(name);
      there?.delete(citation);
      if (there?.size === 0) this.#byName.delete(name);
    }
  }
}

function namesOf({ reviews, citation }: IndexedCitation): readonly string[] {
  return reviews.length > 0 ? reviews : [unknownName(citation.id ?? citation.text)];
}

/** A name that no review has: theirs have a key before the line break. */
function unknownName(id: string): string {
  return `\n${id.toLowerCase()}`;
}

const ranks: Readonly<Record<Citation['kind'], number>> = { prose: 0, diagram: 0, comment: 1, string: 1, review: 2 };

function inOrder(a: IndexedCitation, b: IndexedCitation): number {
  const byKind = ranks[a.citation.kind] - ranks[b.citation.kind];
  if (byKind !== 0) return byKind;
  const [left, right] = a.citation.path === b.citation.path ? [a.file, b.file] : [a.citation.path, b.citation.path];
  return left < right ? -1 : left > right ? 1 : a.start - b.start;
}

function isSame(before: readonly IndexedCitation[], after: readonly IndexedCitation[]): boolean {
  return before.length === after.length && JSON.stringify(before) === JSON.stringify(after);
}
