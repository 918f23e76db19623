/** What may become of a hostile file. Whatever it is, nothing throws, nothing else changes, nothing is run. */
export type Outcome =
  /** A review, perhaps with findings. */
  | 'review'
  /** One finding, or a review with exactly one. */
  | 'finding'
  /** No review, with a reason. */
  | 'omitted'
  /** Left out of the listing without a word: it belongs to something else. */
  | 'silent';

/** One hostile file of a library, and what may become of it. */
export interface HostileCase {
  readonly name: string;
  readonly group: string;
  /** Of the file in the library, relative to the source; begins with an id that no other case has. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly permitted: readonly Outcome[];
  /** What has to be read in spite of all. */
  readonly title?: string;
  readonly id?: string;
  readonly date?: string | undefined;
}

/** What must never be written: a file of this name, anywhere. */
export const canaryFile = 'CANARY-FILE';

/** What must never be read: the content of files outside of the workspace. */
export const canarySecret = 'CANARY-SECRET-4711';

/** What must never be run: a command of this name. */
export const canaryCommand = 'precedent.canary';
