import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import { isHiddenAt } from '../reviews/sectionsAround';
import type { Steps } from '../steps';
import { LineIndex } from '../text/lineIndex';
import type { NamedAs } from './fileReason';
import { keysOf, keysOfFile, matchName, mayNameFile, type NamedFile, namedFile } from './nameMatch';
import { type WrittenName, writtenNames } from './writtenNames';

/** Where a review names a file. */
export interface PathMention {
  readonly review: ReviewDocument;
  readonly as: NamedAs;
  /** As written. */
  readonly name: string;
  /** 1-based, in the review's file. */
  readonly line: number;
}

interface Entry {
  readonly review: ReviewDocument;
  readonly written: WrittenName;
}

/** More reviews than these name nothing in particular. */
const mostMentions = 200;

const strongestFirst: readonly NamedAs[] = ['path', 'module', 'symbol', 'folder'];

/**
 * Which reviews name a file: by its path, as a module, by a symbol that it defines, or a folder around it.
 *
 * An index of the names in the texts of all reviews, which is made in small steps when somebody asks for it first; what was read of a
 * review is kept as long as the review is the same.
 */
export class PathMentions {
  readonly #library: Library;
  readonly #read = new WeakMap<ReviewDocument, readonly WrittenName[]>();
  #entries: ReadonlyMap<string, readonly Entry[]> = new Map();
  #version = -1;
  /** The work under way, driven by whoever prepares. */
  #update: { readonly version: number; readonly steps: Steps<ReadonlyMap<string, readonly Entry[]>> } | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Whether answers are those of the library as it is now. */
  get isReady(): boolean {
    return this.#version === this.#library.version;
  }

  /** Reads the reviews in steps of well under 8 ms; stop at any step, what is done stays done. */
  *preparing(): Steps<void> {
    while (!this.isReady) {
      const { version } = this.#library;
      if (this.#update?.version !== version) this.#update = { version, steps: this.#reading() };
      const step = this.#update.steps.next();
      if (step.done) {
        this.#entries = step.value;
        this.#version = version;
        this.#update = undefined;
      }
      yield;
    }
  }

  /**
   * The reviews that name a file, each once with the strongest of its names, in the order of strength, then the latest first. Answers
   * from what has been prepared. What stands under an excluded heading is not told.
   *
   * `path` is relative to the root, `/` separators; `symbols` are the names that the file defines.
   */
  of(path: string, symbols: readonly string[]): readonly PathMention[] {
    const found = this.#namesOf(namedFile(path, symbols));
    const told = new Map<ReviewDocument, PathMention>();
    for (const as of strongestFirst) {
      for (const [review, names] of [...found[as]].sort(([a], [b]) => latestFirst(a, b))) {
        if (told.size === mostMentions) break;
        if (told.has(review)) continue;
        const inOrder = as === 'path' ? [...names] : [...names].sort((a, b) => a.offset - b.offset);
        // Asked only of reviews that come this far, as their stories are read for it; one whose names are all hidden may have a weaker one.
        const written = inOrder.find((name) => !isHidden(review, name));
        if (written) told.set(review, { review, as, name: written.name, line: lineOf(review, written) });
      }
    }
    return [...told.values()];
  }

  /** All names of a file that reviews wrote, hidden ones, too, by their strength; those of a review in the order of the file's keys. */
  #namesOf(file: NamedFile): Readonly<Record<NamedAs, ReadonlyMap<ReviewDocument, ReadonlySet<WrittenName>>>> {
    const found: Record<NamedAs, Map<ReviewDocument, Set<WrittenName>>> = {
      path: new Map(),
      module: new Map(),
      symbol: new Map(),
      folder: new Map(),
    };
    for (const key of keysOfFile(file)) {
      for (const { review, written } of this.#entries.get(key) ?? []) {
        if (review.hidesNothing && found.path.has(review)) continue;
        const as = matchName(written, file, review.path);
        if (as === undefined) continue;
        const names = found[as].get(review);
        if (names) names.add(written);
        else found[as].set(review, new Set([written]));
      }
    }
    return found;
  }

  *#reading(): Steps<ReadonlyMap<string, readonly Entry[]>> {
    yield* this.#library.making();
    const entries = new Map<string, Entry[]>();
    for (const review of this.#library.reviews) {
      let names = this.#read.get(review);
      if (!names) {
        names = writtenNames(review.text, review.format).filter(mayNameFile);
        this.#read.set(review, names);
      }
      for (const written of names) {
        for (const key of keysOf(written)) {
          const there = entries.get(key);
          if (there) there.push({ review, written });
          else entries.set(key, [{ review, written }]);
        }
      }
      yield;
    }
    return entries;
  }
}

function isHidden(review: ReviewDocument, { offset }: WrittenName): boolean {
  return isHiddenAt(review, offset + (review.startsAt?.offset ?? 0));
}

function lineOf({ text, startsAt }: ReviewDocument, { offset }: WrittenName): number {
  return new LineIndex(text.slice(0, offset)).count + (startsAt?.line ?? 1) - 1;
}

function latestFirst(a: ReviewDocument, b: ReviewDocument): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
