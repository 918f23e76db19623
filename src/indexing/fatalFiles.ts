import type { FileReading } from '../core/reviews/library';
import type { FileStat, FileSystem } from './fileSystem';
import type { ReadingMark } from './readingMark';

/** What is said of such a file. */
export const fatalMessage =
  'This file could not be read: Precedent broke down over it. It is left out until it changes; try to split it. The other files are not affected.';

/** Whether a file is one that a thread was lost over. */
export function isFatal(reading: FileReading): boolean {
  return reading.kind === 'unreadable' && reading.findings.some(({ message }) => message === fatalMessage);
}

/** Thrown instead of reading a file that a thread was lost over, until the file is another one. */
export class FatalFile extends Error {
  override readonly name = 'FatalFile';
  readonly stat: FileStat;

  constructor(stat: FileStat) {
    super('A thread was lost while it read this file.');
    this.stat = stat;
  }
}

/**
 * A file system that says which file it reads, so that whoever loses the thread knows over which, and that does not read `fatal` ones: places,
 * with how each looked then. The same where the file system takes waiting.
 */
export function sparingFatal(
  fileSystem: FileSystem,
  mark: ReadingMark,
  fatal: ReadonlyMap<string, FileStat>,
): FileSystem {
  const { readNow } = fileSystem;
  if (!readNow) return fileSystem;
  const begin = (place: string) => {
    const was = fatal.get(place);
    const is = was && readNow(place, 0).stat;
    if (is && is.mtime === was.mtime && is.size === was.size) throw new FatalFile(is);
    mark.set(place);
  };
  return {
    ...fileSystem,
    readNow(place, limit, largest) {
      begin(place);
      return readNow(place, limit, largest);
    },
    async read(place, limit) {
      begin(place);
      return fileSystem.read(place, limit);
    },
  };
}
