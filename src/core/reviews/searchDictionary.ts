import type { SearchSegment } from './searchSegment';
import { bitCount, letterBits, typosBetween } from './searchTypos';

/** A word of a segment that is much like what was typed. */
export interface AlikeWord {
  readonly word: number;
  readonly typos: number;
}

/** Looks words up among those of one segment. */
export class SearchDictionary {
  readonly #segment: SearchSegment;
  /** The letters of each word, for the quick look before the careful one; made when first asked for. */
  #letters: Uint32Array | undefined;

  constructor(segment: SearchSegment) {
    this.#segment = segment;
  }

  /** The number of a word; nothing where no passage ever had it. */
  exact(typed: Uint16Array): number | undefined {
    const word = this.#firstFrom(typed);
    return word < this.#segment.sizes.words && this.#compare(word, typed) === 0 ? word : undefined;
  }

  /** The numbers of the words that begin so: from the first up to, but not with, the second. */
  beginning(typed: Uint16Array): readonly [from: number, to: number] {
    const from = this.#firstFrom(typed);
    // Behind every word that begins so: no word has a unit that is larger than the largest.
    const behind = new Uint16Array(typed.length + 40).fill(0xffff);
    behind.set(typed);
    return [from, Math.max(from, this.#firstFrom(behind))];
  }

  lengthOf(word: number): number {
    const { wordStarts } = this.#segment;
    return (wordStarts[word + 1] ?? 0) - (wordStarts[word] ?? 0);
  }

  /** Words that are one to `most` typos away; with `isBeginning`, those that begin so and with the same letter. */
  alike(typed: Uint16Array, most: number, isBeginning: boolean): readonly AlikeWord[] {
    this.#letters ??= this.#readLetters();
    const bits = letterBits(typed);
    const found: AlikeWord[] = [];
    const [from, to] = isBeginning ? this.beginning(typed.subarray(0, 1)) : [0, this.#segment.sizes.words];
    for (let word = from; word < to; word++) {
      const letters = this.#letters[word] ?? 0;
      const missing = bitCount(bits & ~letters);
      if (missing > most) continue;
      if (!isBeginning) {
        const length = this.lengthOf(word) - typed.length;
        if (length > most || length < -most || bitCount(letters & ~bits) > most) continue;
      }
      const typos = typosBetween(typed, this.#unitsOf(word), most, isBeginning);
      if (typos > 0 && typos <= most) found.push({ word, typos });
    }
    return found;
  }

  #unitsOf(word: number): Uint16Array {
    const { units, wordStarts } = this.#segment;
    return units.subarray(wordStarts[word], wordStarts[word + 1]);
  }

  #readLetters(): Uint32Array {
    return Uint32Array.from({ length: this.#segment.sizes.words }, (_, word) => letterBits(this.#unitsOf(word)));
  }

  /** The first word that is not before what was typed. */
  #firstFrom(typed: Uint16Array): number {
    let low = 0;
    let high = this.#segment.sizes.words;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, typed) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(word: number, typed: Uint16Array): number {
    const { units, wordStarts } = this.#segment;
    const start = wordStarts[word] ?? 0;
    const length = (wordStarts[word + 1] ?? 0) - start;
    const common = Math.min(length, typed.length);
    for (let at = 0; at < common; at++) {
      const difference = (units[start + at] ?? 0) - (typed[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - typed.length;
  }
}
