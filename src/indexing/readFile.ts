import type { Finding } from '../core/finding';
import type { FileReading, Source } from '../core/reviews/library';
import { type ReviewFile, readReviews } from '../core/reviews/readReviews';
import type { FileStat, FileSystem } from './fileSystem';
import { type DocumentText, readDocument, readDocumentNow } from './readDocument';

/** A file of a source. */
export interface SourceFile {
  readonly place: string;
  /** Relative to the source, `/` separators. */
  readonly path: string;
}

/** The path of a file of a source, relative to the root. */
export function pathInRoot(source: Source, path: string): string {
  return source.path === '' ? path : `${source.path}/${path}`;
}

/** What a file holds, and how it looked when it was read. */
export interface ReadFile {
  readonly reading: FileReading;
  readonly stat: FileStat;
}

/**
 * Reads the reviews in a file. Whatever is wrong with the file is one finding on it: `unreadable-file`, `unreadable-encoding`
 * or `file-too-large`. A file whose name does not promise text is no review where it holds none.
 */
export async function readFile(
  fileSystem: FileSystem,
  source: Source,
  file: SourceFile,
  neighbours: readonly string[],
): Promise<ReadFile> {
  const document = await readDocument(fileSystem, file.place);
  return { reading: toReading(document, source, file, neighbours), stat: document.stat };
}

/** As {@link readFile}, at once; nothing where the file is gone or cannot be read that way. */
export function readFileNow(
  fileSystem: FileSystem,
  source: Source,
  file: SourceFile,
  neighbours: readonly string[],
): ReadFile | undefined {
  const document = readDocumentNow(fileSystem, file.place);
  return document && { reading: toReading(document, source, file, neighbours), stat: document.stat };
}

/** What a file holds that was read as a document. */
export function toReading(
  { content, isTruncated, stat }: DocumentText,
  source: Source,
  file: SourceFile,
  neighbours: readonly string[],
): FileReading {
  const path = pathInRoot(source, file.path);
  if (content.kind === 'tooLarge') {
    const size = Math.ceil(stat.size / (1024 * 1024));
    return unreadable(
      path,
      'file-too-large',
      `This document has ${size} MB and was not read. Split it: up to 8 MB are read.`,
    );
  }
  if (content.kind !== 'text') {
    if (!promisesText(file.path))
      return { kind: 'omitted', omission: { key: file.place, path, reason: 'its content is not text' } };
    const message = 'This document is in an encoding that Precedent does not read. Save it as UTF-8.';
    return unreadable(path, 'unreadable-encoding', message);
  }
  return readReviews(toReviewFile(content.text, isTruncated, source, file, neighbours), source.rules);
}

/** A file of a source with its text. */
export function toReviewFile(
  text: string,
  isTruncated: boolean,
  source: Source,
  { place, path }: SourceFile,
  neighbours: readonly string[],
): ReviewFile {
  const inRoot = pathInRoot(source, path);
  return { key: place, source: source.key, path: inRoot, pathInSource: path, text, isTruncated, neighbours };
}

/** The one finding on a file that cannot be read, or on a folder. */
export function unreadable(path: string, code: string, message: string): FileReading {
  const finding: Finding = { code, message, path, severity: 'warning' };
  return { kind: 'unreadable', findings: [finding] };
}

function promisesText(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).lastIndexOf('.') > 0;
}
