/** How soon more of the same word in a passage stops counting, and how much long passages are held back (BM25). */
const saturation = 0.9;
const lengthShare = 0.8;

/**
 * Adds up how well passages fit a query, word by word. Passages are numbered from 0. Of the forms of one word that a passage has, the best
 * counts; a word counts more, the fewer passages have any form of it.
 */
export class PassageScores {
  readonly #sums: Float32Array;
  readonly #best: Float32Array;
  readonly #found: Uint8Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  readonly #averageWords: number;

  /** For one query over so many passages, which have so many words on average. */
  constructor(passages: number, averageWords: number) {
    this.#sums = new Float32Array(passages);
    this.#best = new Float32Array(passages);
    this.#found = new Uint8Array(passages);
    this.#touched = new Uint32Array(passages);
    this.#averageWords = Math.max(1, averageWords);
  }

  /** A passage has a form of the word, so heavily, among so many words. */
  add(passage: number, weight: number, words: number, closeness: number): void {
    const length = 1 - lengthShare + (lengthShare * words) / this.#averageWords;
    const score = (closeness * weight * (saturation + 1)) / (weight + saturation * length);
    const before = this.#best[passage] ?? 0;
    if (before === 0) this.#touched[this.#touchedCount++] = passage;
    if (score > before) this.#best[passage] = score;
  }

  /** No more forms of this word: what was found of it counts, by how rare it is among `passages`. */
  endWord(passages: number): void {
    const count = this.#touchedCount;
    const rarity = Math.log(1 + Math.max(0, passages - count + 0.5) / (count + 0.5));
    for (let at = 0; at < count; at++) {
      const passage = this.#touched[at] ?? 0;
      this.#sums[passage] = (this.#sums[passage] ?? 0) + rarity * (this.#best[passage] ?? 0);
      this.#best[passage] = 0;
      this.#found[passage] = (this.#found[passage] ?? 0) + 1;
    }
    this.#touchedCount = 0;
  }

  /** The passages that have at least `least` of the words, in order. */
  found(least: number): readonly number[] {
    const passages: number[] = [];
    for (let passage = 0; passage < this.#found.length; passage++)
      if ((this.#found[passage] ?? 0) >= least) passages.push(passage);
    return passages;
  }

  /** How well a passage fits a query of so many words: what has more of them counts for more. */
  scoreOf(passage: number, words: number): number {
    return ((this.#sums[passage] ?? 0) * (this.#found[passage] ?? 0)) / words;
  }
}
