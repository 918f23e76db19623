import type { SearchSegment } from './searchSegment';

/** How many bytes a posting takes: the distance from the passage before, below 2²⁶, and a weight of 1 to {@link heaviest}. */
export function postingLength(distance: number, weight: number): number {
  const value = distance * 2;
  return (value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : 4) + (weight === 1 ? 0 : 1);
}

/** Writes a posting, in the form that `SearchSegment` tells, and says where the next one goes. There has to be room for it. */
export function writePosting(bytes: Uint8Array, at: number, distance: number, weight: number): number {
  let to = at;
  let rest = distance * 2 + (weight === 1 ? 0 : 1);
  for (; rest > 127; rest >>>= 7) bytes[to++] = (rest & 127) | 128;
  bytes[to++] = rest;
  if (weight !== 1) bytes[to++] = weight;
  return to;
}

/** Writes the postings of one word after the other. */
export class PostingWriter {
  #bytes: Uint8Array;
  #length = 0;
  #last = 0;

  /** @param likely how many bytes will do as a rule; it grows where they do not. */
  constructor(likely: number) {
    this.#bytes = new Uint8Array(Math.max(16, likely));
  }

  get length(): number {
    return this.#length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins the postings of the next word. */
  beginWord(): void {
    this.#last = 0;
  }

  /** Passages of a word come in order. */
  add(passage: number, weight: number): void {
    const distance = passage - this.#last;
    this.#last = passage;
    if (this.#length + longestPosting > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2 + 16);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#length = writePosting(this.#bytes, this.#length, distance, weight);
  }
}

/** In bytes. */
const longestPosting = 5;

/** The heaviest that a posting can be; it takes one byte. */
export const heaviest = 255;

/**
 * Calls back with each passage that has a word, in order, with how heavily; deleted ones too. Bytes that make no sense end the list.
 * Return true to end it early.
 */
export function eachPosting(
  { postings, postingStarts, passageStarts }: SearchSegment,
  word: number,
  visit: (passage: number, weight: number) => boolean | undefined,
): void {
  const end = postingStarts[word + 1] ?? 0;
  const passages = passageStarts.length;
  let at = postingStarts[word] ?? 0;
  let passage = 0;
  while (at < end) {
    let byte = postings[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127 && shift < 28; shift += 7) {
      byte = postings[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    passage += value >>> 1;
    if (passage >= passages) return;
    if (visit(passage, (value & 1) === 0 ? 1 : (postings[at++] ?? 0)) === true) return;
  }
}
