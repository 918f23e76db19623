/** What we ask git. Nothing here changes anything, runs anything that a repository names, or reaches another machine. */
export interface GitRepository {
  /** What a command of git prints. Throws a {@link GitError} where git says no. */
  ask(args: readonly string[]): Promise<string>;
  /** The same as it comes, in pieces; stops git where nobody reads on or the signal is aborted. */
  stream(args: readonly string[], signal?: AbortSignal): AsyncIterable<string>;
  /** Opens the store of contents. Whoever opens it closes it. */
  openBlobs(): GitBlobs;
}

/** The store of contents of a repository, read in the order in which it is asked. */
export interface GitBlobs {
  /** The content with a name (40 or 64 hex digits); nothing where it is not there, is no file, or is larger than `limit` bytes. */
  read(oid: string, limit: number): Promise<Uint8Array | undefined>;
  close(): void;
}

/** Git was asked for something it could not do; the message is what it said. */
export class GitError extends Error {
  override readonly name = 'GitError';
}
