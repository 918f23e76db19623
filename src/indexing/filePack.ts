import type { FileReading, Source } from '../core/reviews/library';
import type { ReadingPathFile } from '../core/reviews/readingPathFile';
import type { DocumentFormat, IdFrom, ReviewDocument } from '../core/reviews/review';
import { type KnownFacts, type ReviewStore, storedReview } from '../core/reviews/storedReview';
import type { Steps } from '../core/steps';
import type { FileLook, IndexedFile, KnownFile } from './indexSource';
import { exactly, PackReader, PackWriter } from './packColumns';

/**
 * Files of a source as they were read, in one `ArrayBuffer`: what the worker transfers and the cache stores. Of a review it holds the facts;
 * its text and story stay in the file.
 *
 * This module alone knows the columns, `packColumns` how they lie in the buffer. A text is the number of an entry of the table of strings, 0
 * where there is none; a list is a count here and so many numbers in `listed`. Whatever has other shapes is JSON.
 */
const fileColumns = ['key', 'as', 'path', 'pathInSource', 'kind', 'payload'] as const;
const [keyColumn, asColumn, pathColumn, pathInSourceColumn, kindColumn, payloadColumn] = [0, 1, 2, 3, 4, 5];
const reviewColumns = [
  'id',
  'idFrom',
  'title',
  'rawTitle',
  'date',
  'status',
  'severity',
  'format',
  'flags',
  'offset',
  'line',
  'aliases',
  'services',
  'tags',
  'people',
  'findings',
] as const;
const layout = { tables: [fileColumns, reviewColumns], wide: ['mtime', 'size'] } as const;

const kinds = ['reviews', 'readingPath', 'omitted', 'unreadable'] as const satisfies readonly FileReading['kind'][];
const idSources = ['frontMatter', 'label', 'fileName', 'heading', 'number', 'folder', 'stem'] as const;
const formats = ['markdown', 'asciidoc', 'rst', 'org', 'plain', 'yaml', 'json'] as const;
true satisfies Same<IdFrom, (typeof idSources)[number]> & Same<DocumentFormat, (typeof formats)[number]>;
type Same<A, B> = [A, B] extends [B, A] ? true : never;

const lists = ['aliases', 'services', 'tags', 'people'] as const;
/** Where their counts stand, one beside the other. */
const firstList = reviewColumns.indexOf('aliases');
const isDraft = 1;
const isTruncated = 2;
const isPart = 4;
const hidesNothing = 8;

/** Where reviews are read that are not at hand: in the files as they are now. */
export type StoredTexts = ReviewStore<KnownFile>;

/** Packs files of one source. */
export function packFiles(files: readonly IndexedFile[]): ArrayBuffer {
  const packer = new FilePacker();
  for (const file of files) packer.add(file);
  return packer.finish();
}

/** Packs files of one source one by one, so that none has to be kept until all are there. */
export class FilePacker {
  #writer = new PackWriter(layout);
  #count = 0;

  /** How many files were added. */
  get count(): number {
    return this.#count;
  }

  add({ key, file, reading, look }: IndexedFile): void {
    const writer = this.#writer;
    const { kind } = reading;
    this.#count++;
    writer.addRow(
      0,
      [
        writer.text(key),
        writer.text(look.as),
        writer.text(file?.path),
        writer.text(file?.pathInSource),
        kinds.indexOf(kind),
        kind === 'reviews' ? reading.reviews.length : writer.text(payloadOf(reading)),
      ],
      [look.mtime, look.size],
    );
    if (kind === 'reviews') for (const review of reading.reviews) addReview(writer, review);
  }

  /** The pack of what was added; begins another one. */
  finish(): ArrayBuffer {
    const pack = this.#writer.finish();
    this.#writer = new PackWriter(layout);
    this.#count = 0;
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
  ]);
}

const none: readonly never[] = [];

/**
 * The files in a pack, in steps of a few; nothing in a buffer that is no pack. The reviews of a file are made when somebody first asks for
 * them; they come with their facts, and ask `texts` for the rest when somebody asks them.
 */
export function* unpackingFiles(
  buffer: ArrayBuffer,
  source: Pick<Source, 'key'>,
  texts: StoredTexts,
): Steps<readonly IndexedFile[] | undefined> {
  const reader = PackReader.open(buffer, layout);
  if (!reader) return undefined;
  const files: IndexedFile[] = [];
  const next: NextReviews = { row: 0, listed: 0 };
  const pack: Pack = { reader, source: source.key, texts };
  for (let row = 0; row < reader.rowsOf(0); row++) {
    if (row % 64 === 63) yield;
    const file = fileOf(pack, row, next);
    if (file) files.push(file);
  }
  return files;
}

/** Where the reviews of the next file begin: their rows, and what they list. */
interface NextReviews {
  row: number;
  listed: number;
}

/** What the files of a pack have in common. */
interface Pack {
  readonly reader: PackReader;
  readonly source: string;
  readonly texts: StoredTexts;
}

/** A file in a pack: where it lies is read when somebody asks, and then the pack is let go. */
class PackedFile implements KnownFile {
  readonly key: string;
  readonly source: string;
  #pack: Pack | undefined;
  readonly #row: number;
  #path = '';
  #pathInSource = '';

  constructor(key: string, pack: Pack, row: number) {
    this.key = key;
    this.source = pack.source;
    this.#pack = pack;
    this.#row = row;
  }

  get path(): string {
    this.#read();
    return this.#path;
  }

  get pathInSource(): string {
    this.#read();
    return this.#pathInSource;
  }

  #read(): void {
    const reader = this.#pack?.reader;
    if (!reader) return;
    this.#path = reader.text(reader.cell(0, this.#row, pathColumn)) ?? '';
    this.#pathInSource = reader.text(reader.cell(0, this.#row, pathInSourceColumn)) ?? '';
    this.#pack = undefined;
  }
}

/** The reviews of a file in a pack, made when somebody asks. */
class PackedReviews {
  readonly count: number;
  /** Nothing once they are made. */
  #pack: Pack | undefined;
  readonly #file: KnownFile;
  readonly #row: number;
  readonly #listed: number;
  #reviews: readonly ReviewDocument[] = none;

  constructor(pack: Pack, file: KnownFile, count: number, { row, listed }: NextReviews) {
    this.#pack = pack;
    this.#file = file;
    this.count = count;
    this.#row = row;
    this.#listed = listed;
  }

  get kind(): 'reviews' {
    return 'reviews';
  }

  get reviews(): readonly ReviewDocument[] {
    if (this.#pack) {
      const { reader, texts } = this.#pack;
      reader.seek(1, this.#row, this.#listed);
      this.#reviews = exactly(this.count, (at) => reviewOf(reader, this.#file, at, texts));
      this.#pack = undefined;
    }
    return this.#reviews;
  }
}

function fileOf(pack: Pack, row: number, next: NextReviews): IndexedFile | undefined {
  const { reader } = pack;
  const text = (column: number) => reader.text(reader.cell(0, row, column));
  const key = text(keyColumn) ?? '';
  const as = text(asColumn);
  const kind = kinds[reader.cell(0, row, kindColumn)] ?? 'omitted';
  const payload = reader.cell(0, row, payloadColumn);
  const file = reader.cell(0, row, pathColumn) === 0 ? undefined : new PackedFile(key, pack, row);
  const mtime = reader.wide(row, 0);
  const size = reader.wide(row, 1);
  const look: FileLook = as === undefined ? { mtime, size } : { mtime, size, as };
  if (kind !== 'reviews') {
    const reading = otherReading(kind, JSON.parse(reader.text(payload) ?? 'null'));
    return file ? { key, file, reading, look } : { key, reading, look };
  }
  const reading = file && new PackedReviews(pack, file, payload, next);
  for (let passed = 0; passed < payload; passed++) {
    for (let list = 0; list < lists.length; list++) next.listed += reader.cell(1, next.row, firstList + list);
    next.row++;
  }
  return file && reading && { key, file, reading, look };
}

/** We wrote it ourselves, and a checksum says that it is as it was written. */
function otherReading(kind: Exclude<FileReading['kind'], 'reviews'>, told: unknown): FileReading {
  switch (kind) {
    case 'readingPath':
      return { kind, file: told as ReadingPathFile };
    case 'omitted':
      return { kind, omission: told as Extract<FileReading, { kind: 'omitted' }>['omission'] };
    case 'unreadable':
      return { kind, findings: told as Extract<FileReading, { kind: 'unreadable' }>['findings'] };
  }
}

/** Takes the columns of a row in their order. */
function reviewOf(reader: PackReader, file: KnownFile, at: number, texts: StoredTexts): ReviewDocument {
  const id = reader.nextText(1) ?? '';
  const idFrom = idSources[reader.next(1)] ?? 'stem';
  const title = reader.nextText(1) ?? '';
  const rawTitle = reader.nextText(1) ?? '';
  const date = reader.nextText(1);
  const status = reader.nextText(1);
  const severity = reader.nextText(1);
  const format = formats[reader.next(1)] ?? 'markdown';
  const flags = reader.next(1);
  const startsAt = { offset: reader.next(1), line: reader.next(1) };
  const [aliases, services] = [reader.list(reader.next(1)), reader.list(reader.next(1))];
  const [tags, people] = [reader.list(reader.next(1)), reader.list(reader.next(1))];
  const findings = reader.nextText(1);
  // Not by spreading what there may be: that takes most of the time of reading a library from its cache.
  const facts: { -readonly [Field in keyof KnownFacts]: KnownFacts[Field] } = {
    key: file.key,
    source: file.source,
    path: file.path,
    format,
    id,
    idFrom,
    aliases,
    title,
    rawTitle,
    services,
    tags,
    people,
    isDraft: (flags & isDraft) !== 0,
    isTruncated: (flags & isTruncated) !== 0,
    findings: findings === undefined ? none : JSON.parse(findings),
  };
  if (date !== undefined) facts.date = date;
  if (status !== undefined) facts.status = status;
  if (severity !== undefined) facts.severity = severity;
  if (flags & isPart) facts.startsAt = startsAt;
  if (flags & hidesNothing) facts.hidesNothing = true;
  return storedReview(facts, texts, file, at);
}
