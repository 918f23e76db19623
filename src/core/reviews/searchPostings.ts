import type { SearchSegment } from './searchSegment';

/** Writes the postings of one word after the other, in the form that `SearchSegment` tells. */
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

  /** Passages of a word come in order, each below 2²⁶; weights are 1 to {@link heaviest}. */
  add(passage: number, weight: number): void {
    const distance = passage - this.#last;
    this.#last = passage;
    if (weight === 1 && distance < 64 && this.#length < this.#bytes.length) {
      this.#bytes[this.#length++] = distance * 2;
      return;
    }
    this.#write(distance * 2 + (weight === 1 ? 0 : 1), weight);
  }

  #write(value: number, weight: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2 + 16);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | 128;
    this.#bytes[this.#length++] = rest;
    if (weight !== 1) this.#bytes[this.#length++] = weight;
  }
}

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
