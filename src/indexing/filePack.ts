import type { SortedMap } from '../core/reviews/layeredMap';
import type { FileReading, Source } from '../core/reviews/library';
import type { ReadingPathFile } from '../core/reviews/readingPathFile';
import type { DocumentFormat, IdFrom, ReviewDocument } from '../core/reviews/review';
import { type ReviewStore, type StoredFacts, storedReview } from '../core/reviews/storedReview';
import type { FileLook, IndexedFile, KnownFile } from './indexSource';
import { exactly, PackReader, PackWriter } from './packColumns';
import { madeOnce, SortedTexts } from './sortedTexts';

/**
 * Files of a source as they were read, in one `ArrayBuffer`: what the worker transfers and the cache stores. Of a review it holds the facts;
 * its text and story stay in the file.
 *
 * This module alone knows the columns, `packColumns` how they lie in the buffer. Files are sorted by their keys. A text is the number of an entry
 * of the table of strings, 0 where there is none; a list is a count here and so many numbers in `listed`. Whatever has other shapes is JSON.
 */
const ofFile = { key: 0, as: 1, path: 2, pathInSource: 3, kind: 4, payload: 5, firstReview: 6 } as const;
const ofReview = {
  id: 0,
  idFrom: 1,
  title: 2,
  rawTitle: 3,
  date: 4,
  status: 5,
  severity: 6,
  format: 7,
  flags: 8,
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
const layout = { tables: [Object.keys(ofFile), Object.keys(ofReview)], wide: ['mtime', 'size'] } as const;

const kinds = ['reviews', 'readingPath', 'omitted', 'unreadable'] as const satisfies readonly FileReading['kind'][];
const idSources = ['frontMatter', 'label', 'fileName', 'heading', 'number', 'folder', 'stem'] as const;
const formats = ['markdown', 'asciidoc', 'rst', 'org', 'plain', 'yaml', 'json'] as const;
true satisfies Same<IdFrom, (typeof idSources)[number]> & Same<DocumentFormat, (typeof formats)[number]>;
type Same<A, B> = [A, B] extends [B, A] ? true : never;

const lists = ['aliases', 'services', 'tags', 'people'] as const;
const isDraft = 1;
const isTruncated = 2;
const isPart = 4;
const hidesNothing = 8;

/** Where reviews are read that are not at hand: in the files as they are now. */
export type StoredTexts = ReviewStore<KnownFile>;

/** Packs files of one source. Of two with the same key the later one counts. */
export function packFiles(files: Iterable<IndexedFile>): ArrayBuffer {
  const packer = new FilePacker();
  for (const file of files) packer.add(file);
  return packer.finish();
}

/** Packs files of one source one by one, so that none has to be kept until all are there. */
export class FilePacker {
  #writer = new PackWriter(layout);
  #reviews = 0;
  readonly #rows = new Map<string, { readonly cells: readonly number[]; readonly look: FileLook }>();

  /** How many files were added. */
  get count(): number {
    return this.#rows.size;
  }

  add({ key, file, reading, look }: IndexedFile): void {
    const writer = this.#writer;
    const { kind } = reading;
    const cells = [
      writer.text(key),
      writer.text(look.as),
      writer.text(file?.path),
      writer.text(file?.pathInSource),
      kinds.indexOf(kind),
      kind === 'reviews' ? reading.reviews.length : writer.text(payloadOf(reading)),
      this.#reviews,
    ];
    this.#rows.set(key, { cells, look });
    if (kind !== 'reviews') return;
    for (const review of reading.reviews) addReview(writer, review);
    this.#reviews += reading.reviews.length;
  }

  /** The pack of what was added; begins another one. */
  finish(): ArrayBuffer {
    const rows = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { cells, look }] of rows) this.#writer.addRow(0, cells, [look.mtime, look.size]);
    const pack = this.#writer.finish();
    this.#writer = new PackWriter(layout);
    this.#reviews = 0;
    this.#rows.clear();
    return pack;
  }
}

function payloadOf(reading: Exclude<FileReading, { kind: 'reviews' }>): string {
  switch (reading.kind) {
    case 'readingPath':
      return JSON.stringify(reading.file);
    case 'omitted':
      return JSON.stringify(reading.omission);
    case 'unreadable':
      return JSON.stringify(reading.findings);
  }
}

function addReview(writer: PackWriter, review: ReviewDocument): void {
  const { startsAt } = review;
  const { listed } = writer;
  const flags =
    (review.isDraft ? isDraft : 0) |
    (review.isTruncated ? isTruncated : 0) |
    (startsAt === undefined ? 0 : isPart) |
    (review.hidesNothing ? hidesNothing : 0);
  writer.addRow(1, [
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

/** Files in a pack, each of which is made when somebody asks for it. */
export class PackedFiles {
  /** What each was read to be, the same whenever it is asked for. */
  readonly readings: SortedMap<FileReading>;
  /** How each looked then. */
  readonly looks: SortedMap<FileLook>;
  /** Those that were taken for possible reviews. */
  readonly files: SortedMap<KnownFile | undefined>;
  readonly #reader: PackReader;

  constructor(reader: PackReader, source: string, texts: StoredTexts) {
    const facts: Pack = { reader, source, texts };
    const fileAt = (row: number) => (reader.cell(0, row, ofFile.path) === 0 ? undefined : new PackedFile(facts, row));
    this.#reader = reader;
    this.readings = new SortedTexts(
      reader,
      0,
      ofFile.key,
      madeOnce((row) => readingOf(facts, row)),
      (row) => (kindAt(reader, row) === 'reviews' ? reader.cell(0, row, ofFile.payload) : 0),
    );
    this.looks = new SortedTexts(reader, 0, ofFile.key, (row) => lookOf(reader, row));
    this.files = new SortedTexts(reader, 0, ofFile.key, fileAt);
  }

  /** How many files there are. */
  get size(): number {
    return this.readings.size;
  }

  /** A file, by its place in the order of keys. */
  at(row: number): IndexedFile {
    const file = this.files.at(row);
    return {
      key: this.readings.keyAt(row),
      reading: this.readings.at(row),
      look: this.looks.at(row),
      ...(file && { file }),
    };
  }

  /** All files, in the order of their keys. */
  *[Symbol.iterator](): IterableIterator<IndexedFile> {
    for (let row = 0; row < this.size; row++) yield this.at(row);
  }

  /** Those that could not be read. */
  *unreadable(): IterableIterator<IndexedFile> {
    for (let row = 0; row < this.size; row++) if (kindAt(this.#reader, row) === 'unreadable') yield this.at(row);
  }
}

/** The files in a pack; nothing in a buffer that is no pack. Their reviews come with their facts, and ask `texts` for the rest. */
export function openFiles(
  buffer: ArrayBuffer,
  source: Pick<Source, 'key'>,
  texts: StoredTexts,
): PackedFiles | undefined {
  const reader = PackReader.open(buffer, layout);
  return reader && new PackedFiles(reader, source.key, texts);
}

/** How the files in a pack looked, and which hold reviews, where nothing else of them is asked for. */
export function openLooks(buffer: ArrayBuffer): SortedMap<FileLook> | undefined {
  const reader = PackReader.open(buffer, layout);
  if (!reader) return undefined;
  const holdsReview = (row: number) =>
    kinds[reader.cell(0, row, ofFile.kind)] === 'reviews' && reader.cell(0, row, ofFile.payload) > 0;
  return new SortedTexts(reader, 0, ofFile.key, (row) => ({ ...lookOf(reader, row), holdsReview: holdsReview(row) }));
}

/** What the files of a pack have in common. */
interface Pack {
  readonly reader: PackReader;
  readonly source: string;
  readonly texts: StoredTexts;
}

/** A file in a pack. */
class PackedFile implements KnownFile {
  readonly #pack: Pack;
  readonly #row: number;

  constructor(pack: Pack, row: number) {
    this.#pack = pack;
    this.#row = row;
  }

  get source(): string {
    return this.#pack.source;
  }

  get key(): string {
    return this.#pack.reader.textAt(0, this.#row, ofFile.key) ?? '';
  }

  get path(): string {
    return this.#pack.reader.textAt(0, this.#row, ofFile.path) ?? '';
  }

  get pathInSource(): string {
    return this.#pack.reader.textAt(0, this.#row, ofFile.pathInSource) ?? '';
  }
}

function lookOf(reader: PackReader, row: number): FileLook {
  const look = { mtime: reader.wide(row, 0), size: reader.wide(row, 1) };
  const taken = reader.textAt(0, row, ofFile.as);
  return taken === undefined ? look : { ...look, as: taken };
}

function kindAt(reader: PackReader, row: number): FileReading['kind'] {
  return kinds[reader.cell(0, row, ofFile.kind)] ?? 'omitted';
}

function readingOf(pack: Pack, row: number): FileReading {
  const { reader, texts } = pack;
  const is = kindAt(reader, row);
  const told = reader.cell(0, row, ofFile.payload);
  if (is !== 'reviews') return otherReading(is, JSON.parse(reader.text(told) ?? 'null'));
  const file = new PackedFile(pack, row);
  const first = reader.cell(0, row, ofFile.firstReview);
  const reviews = exactly(told, (at) => storedReview(new PackedFacts(reader, file, first + at), texts, file, at));
  return { kind: 'reviews', reviews };
}

/** We wrote it ourselves, and a checksum says that it is as it was written. */
function otherReading(is: Exclude<FileReading['kind'], 'reviews'>, told: unknown): FileReading {
  switch (is) {
    case 'readingPath':
      return { kind: is, file: told as ReadingPathFile };
    case 'omitted':
      return { kind: is, omission: told as Extract<FileReading, { kind: 'omitted' }>['omission'] };
    case 'unreadable':
      return { kind: is, findings: told as Extract<FileReading, { kind: 'unreadable' }>['findings'] };
  }
}

/** The facts of a review, read in its row each time that somebody asks. */
class PackedFacts implements StoredFacts {
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
    return this.#text(ofReview.id) ?? '';
  }

  get idFrom() {
    return idSources[this.#cell(ofReview.idFrom)] ?? 'stem';
  }

  get title() {
    return this.#text(ofReview.title) ?? '';
  }

  get rawTitle() {
    return this.#text(ofReview.rawTitle) ?? '';
  }

  get date() {
    return this.#text(ofReview.date);
  }

  get status() {
    return this.#text(ofReview.status);
  }

  get severity() {
    return this.#text(ofReview.severity);
  }

  get format() {
    return formats[this.#cell(ofReview.format)] ?? 'markdown';
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
    return this.#is(isPart) ? { offset: this.#cell(ofReview.offset), line: this.#cell(ofReview.line) } : undefined;
  }

  get aliases() {
    return this.#list(0);
  }

  get services() {
    return this.#list(1);
  }

  get tags() {
    return this.#list(2);
  }

  get people() {
    return this.#list(3);
  }

  get findings() {
    const told = this.#text(ofReview.findings);
    return told === undefined ? none : JSON.parse(told);
  }

  #cell(column: number): number {
    return this.#reader.cell(1, this.#row, column);
  }

  #text(column: number): string | undefined {
    return this.#reader.textAt(1, this.#row, column);
  }

  #is(flag: number): boolean {
    return (this.#cell(ofReview.flags) & flag) !== 0;
  }

  /** One of `lists`, by its place there. */
  #list(at: number): readonly string[] {
    let from = this.#cell(ofReview.firstListed);
    for (let before = 0; before < at; before++) from += this.#cell(ofReview.aliases + before);
    return this.#reader.list(from, this.#cell(ofReview.aliases + at));
  }
}

const none: readonly never[] = [];
