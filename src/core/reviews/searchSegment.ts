import { checksum } from '../text/checksum';

/** How many of each a segment holds; the widths of its columns follow. */
export interface SegmentSizes {
  readonly documents: number;
  readonly passages: number;
  readonly words: number;
  /** UTF-16 units of all words together. */
  readonly wordUnits: number;
  readonly postingBytes: number;
}

/** `P` `S` `E` `G` as this machine orders bytes: a buffer of another kind, or of another byte order, is not opened. */
const magic = 0x47455350;
/** Grows whenever the same bytes would mean something else, the way words are cut included. */
const version = 1;
const headerWords = 8;

/** In `passageSizes`: whether people speak there. What is left is the length in UTF-16 units. */
const spokenBit = 0x8000;
/** The longest passage that the format can tell, in UTF-16 units. */
export const longestPassage = spokenBit - 1;

/**
 * An immutable part of the text index, in one `ArrayBuffer`: what a worker transfers and a cache stores. Only `dead` ever changes.
 *
 * This module alone knows the format. Behind a header of eight numbers (magic, version, checksum, the five sizes) stand these columns,
 * the widest numbers first, so that each is aligned. Words are sorted by UTF-16 units; word `w` is `units[wordStarts[w]…wordStarts[w + 1]]`
 * and its postings are the bytes `postings[postingStarts[w]…postingStarts[w + 1]]`: for each passage in order the distance from the one
 * before, doubled, plus one where its weight follows in one byte (it is 1 otherwise), as a number of seven bits a byte, the lowest
 * first, at most four.
 */
export class SearchSegment {
  readonly sizes: SegmentSizes;
  /** The number that the owner of the index gave each document. */
  readonly documents: Uint32Array;
  /** Where the passages of a document begin; one more at the end. */
  readonly firstPassages: Uint32Array;
  /** Offset of a passage in the text of its document. */
  readonly passageStarts: Uint32Array;
  readonly wordStarts: Uint32Array;
  readonly postingStarts: Uint32Array;
  /** How many postings a word has. */
  readonly counts: Uint32Array;
  readonly passageSizes: Uint16Array;
  /** How many words a passage has, for ranking. */
  readonly passageWords: Uint16Array;
  readonly units: Uint16Array;
  /** 1 for each passage of a document that has been deleted. */
  readonly dead: Uint8Array;
  readonly postings: Uint8Array;
  readonly #buffer: ArrayBuffer;

  /** A view of bytes that have been checked; see {@link newSegment} and {@link openSegment}. */
  constructor(buffer: ArrayBuffer, sizes: SegmentSizes) {
    this.#buffer = buffer;
    this.sizes = sizes;
    const { documents, passages, words, wordUnits, postingBytes } = sizes;
    let at = headerWords * 4;
    const next = (length: number) => {
      at += length;
      return at - length;
    };
    const longs = (count: number) => new Uint32Array(buffer, next(count * 4), count);
    const shorts = (count: number) => new Uint16Array(buffer, next(count * 2), count);
    const bytes = (count: number) => new Uint8Array(buffer, next(count), count);
    this.documents = longs(documents);
    this.firstPassages = longs(documents + 1);
    this.passageStarts = longs(passages);
    this.wordStarts = longs(words + 1);
    this.postingStarts = longs(words + 1);
    this.counts = longs(words);
    this.passageSizes = shorts(passages);
    this.passageWords = shorts(passages);
    this.units = shorts(wordUnits);
    this.dead = bytes(passages);
    this.postings = bytes(postingBytes);
  }

  /** The bytes to store or transfer, with their checksum as of now. */
  toBuffer(): ArrayBuffer {
    new Uint32Array(this.#buffer, 0, headerWords)[2] = sumOf(this.#buffer);
    return this.#buffer;
  }

  /** Length in UTF-16 units of a passage in the text of its document. */
  lengthOf(passage: number): number {
    return (this.passageSizes[passage] ?? 0) & longestPassage;
  }

  /** Whether people speak in a passage. */
  isSpoken(passage: number): boolean {
    return ((this.passageSizes[passage] ?? 0) & spokenBit) !== 0;
  }

  setPassage(passage: number, start: number, length: number, isSpoken: boolean, words: number): void {
    this.passageStarts[passage] = start;
    this.passageSizes[passage] = Math.min(length, longestPassage) | (isSpoken ? spokenBit : 0);
    this.passageWords[passage] = Math.min(words, 0xffff);
  }

  /** The place of the document that has a passage. */
  documentOf(passage: number): number {
    return lastNotAfter(this.firstPassages, passage, this.sizes.documents);
  }

  wordAt(word: number): string {
    return String.fromCharCode(...this.units.subarray(this.wordStarts[word], this.wordStarts[word + 1]));
  }
}

/** A segment of these sizes whose columns are still to be filled. */
export function newSegment(sizes: SegmentSizes): SearchSegment {
  const buffer = new ArrayBuffer(byteLength(sizes));
  const { documents, passages, words, wordUnits, postingBytes } = sizes;
  new Uint32Array(buffer, 0, headerWords).set([magic, version, 0, documents, passages, words, wordUnits, postingBytes]);
  return new SearchSegment(buffer, sizes);
}

/**
 * The segment in a buffer from a cache or a worker; nothing where it is none of ours, of another version, cut or damaged. Whatever the bytes,
 * a segment that is opened can be searched without an exception: at worst it finds the wrong passages.
 */
export function openSegment(buffer: ArrayBuffer): SearchSegment | undefined {
  if (buffer.byteLength < headerWords * 4 || buffer.byteLength % 4 !== 0) return undefined;
  const [theirMagic, theirVersion, sum, documents = 0, passages = 0, words = 0, wordUnits = 0, postingBytes = 0] =
    new Uint32Array(buffer, 0, headerWords);
  const sizes = { documents, passages, words, wordUnits, postingBytes };
  if (theirMagic !== magic || theirVersion !== version || byteLength(sizes) !== buffer.byteLength) return undefined;
  if (sum !== sumOf(buffer)) return undefined;
  const segment = new SearchSegment(buffer, sizes);
  const isSound =
    climbs(segment.firstPassages, passages) &&
    climbs(segment.wordStarts, wordUnits) &&
    climbs(segment.postingStarts, postingBytes);
  return isSound ? segment : undefined;
}

function byteLength({ documents, passages, words, wordUnits, postingBytes }: SegmentSizes): number {
  const longs = headerWords + documents * 2 + 1 + passages + words * 3 + 2;
  const bytes = longs * 4 + passages * 5 + wordUnits * 2 + postingBytes;
  return Math.ceil(bytes / 4) * 4;
}

/** Over everything but the checksum itself: finds accidents; whoever means harm is met by the checks of `openSegment`. */
function sumOf(buffer: ArrayBuffer): number {
  return checksum(new Uint32Array(buffer), 3);
}

/** Whether offsets begin at 0, never go back, and end at the end. */
function climbs(offsets: Uint32Array, end: number): boolean {
  for (let at = 1; at < offsets.length; at++) if ((offsets[at] ?? 0) < (offsets[at - 1] ?? 0)) return false;
  return offsets[0] === 0 && offsets.at(-1) === end;
}

/** The last of the first `count` offsets that is not after `value`, in offsets that never go back. */
function lastNotAfter(offsets: Uint32Array, value: number, count: number): number {
  let low = 0;
  let high = count;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
