import { longestWord, searchTerms } from './searchWords';

/** Of each ASCII unit: what it is folded to where it belongs to a word, else 0. */
const folded = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});
const firstHash = 0x811c9dc5;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * Numbers for the words of many texts: the first word is 0. The same words as {@link searchTerms} finds, but without making a string of
 * each: most of the time that an index takes to be built is spent here.
 */
export class SearchVocabulary {
  /** The units of all words, one after the other. */
  #units = new Uint16Array(1 << 12);
  /** Where each word begins in them; one more at the end. */
  #starts = new Uint32Array(1 << 9);
  #hashes = new Uint32Array(1 << 9);
  /** Open addressing: the number of a word plus one, or 0. At most half full. */
  #table = new Uint32Array(1 << 10);
  #count = 0;
  /** Of the word that was read last and may be new. */
  #readLength = 0;
  #readHash = 0;

  get count(): number {
    return this.#count;
  }

  get unitCount(): number {
    return this.#starts[this.#count] ?? 0;
  }

  /** The units of a word. */
  unitsOf(word: number): Uint16Array {
    return this.#units.subarray(this.#starts[word], this.#starts[word + 1]);
  }

  /** Below 0 where the first word comes before the second, by their UTF-16 units. */
  compare(first: number, second: number): number {
    const start = this.#starts[first] ?? 0;
    const other = this.#starts[second] ?? 0;
    const length = (this.#starts[first + 1] ?? 0) - start;
    const otherLength = (this.#starts[second + 1] ?? 0) - other;
    const common = Math.min(length, otherLength);
    for (let at = 0; at < common; at++) {
      const difference = (this.#units[start + at] ?? 0) - (this.#units[other + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** Calls back with the number of each word of a text, or of a stretch of it, in order. */
  eachWord(text: string, visit: (word: number) => void, from = 0, to = text.length): void {
    let at = from;
    while (at < to) {
      const unit = text.charCodeAt(at);
      if (unit < 128 ? folded[unit] === 0 : !isWordCharacter(text, at, to)) {
        at++;
        continue;
      }
      const end = unit < 128 ? this.#readAscii(text, at, to) : at;
      if (end === to || text.charCodeAt(end) < 128 || !isWordCharacter(text, end, to)) {
        visit(this.#numberOf(this.#readLength, this.#readHash));
        at = end;
        continue;
      }
      const start = at;
      at = runEnd(text, end, to);
      // A lone accent folds to nothing.
      for (const word of searchTerms(text.slice(start, at))) if (word !== '') visit(this.#wordOf(word));
    }
  }

  /** Writes the folded letters and figures of ASCII from an offset on behind the last word, and says where they end. */
  #readAscii(text: string, start: number, end: number): number {
    this.#makeRoom(longestWord);
    const units = this.#units;
    const to = this.unitCount;
    let length = 0;
    let hash = firstHash;
    let at = start;
    for (; at < end; at++) {
      const unit = folded[text.charCodeAt(at)] ?? 0;
      if (unit === 0) break;
      if (length === longestWord) continue;
      units[to + length++] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    this.#readLength = length;
    this.#readHash = hash >>> 0;
    return at;
  }

  /** A word that has been folded already. */
  #wordOf(word: string): number {
    this.#makeRoom(word.length);
    const to = this.unitCount;
    let hash = firstHash;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      this.#units[to + at] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    return this.#numberOf(word.length, hash >>> 0);
  }

  /** The number of the word whose units have been written behind the last word; it becomes the last where it is new. */
  #numberOf(length: number, hash: number): number {
    const mask = this.#table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let there = this.#table[slot] ?? 0; there !== 0; there = this.#table[slot] ?? 0) {
      if (this.#hashes[there - 1] === hash && this.#isLast(there - 1, length)) return there - 1;
      slot = (slot + 1) & mask;
    }
    const word = this.#count++;
    this.#starts[word + 1] = (this.#starts[word] ?? 0) + length;
    this.#hashes[word] = hash;
    this.#table[slot] = word + 1;
    if (this.#count * 2 > this.#table.length) this.#rehash();
    return word;
  }

  #isLast(word: number, length: number): boolean {
    const start = this.#starts[word] ?? 0;
    if ((this.#starts[word + 1] ?? 0) - start !== length) return false;
    const last = this.unitCount;
    for (let at = 0; at < length; at++) if (this.#units[start + at] !== this.#units[last + at]) return false;
    return true;
  }

  #makeRoom(length: number): void {
    if (this.unitCount + length > this.#units.length) {
      const wider = new Uint16Array((this.unitCount + length) * 2);
      wider.set(this.#units);
      this.#units = wider;
    }
    if (this.#count + 2 <= this.#starts.length) return;
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const hashes = new Uint32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let word = 0; word < this.#count; word++) {
      const hash = this.#hashes[word] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = word + 1;
    }
    this.#table = table;
  }
}

function isWordCharacter(text: string, at: number, to: number): boolean {
  const code = at + 1 < to ? text.codePointAt(at) : text.charCodeAt(at);
  return wordCharacter.test(String.fromCodePoint(code ?? 0));
}

/** Where the run of word characters ends in which the one at `at` stands. */
function runEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to) {
    const unit = text.charCodeAt(end);
    if (unit < 128 ? folded[unit] === 0 : !isWordCharacter(text, end, to)) break;
    end += unit >= 0xd800 && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}
