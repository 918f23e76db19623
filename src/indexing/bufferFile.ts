import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Something kept in a file: what it is the answer to, what is told of the buffers (as JSON), and the buffers, multiples of four bytes each. */
export interface Kept {
  readonly key: string;
  readonly told: unknown;
  readonly buffers: readonly ArrayBuffer[];
}

/** `K` `E` `P` `T` as this machine orders bytes. */
const magic = 0x5450454b;
/** Grows whenever the same bytes would mean something else. */
const version = 3;
/** magic, version, checksum, length of the file, length of the head, nothing. */
const headerWords = 6;

/** As long as this after it was begun, in ms, a file that was being written is one that somebody left behind. */
const abandoned = 10 * 60_000;

interface Head {
  readonly key: string;
  readonly told: unknown;
  readonly lengths: readonly number[];
}

/**
 * Writes beside the file, and then in its place, so that whoever reads it finds the old one or the new one, also where this process is killed or
 * another one writes at the same time. Throws what the system throws.
 */
export function writeBuffers(place: string, { key, told, buffers }: Kept): void {
  const head: Head = { key, told, lengths: buffers.map(({ byteLength }) => byteLength) };
  const text = new TextEncoder().encode(JSON.stringify(head));
  let at = headerWords * 4 + evenly(text.length);
  const bytes = new Uint8Array(evenly(at + buffers.reduce((sum, { byteLength }) => sum + byteLength, 0)));
  bytes.set(text, headerWords * 4);
  for (const buffer of buffers) {
    bytes.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  const words = new Uint32Array(bytes.buffer);
  words.set([magic, version, 0, bytes.length, text.length]);
  words[2] = sumOf(bytes);
  const folder = dirname(place);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${basename(place)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  clearAbandoned(folder, basename(place));
}

/** What was kept as the answer to `key`; nothing where there is none, or any doubt whether it is whole. */
export function readBuffers(place: string, key: string): Kept | undefined {
  try {
    const read = readFileSync(place);
    // A copy of what lies somewhere in a larger buffer only: the words of the file have to be aligned.
    const file = read.byteOffset === 0 ? read : new Uint8Array(read);
    const [theirMagic, theirVersion, sum, length, text = 0] = new Uint32Array(file.buffer, 0, headerWords);
    if (theirMagic !== magic || theirVersion !== version || length !== file.length) return undefined;
    if (sum !== sumOf(file)) return undefined;
    const start = headerWords * 4;
    const head: Head = JSON.parse(new TextDecoder().decode(file.subarray(start, start + text)));
    if (head.key !== key) return undefined;
    let at = start + evenly(text);
    const buffers = head.lengths.map((each) => {
      at += each;
      return file.buffer.slice(at - each, at);
    });
    return { key, told: head.told, buffers };
  } catch {
    return undefined;
  }
}

/** Forgets what was kept. Throws what the system throws where it is there and cannot be taken away. */
export function deleteBuffers(place: string): void {
  if (existsSync(place)) rmSync(place, { force: true });
}

/** The checksum of all that follows it. */
function sumOf(file: Uint8Array): number {
  return crc32(file.subarray(3 * 4));
}

/** The next multiple of eight: what comes behind so many bytes is aligned then. */
function evenly(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** Takes away what was being written when somebody's process ended. */
function clearAbandoned(folder: string, name: string): void {
  const isDraft = (entry: Dirent) => entry.name.startsWith(`${name}.`) && entry.name.endsWith('.tmp');
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true }).filter(isDraft)) {
      const place = join(folder, entry.name);
      if (Date.now() - statSync(place).mtimeMs > abandoned) rmSync(place, { force: true });
    }
  } catch {
    // Somebody else takes it away at this moment.
  }
}
