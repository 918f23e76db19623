import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../core/reviews/library';
import { checksum } from '../core/text/checksum';
import { joinTexts, splitTexts } from './lookMessages';

/** A library as it was when it was last looked at. */
export interface CachedLibrary {
  /** What it is the answer to: folders and settings. */
  readonly key: string;
  readonly sources: readonly CachedSource[];
}

/** A source, the paths of all its files, and what they were read to be, packed by `packFiles`. */
export interface CachedSource {
  readonly source: Source;
  readonly paths: readonly string[];
  readonly packs: readonly ArrayBuffer[];
}

/** `P` `L` `I` `B` as this machine orders bytes. */
const magic = 0x42494c50;
/** Grows whenever the same bytes would mean something else, or the same files would be read otherwise: with each change of a rule for fields. */
const version = 1;
/** magic, version, checksum, length of the file, length of the head. */
const headerWords = 6;

/** As long as this after it was begun, in ms, a file that was being written is one that somebody left behind. */
const abandoned = 10 * 60_000;

interface Head {
  readonly key: string;
  readonly sources: readonly { readonly source: Source; readonly paths: string; readonly packs: readonly number[] }[];
}

/**
 * Keeps a library: beside the file, and then in its place, so that whoever reads it finds the old one or the new one, also where this
 * process is killed or another window writes at the same time. Throws what the system throws.
 */
export function writeCache(place: string, { key, sources }: CachedLibrary): void {
  const head: Head = {
    key,
    sources: sources.map(({ source, paths, packs }) => ({
      source,
      paths: joinTexts(paths),
      packs: packs.map(({ byteLength }) => byteLength),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const packs = sources.flatMap((each) => each.packs);
  const start = headerWords * 4 + evenly(text.length);
  const bytes = new Uint8Array(start + packs.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.set(text, headerWords * 4);
  let at = start;
  for (const pack of packs) {
    bytes.set(new Uint8Array(pack), at);
    at += pack.byteLength;
  }
  const words = new Uint32Array(bytes.buffer);
  words.set([magic, version, 0, bytes.length, text.length]);
  words[2] = checksum(words, 3);
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

/** The library that was kept as the answer to `key`; nothing where there is none, or any doubt whether it is whole. */
export function readCache(place: string, key: string): CachedLibrary | undefined {
  try {
    const file = readFileSync(place);
    const head = headOf(file, key);
    if (!head) return undefined;
    let at = headerWords * 4 + evenly(lengthOfHead(file));
    return {
      key,
      sources: head.sources.map(({ source, paths, packs }) => ({
        source,
        paths: splitTexts(paths),
        packs: packs.map((length) => {
          at += length;
          return new Uint8Array(file.subarray(at - length, at)).buffer;
        }),
      })),
    };
  } catch {
    return undefined;
  }
}

/** Forgets what was kept. */
export function deleteCache(place: string): void {
  rmSync(place, { force: true });
}

/** The head of a file that is whole and ours. What it says was checked when it was written, and the checksum says that it is the same. */
function headOf(file: Buffer, key: string): Head | undefined {
  if (file.length < headerWords * 4 || file.length % 8 !== 0) return undefined;
  const words =
    file.byteOffset % 4 === 0
      ? new Uint32Array(file.buffer, file.byteOffset, file.length / 4)
      : new Uint32Array(new Uint8Array(file).buffer);
  const [theirMagic, theirVersion, sum, length, text = 0] = words;
  if (theirMagic !== magic || theirVersion !== version || length !== file.length) return undefined;
  if (sum !== checksum(words, 3)) return undefined;
  const head: Head = JSON.parse(file.toString('utf8', headerWords * 4, headerWords * 4 + text));
  return head.key === key ? head : undefined;
}

function lengthOfHead(file: Buffer): number {
  const at = 4 * 4;
  return new DataView(file.buffer, file.byteOffset).getUint32(at, isLittleEndian);
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

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
