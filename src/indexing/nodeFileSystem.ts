import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  opendirSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Entry, FileStat, FileSystem } from './fileSystem';
import { startPace } from './pace';

/**
 * The file system of this machine, by absolute paths; nothing where there is none (the web host).
 *
 * Reads are synchronous inside, which is fastest by far for many small files: whoever reads many paces itself.
 * Nothing but regular files is ever read, and nothing is waited for, as opening a FIFO would.
 */
export const nodeFileSystem: FileSystem | undefined = {
  async list(folder) {
    try {
      return toEntries(folder, await readInTurns(folder));
    } catch {
      return undefined;
    }
  },

  stat: async (file) => statNow(file),

  statNow,

  async read(file, limit) {
    return new Uint8Array(readStart(file, limit).bytes);
  },

  readNow: readStart,

  latin1(bytes) {
    return toBuffer(bytes).toString('latin1');
  },

  holdAny(bytes, needles) {
    const buffer = toBuffer(bytes);
    return needles.some((needle) => buffer.includes(needle, 0, 'latin1'));
  },

  join(folder, path) {
    // Most of what is joined are names to places, many thousands at a time.
    return isName.test(path) && !folder.endsWith(sep) ? folder + sep + path : join(folder, path);
  },

  async locate(place) {
    try {
      return { real: realpathSync.native(place), identity: identityOf(place) };
    } catch {
      return undefined;
    }
  },

  async identify(place) {
    try {
      return identityOf(place);
    } catch {
      return undefined;
    }
  },

  absolute(path) {
    return resolve(path);
  },
};

function statNow(file: string): FileStat | undefined {
  try {
    const found = statSync(file);
    return found.isFile() ? { size: found.size, mtime: found.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  if (bytes instanceof Buffer) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function identityOf(place: string): string {
  const { dev, ino } = statSync(place, { bigint: true });
  // Some network drives number nothing.
  return ino === 0n ? realpathSync.native(place) : `${dev}:${ino}`;
}

/** What stands in a folder; others have their turn where that is much. */
async function readInTurns(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  const pace = startPace();
  const open = opendirSync(folder, { bufferSize: 256 });
  try {
    for (let entry = open.readSync(); entry; entry = open.readSync()) {
      entries.push(entry);
      // Asking the clock costs as much as an entry.
      if (entries.length % 64 === 0) await pace();
    }
  } finally {
    open.closeSync();
  }
  return entries;
}

/** What a folder holds, sorted by name. One that changes while it is read may tell of a name twice. */
export function toEntries(folder: string, found: readonly Dirent[]): readonly Entry[] {
  const entries = found.map((entry) => toEntry(folder, entry));
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entries.filter(({ name }, at) => name !== entries[at + 1]?.name);
}

/** Nothing in it could mean more than a name. */
const isName = /^[\w-][\w.-]*$/;

function toEntry(folder: string, entry: Dirent): Entry {
  const { name } = entry;
  if (entry.isSymbolicLink()) return { name, type: typeBehind(join(folder, name)), isLink: true };
  return { name, type: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
}

function typeBehind(link: string): Entry['type'] {
  try {
    const found = statSync(link);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other';
  }
}

/** Grows to the longest start of a file that was asked for. */
let buffer: Buffer | undefined;

function readStart(
  file: string,
  limit: number,
  largest = Number.POSITIVE_INFINITY,
): { bytes: Uint8Array; stat: FileStat } {
  // What was a file a moment ago may be a FIFO by now: not to wait for one, and to look before reading.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new Error('It is not a regular file.');
    const wanted = found.size > largest ? 0 : Math.min(limit, found.size);
    if (!buffer || buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(Math.max(wanted, 64 * 1024));
    let length = 0;
    while (length < wanted) {
      const count = readSync(descriptor, buffer, length, wanted - length, length);
      if (count === 0) break;
      length += count;
    }
    return { bytes: buffer.subarray(0, length), stat: { size: found.size, mtime: found.mtimeMs } };
  } finally {
    closeSync(descriptor);
  }
}
