import { decodeText } from './decodeText';
import type { FileSystem } from './fileSystem';
import { codeOf, readPatiently } from './readDocument';

/** A file to look through. `path` is relative to the root, `/` separators. */
export interface FileToRead {
  readonly place: string;
  readonly path: string;
  /** In bytes, where it is known. */
  readonly size?: number;
}

/** Files larger than this are not looked at, in bytes: nobody wrote them. */
const largest = 2 * 1024 * 1024;

/**
 * Hands the text of a file to a visitor. Binary and huge files and what cannot be read are left alone: `left` is told why, in words
 * for people, and answers in its place; it is told nothing for a file that is not there.
 */
export async function withText<Answer>(
  fileSystem: FileSystem,
  file: FileToRead,
  visit: (text: string) => Promise<Answer>,
  left: (reason: string | undefined) => Answer,
): Promise<Answer> {
  try {
    const size = file.size ?? (await fileSystem.stat(file.place))?.size ?? 0;
    if (size > largest) return left('larger than 2 MB');
    const text = textOf(await readPatiently(fileSystem, file.place, largest));
    return text === undefined ? left('not text') : await visit(text);
  } catch (error) {
    const code = codeOf(error);
    // Deleted while we looked.
    if (code === 'ENOENT') return left(undefined);
    if (code !== undefined) return left(`it cannot be read (${code})`);
    const what = error instanceof Error ? error.message : String(error);
    return left(`Precedent failed on it (${what}), which is a bug`);
  }
}

/** As the editor reads it: bytes that are no UTF-8 are shown as such, and cite nothing. */
function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return new TextDecoder().decode(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
