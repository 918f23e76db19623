import type { FileReading, Source } from '../core/reviews/library';
import type { ReadingPathFile } from '../core/reviews/readingPathFile';
import type { DocumentFormat, IdFrom, ReviewDocument } from '../core/reviews/review';
import { type KnownFacts, storedReview } from '../core/reviews/toldReview';
import type { Steps } from '../core/steps';
import type { FileLook, IndexedFile, KnownFile } from './indexSource';
import { PackReader, PackWriter } from './packColumns';

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

/** How a review that is not at hand is read: from the file as it is now. */
export interface StoredTexts {
  /** The reviews in a file; empty where it is gone or holds none. */
  reviewsIn(file: KnownFile): readonly ReviewDocument[];
  /** Its text, at most the first 256 kB; empty where it is gone. */
  textOf(file: KnownFile): string;
}

/** Packs files of one source. */
export function packFiles(files: readonly IndexedFile[]): ArrayBuffer {
  const writer = new PackWriter(layout);
  for (const { key, file, reading, look } of files) {
    const { kind } = reading;
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
  return writer.finish();
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
    (review.isDraft ? isDraft : 0) | (review.isTruncated ? isTruncated : 0) | (startsAt !== undefined ? isPart : 0);
  writer.addRow(1, [
    writer.text(review.id),
    idSources.indexOf(review.idFrom),
    writer.text(review.title),
    writer.text(review.rawTitle),
    writer.text(review.date),
    writer.text(review.status),
    writer.text(review.severity),
    formats.indexOf(review.format),
    flags,
    startsAt?.offset ?? 0,
    startsAt?.line ?? 0,
    ...lists.map((name) => writer.list(review[name])),
    review.findings.length > 0 ? writer.text(JSON.stringify(review.findings)) : 0,
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
    const [key, as, path, pathInSource, kind, payload = 0] = reader.row(0);
    const [mtime = -1, size = -1] = reader.wide(row);
    const place = reader.text(key) ?? '';
    const known = reader.text(path);
    const file =
      known === undefined
        ? undefined
        : { key: place, source: source.key, path: known, pathInSource: reader.text(pathInSource) ?? '' };
    const taken = reader.text(as);
    const look: FileLook = { mtime, size, ...(taken === undefined ? {} : { as: taken }) };
    const reading = readingOf(reader, kinds[kind ?? 0] ?? 'omitted', payload, file, texts);
    if (reading) files.push({ key: place, ...(file && { file }), reading, look });
  }
  return files;
}

function readingOf(
  reader: PackReader,
  kind: FileReading['kind'],
  payload: number,
  file: KnownFile | undefined,
  texts: StoredTexts,
): FileReading | undefined {
  if (kind === 'reviews') {
    if (!file) return undefined;
    const reviews = Array.from({ length: payload }, (_, at) => reviewOf(reader, file, at, texts));
    return { kind, reviews };
  }
  const told: unknown = JSON.parse(reader.text(payload) ?? 'null');
  switch (kind) {
    // We wrote it ourselves, and a checksum says that it is as it was written.
    case 'readingPath':
      return { kind, file: told as ReadingPathFile };
    case 'omitted':
      return { kind, omission: told as Extract<FileReading, { kind: 'omitted' }>['omission'] };
    case 'unreadable':
      return { kind, findings: told as Extract<FileReading, { kind: 'unreadable' }>['findings'] };
  }
}

function reviewOf(reader: PackReader, file: KnownFile, at: number, texts: StoredTexts): ReviewDocument {
  const [id, idFrom, title, rawTitle, date, status, severity, format, flags = 0, offset = 0, line = 0, ...rest] =
    reader.row(1);
  const [aliases, services, tags, people] = lists.map((_, list) => reader.list(rest[list] ?? 0));
  const findings = reader.text(rest[lists.length]);
  const [when, state, weight] = [reader.text(date), reader.text(status), reader.text(severity)];
  const facts: KnownFacts = {
    key: file.key,
    source: file.source,
    path: file.path,
    format: formats[format ?? 0] ?? 'markdown',
    id: reader.text(id) ?? '',
    idFrom: idSources[idFrom ?? 0] ?? 'stem',
    aliases: aliases ?? none,
    title: reader.text(title) ?? '',
    rawTitle: reader.text(rawTitle) ?? '',
    ...(when === undefined ? {} : { date: when }),
    ...(state === undefined ? {} : { status: state }),
    ...(weight === undefined ? {} : { severity: weight }),
    services: services ?? none,
    tags: tags ?? none,
    people: people ?? none,
    ...(flags & isPart ? { startsAt: { offset, line } } : {}),
    isDraft: (flags & isDraft) !== 0,
    isTruncated: (flags & isTruncated) !== 0,
    findings: findings === undefined ? none : JSON.parse(findings),
  };
  const read = () => texts.reviewsIn(file)[at] ?? untold;
  return storedReview(facts, read, () => (flags & isPart ? read().text : texts.textOf(file)));
}

/** What is left of a review whose file is gone; its facts stay until that is noticed. */
const untold = {
  text: '',
  surprises: none,
  difficulties: none,
  contributors: none,
  related: none,
  materials: none,
  sections: none,
  moments: none,
  origins: {},
};
