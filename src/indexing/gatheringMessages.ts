import type { IndexedCitation } from '../core/citations/citationIndex';
import type { MatchIn } from '../core/citations/findCitations';
import type { CommentMarks } from '../core/citations/languages';
import type { Source } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import type { GatheringProgress } from './citationGatherer';
import type { ToldFiles } from './sharedFiles';
import type { SkippedFile } from './treeListing';

/** What texts are searched for: what a review is called, and where it stands. */
export type NamedReview = Pick<ReviewDocument, 'id' | 'key' | 'source' | 'path' | 'aliases'>;

/** What changed in the library since it was told last, or a part of that. Reviews by the key of their file; none for a file without. */
export interface LibraryChange {
  /** All of them; nothing where they are what they were. */
  readonly sources?: readonly Source[];
  readonly files: readonly (readonly [key: string, reviews: readonly NamedReview[]])[];
}

/** A folder to gather in. Files are read with Node. */
export interface ToldRoot {
  readonly place: string;
  readonly exclude: readonly string[];
  readonly except: readonly string[];
  readonly most?: number;
  /** By language id; `plaintext` stands for what has no language. */
  readonly matchIn: Readonly<Record<string, MatchIn>>;
}

/** What every thread that looks through files is told: where, and for which names. */
export type ToReader =
  | {
      readonly kind: 'roots';
      readonly roots: readonly ToldRoot[];
      readonly marks: readonly Readonly<Record<string, CommentMarks>>[];
    }
  /** {@link LibraryChange}s, one after the other. */
  | { readonly kind: 'library'; readonly changes: readonly Uint8Array[] };

/** What the thread that gathers is told. */
export type ToGatherer =
  | ToReader
  | { readonly kind: 'hints'; readonly places: readonly string[] }
  | { readonly kind: 'lookEverywhere' }
  /** Whether the other side reads this file itself: it stands in an editor, or holds more than one review. */
  | { readonly kind: 'theirs'; readonly place: string; readonly isTheirs: boolean }
  | { readonly kind: 'run'; readonly run: number }
  | { readonly kind: 'stop' };

/** What it tells. */
export type FromGatherer =
  /** {@link FoundInFile}s. */
  | { readonly kind: 'found'; readonly files: Uint8Array }
  | { readonly kind: 'progress'; readonly progress: GatheringProgress }
  /** A run has ended. `skipped` is there where it is another than before. */
  | { readonly kind: 'ran'; readonly run: number; readonly isBehind: boolean; readonly skipped?: Uint8Array }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

/** What the second thread is told. */
export type ToSecond =
  | ToReader
  /** To look through files of a root, which is told by its place. */
  | { readonly kind: 'look'; readonly root: string; readonly files: ToldFiles };

/** What it tells. */
export type FromSecond =
  | {
      readonly kind: 'found';
      /** {@link FoundInFile}s, and the numbers of these files. */
      readonly files: Uint8Array<ArrayBuffer>;
      readonly citing: readonly number[];
      /** Files that were left alone, by number, and why. */
      readonly skipped: readonly (readonly [at: number, reason: string])[];
    }
  | { readonly kind: 'looked' };

/** What a file holds: citations; `theirs` where the other side is to read it; `none` where there are none, or it is not looked through. */
export type FoundInFile = readonly [place: string, found: readonly IndexedCitation[] | 'theirs' | 'none'];

/** What is left alone. */
export type SkippedFiles = readonly (SkippedFile & { readonly place: string })[];

/** One end of a channel between two threads. */
export interface Port<In, Out> {
  post(message: Out, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: In) => void): void;
  /** The other end is gone, by its own fault. */
  onLost(listener: (reason: string) => void): void;
  close(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A value as bytes that change hands without being copied. */
export function toBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}

/** What {@link toBytes} made bytes of. */
export function fromBytes<Value>(bytes: Uint8Array): Value {
  return JSON.parse(decoder.decode(bytes)) as Value;
}
