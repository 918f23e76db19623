import { decodeText, isBinary, isBinaryText, isUtf16 } from './decodeText';
import type { FileStat, FileSystem } from './fileSystem';
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

const tooLarge = 'larger than 2 MB';
const notText = 'not text';

/** What is done with a file. */
export interface Visit<Answer> {
  /** Its text. */
  readonly visit: (text: string) => Answer | Promise<Answer>;
  /** Where it has none: told why, in words for people; nothing for a file that is not there, or that `mayConcern` refuses. */
  readonly left: (reason: string | undefined) => Answer;
  /** Whether the text is worth reading, by its bytes, each taken for a character. Asked where that is quicker. */
  readonly mayConcern?: (latin1: string) => boolean;
  /** Texts of ASCII: without one of them in its bytes, the text is not worth reading. Asked before `mayConcern`. */
  readonly needles?: readonly string[];
  /** Is told how the file looked, where it is read at once. */
  readonly onStat?: (stat: FileStat) => void;
}

/**
 * Hands the text of a file to a visitor. Binary and huge files and what cannot be read are left alone. Answers at once where the file is
 * read at once and left alone: most are.
 */
export function withText<Answer>(
  fileSystem: FileSystem,
  file: FileToRead,
  asked: Visit<Answer>,
): Answer | Promise<Answer> {
  let now: ReadNow | undefined;
  try {
    now = readNow(fileSystem, file.place, asked);
  } catch (error) {
    return asked.left(whyNot(error));
  }
  return now?.kind === 'left' ? asked.left(now.reason) : visited(fileSystem, file, now?.text, asked);
}

async function visited<Answer>(
  fileSystem: FileSystem,
  file: FileToRead,
  now: string | undefined,
  { visit, left }: Visit<Answer>,
): Promise<Answer> {
  try {
    if (now !== undefined) return await visit(now);
    const size = file.size ?? (await fileSystem.stat(file.place))?.size ?? 0;
    if (size > largest) return left(tooLarge);
    const text = textOf(await readPatiently(fileSystem, file.place, largest));
    return text === undefined ? left(notText) : await visit(text);
  } catch (error) {
    return left(whyNot(error));
  }
}

/** Why a file could not be looked at, in words for people. */
function whyNot(error: unknown): string | undefined {
  const code = codeOf(error);
  // Deleted while we looked.
  if (code === 'ENOENT') return undefined;
  if (code !== undefined) return `it cannot be read (${code})`;
  const what = error instanceof Error ? error.message : String(error);
  return `Precedent failed on it (${what}), which is a bug`;
}

type ReadNow =
  | { readonly kind: 'left'; readonly reason: string | undefined }
  | { readonly kind: 'text'; readonly text: string };

/** What a file holds, at once; nothing where that does not go, or fails: what fails at once may work after a while. */
function readNow(
  fileSystem: FileSystem,
  place: string,
  { mayConcern, needles, onStat }: Visit<unknown>,
): ReadNow | undefined {
  let read: ReturnType<NonNullable<FileSystem['readNow']>> | undefined;
  try {
    read = fileSystem.readNow?.(place, largest, largest);
  } catch {
    return undefined;
  }
  if (!read) return undefined;
  const { bytes, stat } = read;
  onStat?.(stat);
  if (stat.size > largest) return { kind: 'left', reason: tooLarge };
  const isPlain = !isUtf16(bytes);
  if (isPlain && needles && fileSystem.holdAny?.(bytes, needles) === false)
    return { kind: 'left', reason: isBinary(bytes) ? notText : undefined };
  if (mayConcern && fileSystem.latin1 && isPlain) {
    const latin1 = fileSystem.latin1(bytes);
    if (isBinaryText(latin1)) return { kind: 'left', reason: notText };
    if (!mayConcern(latin1)) return { kind: 'left', reason: undefined };
  }
  const text = textOf(bytes);
  return text === undefined ? { kind: 'left', reason: notText } : { kind: 'text', text };
}

/** As the editor reads it: bytes that are no UTF-8 are shown as such, and cite nothing. */
function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return new TextDecoder().decode(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
