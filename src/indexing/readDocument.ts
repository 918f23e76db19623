import { type Decoded, decodeText } from './decodeText';
import type { FileStat, FileSystem } from './fileSystem';

/** How much of a document is indexed, in bytes. */
export const indexedLength = 256 * 1024;

/** Documents larger than this are not read, in bytes. */
const largest = 8 * 1024 * 1024;

/** What a file holds as text, and how it looked. `isTruncated` says that the file goes on. */
export interface DocumentText {
  readonly content: Decoded | { readonly kind: 'tooLarge' };
  readonly isTruncated: boolean;
  readonly stat: FileStat;
}

/** Reads the first 256 kB of a file, cut at a character. Throws what the system throws, after a few attempts. */
export async function readDocument(fileSystem: FileSystem, place: string): Promise<DocumentText> {
  const now = readDocumentNow(fileSystem, place);
  if (now) return now;
  const stat = (await fileSystem.stat(place)) ?? { size: 0, mtime: 0 };
  const isRead = stat.size <= largest;
  return toDocument(isRead ? await readPatiently(fileSystem, place, indexedLength) : new Uint8Array(), stat);
}

/** The same at once. Nothing where the file system takes waiting, or where it fails: what fails at once may work after a while. */
export function readDocumentNow(fileSystem: FileSystem, place: string): DocumentText | undefined {
  if (!fileSystem.readNow) return undefined;
  try {
    const { bytes, stat } = fileSystem.readNow(place, indexedLength);
    return toDocument(bytes, stat);
  } catch {
    return undefined;
  }
}

function toDocument(bytes: Uint8Array, stat: FileStat): DocumentText {
  if (stat.size > largest) return { content: { kind: 'tooLarge' }, isTruncated: false, stat };
  const isTruncated = stat.size > bytes.length && bytes.length >= indexedLength;
  return { content: decodeText(bytes, isTruncated), isTruncated, stat };
}

/** What will not change by asking again. */
const final = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** How often a file is asked for that the system fails to give for a reason that may pass (a network drive, too many open files). */
const mostAttempts = 6;

/** Reads a file, again and more patiently each time where the system fails for a reason that may pass. */
export async function readPatiently(fileSystem: FileSystem, place: string, limit: number): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fileSystem.read(place, limit);
    } catch (error) {
      if (attempt === mostAttempts || final.has(codeOf(error) ?? 'ENOENT')) throw error;
      await pause(5 * 2 ** attempt);
    }
  }
}

/** Waits for so many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The system's own code of an error, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
