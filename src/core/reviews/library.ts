import type { Finding } from '../finding';
import { allSteps, type Steps } from '../steps';
import { findingDuplicateIds } from './duplicateIds';
import { LayeredMap, type SortedMap } from './layeredMap';
import { defaultRules, type LibraryRules } from './libraryRules';
import type { ReadingPathFile } from './readingPathFile';
import type { Omission, ReviewDocument } from './review';

/** A folder that holds reviews, and what its `precedent.yaml` says. */
export interface Source {
  /** How its reader names the folder: a URI in the editor, a path on the command line. */
  readonly key: string;
  /** Relative to the root, `/` separators; absolute for a library that lives elsewhere. */
  readonly path: string;
  /** The workspace folder by which it came to be known; absent where there is one root only. */
  readonly root?: string;
  readonly rules: LibraryRules;
  readonly findings: readonly Finding[];
}

/** Everything known about one file of a source. */
export type FileReading =
  | { readonly kind: 'reviews'; readonly reviews: readonly ReviewDocument[] }
  | { readonly kind: 'readingPath'; readonly file: ReadingPathFile }
  | { readonly kind: 'omitted'; readonly omission: Omission }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

/**
 * Every review we know of, kept current by being told what is in each file.
 *
 * Two files may claim one id; both are kept, in alphabetical order of their paths, so that the
 * answer does not depend on the order in which files were read.
 */
export class Library {
  readonly #sources = new Map<string, Source>();
  /** What is in the files of each source, by their keys. A file is one source's. */
  readonly #files = new Map<string, LayeredMap<FileReading>>();
  #version = 0;
  #count: number | undefined;
  #all: readonly ReviewDocument[] | undefined;
  #byName: Names | undefined;
  #problems: readonly Finding[] | undefined;

  /** Grows with every change; whoever derives something from the library compares it. */
  get version(): number {
    return this.#version;
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()].sort((a, b) => compare(a.path, b.path));
  }

  /** Adds a source or replaces what is known about it; its files stay. The same again changes nothing. */
  setSource(source: Source): void {
    if (JSON.stringify(this.#sources.get(source.key)) === JSON.stringify(source)) return;
    this.#sources.set(source.key, source);
    this.#changed();
  }

  /** Forgets a source and all its files. */
  deleteSource(key: string): void {
    this.#sources.delete(key);
    this.#files.delete(key);
    this.#changed();
  }

  /** Takes what a file was found to hold, in place of what was known about it. */
  set(file: string, source: string, reading: FileReading): void {
    for (const [key, files] of this.#files) if (key !== source) files.delete(file);
    this.#filesOf(source).set(file, reading);
    this.#changed();
  }

  /** Takes what many files of a source were found to hold, in place of what was known about them. Nothing is made of it before somebody asks. */
  setAll(source: string, readings: SortedMap<FileReading>): void {
    for (const [key, files] of this.#files) if (key !== source) files.deleteAll(readings);
    this.#filesOf(source).setAll(readings);
    this.#changed();
  }

  /** Forgets a file. */
  delete(file: string): void {
    let isGone = false;
    for (const files of this.#files.values()) isGone = files.delete(file) || isGone;
    if (isGone) this.#changed();
  }

  #filesOf(source: string): LayeredMap<FileReading> {
    let files = this.#files.get(source);
    if (!files) {
      files = new LayeredMap();
      this.#files.set(source, files);
    }
    return files;
  }

  /** The rules of the source with this key; the defaults for one we do not know. */
  rulesOf(source: string): LibraryRules {
    return this.#sources.get(source)?.rules ?? defaultRules;
  }

  /** The workspace folder by which the source with this key came to be known. */
  rootOf(source: string): string | undefined {
    return this.#sources.get(source)?.root;
  }

  /** How many reviews there are. */
  get count(): number {
    if (this.#count === undefined) {
      this.#count = 0;
      for (const files of this.#files.values())
        this.#count += files.count((reading) => (reading.kind === 'reviews' ? reading.reviews.length : 0));
    }
    return this.#count;
  }

  /** Makes in steps all that `reviews` asks for, so that it does not take long then. */
  *making(): Steps<void> {
    if (this.#all) return;
    const version = this.#version;
    const reviews = yield* collectingReviews(this.#readings());
    if (version === this.#version) this.#all = reviews;
  }

  *#readings(): Iterable<FileReading> {
    for (const files of this.#files.values()) yield* files.values();
  }

  /** Every review, in the order of their paths. */
  get reviews(): readonly ReviewDocument[] {
    this.#all ??= allSteps(collectingReviews(this.#readings()));
    return this.#all;
  }

  /** The reviews that an id or alias means, in any case: none, one, or all that claim it, in the order of their paths. */
  get(name: string): readonly ReviewDocument[] {
    this.#byName ??= byName(this.reviews);
    const key = name.toLowerCase();
    // An id means its own review, whatever others call themselves by alias.
    return this.#byName.ids.get(key) ?? this.#byName.aliases.get(key) ?? [];
  }

  /** The reviews read from a file. */
  in(file: string): readonly ReviewDocument[] {
    for (const files of this.#files.values()) {
      const reading = files.get(file);
      if (reading) return reading.kind === 'reviews' ? reading.reviews : [];
    }
    return [];
  }

  /** The files that hold reviews, each with these, in the order in which they lie, which means nothing. Those of a file are the same list until it is set anew. */
  get files(): Iterable<readonly [key: string, reviews: readonly ReviewDocument[]]> {
    return this.#withReviews();
  }

  *#withReviews(): Iterable<readonly [string, readonly ReviewDocument[]]> {
    for (const files of this.#files.values())
      for (const [key, reading] of files)
        if (reading.kind === 'reviews' && reading.reviews.length > 0) yield [key, reading.reviews];
  }

  /** The reading paths, in the order of their paths. */
  get readingPaths(): readonly ReadingPathFile[] {
    return [...this.#readings()]
      .flatMap((reading) => (reading.kind === 'readingPath' ? [reading.file] : []))
      .sort((a, b) => compare(a.path, b.path));
  }

  /** Files that are no reviews, each with its reason; reading paths are among them. */
  get omitted(): readonly Omission[] {
    return [...this.#readings()]
      .flatMap((reading) =>
        reading.kind === 'omitted'
          ? [reading.omission]
          : reading.kind === 'readingPath'
            ? [{ key: reading.file.key, path: reading.file.path, reason: 'a reading path' }]
            : [],
      )
      .sort((a, b) => compare(a.path, b.path));
  }

  /** What is to be said about sources and files, two that claim one id included, each with its file, in the order of their paths. */
  get problems(): readonly Finding[] {
    return allSteps(this.findingProblems());
  }

  /** What `problems` tells, in steps; it is told at once then, as long as nothing is set. */
  *findingProblems(): Steps<readonly Finding[]> {
    if (this.#problems) return this.#problems;
    const [version, reviews] = [this.#version, this.reviews];
    const problems = [...this.#sources.values()].flatMap(({ findings }) => findings);
    for (const [key, reading] of this.#unreadable()) problems.push(...inFile(key, reading.findings));
    for (const [at, { key, findings }] of reviews.entries()) {
      if (at % 64 === 63) yield;
      if (findings.length > 0) problems.push(...inFile(key, findings));
    }
    problems.push(...(yield* findingDuplicateIds(reviews)));
    problems.sort((a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code));
    if (version === this.#version) this.#problems = problems;
    return problems;
  }

  *#unreadable() {
    for (const files of this.#files.values()) {
      // Most folders have none, and keys would have to be made.
      if (![...files.values()].some(({ kind }) => kind === 'unreadable')) continue;
      for (const [key, reading] of files) if (reading.kind === 'unreadable') yield [key, reading] as const;
    }
  }

  #changed(): void {
    this.#version++;
    this.#count = undefined;
    this.#all = undefined;
    this.#byName = undefined;
    this.#problems = undefined;
  }
}

/** The reviews in some files, in the order of their paths. */
export function reviewsIn(readings: Iterable<FileReading>): readonly ReviewDocument[] {
  return allSteps(collectingReviews(readings));
}

function* collectingReviews(readings: Iterable<FileReading>): Steps<readonly ReviewDocument[]> {
  // A path is asked for once, not at each comparison.
  const placed: { readonly review: ReviewDocument; readonly path: string }[] = [];
  let made = 0;
  for (const reading of readings) {
    // To ask for reviews is to make them.
    const reviews = reading.kind === 'reviews' ? reading.reviews : [];
    for (const review of reviews) placed.push({ review, path: review.path });
    made += Math.max(1, reviews.length);
    if (made < 64) continue;
    made = 0;
    yield;
  }
  return placed
    .sort((a, b) => compare(a.path, b.path) || compare(a.review.id, b.review.id))
    .map(({ review }) => review);
}

function inFile(key: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, key }));
}

/** Ids and aliases in lower case. */
interface Names {
  readonly ids: ReadonlyMap<string, readonly ReviewDocument[]>;
  readonly aliases: ReadonlyMap<string, readonly ReviewDocument[]>;
}

function byName(reviews: readonly ReviewDocument[]): Names {
  const ids = new Map<string, ReviewDocument[]>();
  const aliases = new Map<string, ReviewDocument[]>();
  const add = (map: Map<string, ReviewDocument[]>, name: string, review: ReviewDocument) => {
    const key = name.toLowerCase();
    const there = map.get(key);
    if (!there) map.set(key, [review]);
    else if (!there.includes(review)) there.push(review);
  };
  for (const review of reviews) {
    add(ids, review.id, review);
    for (const alias of review.aliases) add(aliases, alias, review);
  }
  return { ids, aliases };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
