import type { DocumentFormat, IdFrom, ReviewDocument } from '../core/reviews/review';
import type { StoredFacts } from '../core/reviews/storedReview';
import type { KnownFile } from './indexSource';
import type { PackReader, PackWriter } from './packColumns';

/** The table of a pack of files (`filePack`) in which each review has a row. */
export const reviewTable = 1;

/** Its columns, by name: the place of each. */
export const reviewColumns = {
  id: 0,
  idFrom: 1,
  title: 2,
  rawTitle: 3,
  date: 4,
  status: 5,
  severity: 6,
  format: 7,
  flags: 8,
  /** Where it starts in its file, where that holds several. */
  offset: 9,
  line: 10,
  /** How many of each list; they lie one behind the other from the first listed string on. */
  aliases: 11,
  services: 12,
  tags: 13,
  people: 14,
  findings: 15,
  firstListed: 16,
} as const;

const idSources = ['frontMatter', 'label', 'fileName', 'heading', 'number', 'folder', 'stem'] as const;
const formats = ['markdown', 'asciidoc', 'rst', 'org', 'plain', 'yaml', 'json'] as const;
true satisfies Same<IdFrom, (typeof idSources)[number]> & Same<DocumentFormat, (typeof formats)[number]>;
type Same<A, B> = [A, B] extends [B, A] ? true : never;

const lists = ['aliases', 'services', 'tags', 'people'] as const;

// Bits of `flags`.
const isDraft = 1;
const isTruncated = 2;
const isPart = 4;
const hidesNothing = 8;

/** Adds the facts of a review. What they say may be cut out of its text, which is not kept with them. */
export function addReviewRow(writer: PackWriter, review: ReviewDocument): void {
  const { startsAt } = review;
  const { listed } = writer;
  const flags =
    (review.isDraft ? isDraft : 0) |
    (review.isTruncated ? isTruncated : 0) |
    (startsAt === undefined ? 0 : isPart) |
    (review.hidesNothing ? hidesNothing : 0);
  // In the order of `reviewColumns`.
  writer.addRow(reviewTable, [
    writer.cut(review.id),
    idSources.indexOf(review.idFrom),
    writer.cut(review.title),
    writer.cut(review.rawTitle),
    writer.cut(review.date),
    writer.cut(review.status),
    writer.cut(review.severity),
    formats.indexOf(review.format),
    flags,
    startsAt?.offset ?? 0,
    startsAt?.line ?? 0,
    ...lists.map((name) => writer.list(review[name])),
    review.findings.length > 0 ? writer.cut(JSON.stringify(review.findings)) : 0,
    listed,
  ]);
}

/** The facts of a review, read in its row each time that somebody asks. */
export class ReviewRow implements StoredFacts {
  readonly #reader: PackReader;
  readonly #file: KnownFile;
  readonly #row: number;

  constructor(reader: PackReader, file: KnownFile, row: number) {
    this.#reader = reader;
    this.#file = file;
    this.#row = row;
  }

  get key() {
    return this.#file.key;
  }

  get source() {
    return this.#file.source;
  }

  get path() {
    return this.#file.path;
  }

  get id() {
    return this.#text(reviewColumns.id) ?? '';
  }

  get idFrom() {
    return idSources[this.#cell(reviewColumns.idFrom)] ?? 'stem';
  }

  get title() {
    return this.#text(reviewColumns.title) ?? '';
  }

  get rawTitle() {
    return this.#text(reviewColumns.rawTitle) ?? '';
  }

  get date() {
    return this.#text(reviewColumns.date);
  }

  get status() {
    return this.#text(reviewColumns.status);
  }

  get severity() {
    return this.#text(reviewColumns.severity);
  }

  get format() {
    return formats[this.#cell(reviewColumns.format)] ?? 'markdown';
  }

  get isDraft() {
    return this.#is(isDraft);
  }

  get isTruncated() {
    return this.#is(isTruncated);
  }

  get hidesNothing() {
    return this.#is(hidesNothing) || undefined;
  }

  get startsAt() {
    return this.#is(isPart)
      ? { offset: this.#cell(reviewColumns.offset), line: this.#cell(reviewColumns.line) }
      : undefined;
  }

  get aliases() {
    return this.#list('aliases');
  }

  get services() {
    return this.#list('services');
  }

  get tags() {
    return this.#list('tags');
  }

  get people() {
    return this.#list('people');
  }

  get findings() {
    const json = this.#text(reviewColumns.findings);
    return json === undefined ? none : JSON.parse(json);
  }

  #cell(column: number): number {
    return this.#reader.cell(reviewTable, this.#row, column);
  }

  #text(column: number): string | undefined {
    return this.#reader.textAt(reviewTable, this.#row, column);
  }

  #is(flag: number): boolean {
    return (this.#cell(reviewColumns.flags) & flag) !== 0;
  }

  #list(name: (typeof lists)[number]): readonly string[] {
    let from = this.#cell(reviewColumns.firstListed);
    for (const each of lists) {
      const count = this.#cell(reviewColumns[each]);
      if (each === name) return this.#reader.list(from, count);
      from += count;
    }
    return none;
  }
}

const none: readonly never[] = [];
