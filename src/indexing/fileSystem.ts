/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  /** `other` is what must not be opened: a FIFO, a socket, a device, a link to nothing. A link is what it leads to. */
  readonly type: 'file' | 'folder' | 'other';
  /** Whether it is a link, which may lead anywhere: see {@link FileSystem.locate}. */
  readonly isLink?: boolean;
}

/** Size in bytes and time of change in ms since 1970. */
export interface FileStat {
  readonly size: number;
  readonly mtime: number;
}

/** Where a place really is, and what tells it from every other place however it was reached. */
export interface Located {
  /** The place with all links resolved. */
  readonly real: string;
  /** Device and inode where there are such. */
  readonly identity: string;
}

/**
 * What indexing needs from a disk: Node's own, or the editor's. Places are opaque strings (absolute paths or URIs)
 * that only the file system itself takes apart.
 */
export interface FileSystem {
  /** The entries of a folder, sorted by name; nothing where there is no such folder or it cannot be read. */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** Nothing where there is no such file, or it is not a regular one. */
  stat(file: string): Promise<FileStat | undefined>;
  /** As `stat`, at once. Absent where that takes waiting. */
  statNow?(file: string): FileStat | undefined;
  /** At most the first `limit` bytes of a regular file. Throws what the system throws where it cannot be read. */
  read(file: string, limit: number): Promise<Uint8Array>;
  /**
   * As `read`, at once, and how the file looked. The bytes are overwritten by the next such call: take what is needed before waiting for
   * anything. Absent where reading takes waiting. Nothing is read of a file larger than `largest`.
   */
  readNow?(file: string, limit: number, largest?: number): { readonly bytes: Uint8Array; readonly stat: FileStat };
  /** Bytes as a text in which each is a character. There where `readNow` is. */
  latin1?(bytes: Uint8Array): string;
  /** Whether one of some texts of ASCII stands in bytes. There where `readNow` is. */
  holdAny?(bytes: Uint8Array, needles: readonly string[]): boolean;
  /** The place of a `/`-separated relative path below a folder. */
  join(folder: string, path: string): string;
  /** Where a place really is; nothing where there is none. Absent where the file system does not tell: then links are not followed. */
  locate?(place: string): Promise<Located | undefined>;
  /** What tells a place from every other, as `locate` does, where that alone is wanted: to find out what is real takes long. */
  identify?(place: string): Promise<string | undefined>;
  /** The place of an absolute path. Absent where the file system reaches no further than the workspace. */
  absolute?(path: string): string;
}
