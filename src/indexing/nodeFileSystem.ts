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
import { join, resolve } from 'node:path';
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
    const entries = new Map<string, Entry>();
    const pace = startPace();
    try {
      const open = opendirSync(folder, { bufferSize: 256 });
      try {
        for (let entry = open.readSync(); entry; entry = open.readSync()) {
          entries.set(entry.name, toEntry(folder, entry));
          // Asking the clock costs as much as an entry.
          if (entries.size % 64 === 0) await pace();
        }
      } finally {
        open.closeSync();
      }
    } catch {
      return undefined;
    }
    return [...entries.keys()].sort().flatMap((name) => entries.get(name) ?? []);
  },

  async stat(file) {
    try {
      const found = statSync(file);
      return found.isFile() ? { size: found.size, mtime: found.mtimeMs } : undefined;
    } catch {
      return undefined;
    }
  },

  async read(file, limit) {
    return readStart(file, limit).bytes.slice();
  },

  readNow: readStart,

  latin1({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  },

  join(folder, path) {
    return join(folder, path);
  },

  async locate(place) {
    try {
      const found = statSync(place, { bigint: true });
      const real = realpathSync.native(place);
      // Some network drives number nothing.
      return { real, identity: found.ino === 0n ? real : `${found.dev}:${found.ino}` };
    } catch {
      return undefined;
    }
  },

  absolute(path) {
    return resolve(path);
  },
};

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
let buffer = new Uint8Array(64 * 1024);

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
    if (buffer.length < wanted) buffer = new Uint8Array(wanted);
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
