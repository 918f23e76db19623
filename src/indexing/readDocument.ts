import { type Decoded, decodeText } from './decodeText';
import type { FileSystem } from './fileSystem';

/** How much of a document is indexed, in bytes. */
export const indexedLength = 256 * 1024;

/** What a file holds as text. `isTruncated` says that the file goes on. */
export type DocumentText =
  | Exclude<Decoded, { kind: 'text' }>
  | (Extract<Decoded, { kind: 'text' }> & { isTruncated: boolean });

/** Reads the first 256 kB of a file of `size` bytes, cut at a character. Throws what the system throws, after a few attempts. */
export async function readDocument(fileSystem: FileSystem, place: string, size: number): Promise<DocumentText> {
  const bytes = await readPatiently(fileSystem, place, indexedLength);
  const isTruncated = size > bytes.length && bytes.length >= indexedLength;
  const decoded = decodeText(bytes, isTruncated);
  return decoded.kind === 'text' ? { ...decoded, isTruncated } : decoded;
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
