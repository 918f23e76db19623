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
 * The files in a pack, in steps of a few; nothing in a buffer that is no pack. Reviews come with their facts, and ask `texts` for the rest when
 * somebody asks them.
 */
export function* unpackingFiles(
  buffer: ArrayBuffer,
  source: Pick<Source, 'key'>,
  texts: StoredTexts,
): Steps<readonly IndexedFile[] | undefined> {
  const reader = PackReader.open(buffer, layout);
  if (!reader) return undefined;
  const files: IndexedFile[] = [];
  for (let row = 0; row < reader.rowsOf(0); row++) {
    if (row % 64 === 63) yield;
    const file = fileOf(reader, source, texts, row);
    if (file) files.push(file);
  }
  return files;
}

function fileOf(
  reader: PackReader,
  source: Pick<Source, 'key'>,
  texts: StoredTexts,
  row: number,
): IndexedFile | undefined {
  const key = reader.nextText(0) ?? '';
  const as = reader.nextText(0);
  const path = reader.nextText(0);
  const pathInSource = reader.nextText(0) ?? '';
  const kind = kinds[reader.next(0)] ?? 'omitted';
  const payload = reader.next(0);
  const file = path === undefined ? undefined : { key, source: source.key, path, pathInSource };
  const [mtime, size] = [reader.wide(row, 0), reader.wide(row, 1)];
  const look: FileLook = as === undefined ? { mtime, size } : { mtime, size, as };
  if (kind !== 'reviews') {
    const reading = otherReading(kind, JSON.parse(reader.text(payload) ?? 'null'));
    return file ? { key, file, reading, look } : { key, reading, look };
  }
  if (!file) return undefined;
  const reviews = exactly(payload, (at) => reviewOf(reader, file, at, texts));
  return { key, file, reading: { kind, reviews }, look };
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
