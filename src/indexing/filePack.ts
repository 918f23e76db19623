import type { SortedMap } from '../core/reviews/layeredMap';
import type { FileReading, Source } from '../core/reviews/library';
import type { ReadingPathFile } from '../core/reviews/readingPathFile';
import { type ReviewStore, storedReview } from '../core/reviews/storedReview';
import type { FileLook, IndexedFile, KnownFile } from './indexSource';
import { exactly, PackReader, PackWriter } from './packColumns';
import { addReviewRow, ReviewRow, reviewColumns } from './reviewRow';
import { madeOnce, SortedTexts } from './sortedTexts';

// Files of a source as they were read, in one `ArrayBuffer`: what the worker transfers and the cache stores. Of a review it holds the facts;
// its text and story stay in the file.
//
// This module knows the table of files, sorted by their keys, `reviewRow` that of their reviews, `packColumns` how tables lie in the buffer. A text
// is the number of an entry of the table of strings, 0 where there is none; a list is a count here and so many numbers in `listed`. Whatever has
// other shapes is JSON.

const fileTable = 0;

/** Its columns, by name: the place of each. */
const fileColumns = {
  key: 0,
  /** What the file was taken for. */
  as: 1,
  path: 2,
  pathInSource: 3,
  /** Its place in `kinds`. */
  kind: 4,
  /** Of reviews how many there are, of all else what it was read to be: a text in JSON. */
  payload: 5,
  /** The row of the first review. */
  firstReview: 6,
} as const;

/** Columns of the same table that hold numbers of any size. */
const wideColumns = { mtime: 0, size: 1 } as const;

/** The tables in their order. */
const layout = {
  tables: [Object.keys(fileColumns), Object.keys(reviewColumns)],
  wide: Object.keys(wideColumns),
} as const;

const kinds = ['reviews', 'readingPath', 'omitted', 'unreadable'] as const satisfies readonly FileReading['kind'][];

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
    // In the order of `fileColumns`.
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
    for (const review of reading.reviews) addReviewRow(writer, review);
    this.#reviews += reading.reviews.length;
  }

  /** The pack of what was added; begins another one. */
  finish(): ArrayBuffer {
    const rows = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { cells, look }] of rows) this.#writer.addRow(fileTable, cells, [look.mtime, look.size]);
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
    const pack: Pack = { reader, source, texts };
    const fileAt = (row: number) =>
      reader.cell(fileTable, row, fileColumns.path) === 0 ? undefined : new PackedFile(pack, row);
    this.#reader = reader;
    this.readings = new SortedTexts(
      reader,
      fileTable,
      fileColumns.key,
      madeOnce((row) => readingOf(pack, row)),
      (row) => reviewsAt(reader, row),
    );
    this.looks = new SortedTexts(reader, fileTable, fileColumns.key, (row) => lookOf(reader, row));
    this.files = new SortedTexts(reader, fileTable, fileColumns.key, fileAt);
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
  const holdsReview = (row: number) => reviewsAt(reader, row) > 0;
  return new SortedTexts(reader, fileTable, fileColumns.key, (row) => ({
    ...lookOf(reader, row),
    holdsReview: holdsReview(row),
  }));
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
    return this.#pack.reader.textAt(fileTable, this.#row, fileColumns.key) ?? '';
  }

  get path(): string {
    return this.#pack.reader.textAt(fileTable, this.#row, fileColumns.path) ?? '';
  }

  get pathInSource(): string {
    return this.#pack.reader.textAt(fileTable, this.#row, fileColumns.pathInSource) ?? '';
  }
}

function lookOf(reader: PackReader, row: number): FileLook {
  const look = { mtime: reader.wide(row, wideColumns.mtime), size: reader.wide(row, wideColumns.size) };
  const taken = reader.textAt(fileTable, row, fileColumns.as);
  return taken === undefined ? look : { ...look, as: taken };
}

function kindAt(reader: PackReader, row: number): FileReading['kind'] {
  return kinds[reader.cell(fileTable, row, fileColumns.kind)] ?? 'omitted';
}

/** How many reviews a file holds. */
function reviewsAt(reader: PackReader, row: number): number {
  return kindAt(reader, row) === 'reviews' ? reader.cell(fileTable, row, fileColumns.payload) : 0;
}

function readingOf(pack: Pack, row: number): FileReading {
  const { reader, texts } = pack;
  const kind = kindAt(reader, row);
  const payload = reader.cell(fileTable, row, fileColumns.payload);
  if (kind !== 'reviews') return otherReading(kind, JSON.parse(reader.text(payload) ?? 'null'));
  const file = new PackedFile(pack, row);
  const first = reader.cell(fileTable, row, fileColumns.firstReview);
  const reviews = exactly(payload, (at) => storedReview(new ReviewRow(reader, file, first + at), texts, file, at));
  return { kind: 'reviews', reviews };
}

/** We wrote it ourselves, and a checksum says that it is as it was written. */
function otherReading(kind: Exclude<FileReading['kind'], 'reviews'>, payload: unknown): FileReading {
  switch (kind) {
    case 'readingPath':
      return { kind, file: payload as ReadingPathFile };
    case 'omitted':
      return { kind, omission: payload as Extract<FileReading, { kind: 'omitted' }>['omission'] };
    case 'unreadable':
      return { kind, findings: payload as Extract<FileReading, { kind: 'unreadable' }>['findings'] };
  }
}
