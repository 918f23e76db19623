import type { Span } from '../text/span';
import { heaviest, PostingWriter } from './searchPostings';
import { newSegment, type SearchSegment } from './searchSegment';
import { SearchVocabulary } from './searchVocabulary';
import { sortInSteps } from './sortInSteps';

/** A passage as it is indexed. Where the same word stands in several texts, its weights add up. */
export interface IndexedPassage {
  /** Where it stands in its document: what is handed back when it is found. At most `longestPassage` units long. */
  readonly start: number;
  readonly length: number;
  readonly isSpoken: boolean;
  readonly text: string;
  /** Where in `text` it stands; it is all of that where nothing is said. */
  readonly within?: Span;
  /** What is found here as well but counts for more: headings and names. */
  readonly besides: readonly { readonly text: string; readonly weight: number }[];
}

/** How many postings are worked on in a step: well below 8 ms. */
const stepSize = 1 << 14;

/** Collects documents, passage by passage, and makes a segment of them. */
export class SegmentBuilder {
  readonly #vocabulary = new SearchVocabulary();
  readonly #documents: number[] = [];
  readonly #firstPassages: number[] = [];
  readonly #passages: { start: number; length: number; isSpoken: boolean; words: number }[] = [];
  /** Passage after passage its words, each once, and their weights. */
  #words = new Uint32Array(1 << 10);
  #weights = new Uint8Array(1 << 10);
  readonly #postingEnds: number[] = [];
  #postingCount = 0;
  /** Of each word, its weight in the passage that is being added. */
  #weightNow = new Uint32Array(1 << 10);

  get documentCount(): number {
    return this.#documents.length;
  }

  get postingCount(): number {
    return this.#postingCount;
  }

  /** Begins a document, by the number its owner knows it by. */
  beginDocument(number: number): void {
    this.#documents.push(number);
    this.#firstPassages.push(this.#passages.length);
  }

  /** Adds a passage to the document begun last. */
  addPassage({ start, length, isSpoken, text, within, besides }: IndexedPassage): void {
    const first = this.#postingCount;
    let words = 0;
    const count = (word: number) => {
      words++;
      this.#count(word, 1);
    };
    this.#vocabulary.eachWord(text, count, within?.start, within?.end);
    for (const each of besides) this.#vocabulary.eachWord(each.text, (word) => this.#count(word, each.weight));
    for (let at = first; at < this.#postingCount; at++) {
      const word = this.#words[at] ?? 0;
      this.#weights[at] = Math.min(heaviest, this.#weightNow[word] ?? 0);
      this.#weightNow[word] = 0;
    }
    this.#passages.push({ start, length, isSpoken, words });
    this.#postingEnds.push(this.#postingCount);
  }

  /** The segment of all that was added, made in steps of a few ms. Nothing may be added afterwards. */
  *finish(): Generator<void, SearchSegment> {
    const vocabulary = this.#vocabulary;
    const words = vocabulary.count;
    const sorted = Uint32Array.from({ length: words }, (_, word) => word);
    yield* sortInSteps(sorted, (a, b) => vocabulary.compare(a, b));
    const counts = new Uint32Array(words);
    for (let at = 0; at < this.#postingCount; at++) {
      const word = this.#words[at] ?? 0;
      counts[word] = (counts[word] ?? 0) + 1;
      if (at % stepSize === stepSize - 1) yield;
    }
    /** Where the next posting of a word goes, among the postings of all words in order. */
    const next = new Uint32Array(words);
    let before = 0;
    for (const word of sorted) {
      next[word] = before;
      before += counts[word] ?? 0;
    }
    yield;
    const passages = new Uint32Array(this.#postingCount);
    const weights = new Uint8Array(this.#postingCount);
    let passage = 0;
    for (let at = 0; at < this.#postingCount; at++) {
      while (at >= (this.#postingEnds[passage] ?? Number.POSITIVE_INFINITY)) passage++;
      const word = this.#words[at] ?? 0;
      const to = next[word] ?? 0;
      next[word] = to + 1;
      passages[to] = passage;
      weights[to] = this.#weights[at] ?? 0;
      if (at % stepSize === stepSize - 1) yield;
    }
    const writer = new PostingWriter(this.#postingCount * 2);
    const postingEnds = new Uint32Array(words);
    let at = 0;
    let rank = 0;
    for (const word of sorted) {
      writer.beginWord();
      for (const end = at + (counts[word] ?? 0); at < end; at++) {
        writer.add(passages[at] ?? 0, weights[at] ?? 0);
        if (at % stepSize === stepSize - 1) yield;
      }
      postingEnds[rank++] = writer.length;
    }
    yield;
    return yield* this.#assemble(sorted, counts, postingEnds, writer.bytes);
  }

  *#assemble(
    sorted: Uint32Array,
    counts: Uint32Array,
    postingEnds: Uint32Array,
    postings: Uint8Array,
  ): Generator<void, SearchSegment> {
    const segment = newSegment({
      documents: this.#documents.length,
      passages: this.#passages.length,
      words: sorted.length,
      wordUnits: this.#vocabulary.unitCount,
      postingBytes: postings.length,
    });
    segment.postings.set(postings);
    segment.postingStarts.set(postingEnds, 1);
    yield;
    segment.documents.set(this.#documents);
    segment.firstPassages.set(this.#firstPassages);
    segment.firstPassages[this.#documents.length] = this.#passages.length;
    this.#passages.forEach(({ start, length, isSpoken, words }, passage) => {
      segment.setPassage(passage, start, length, isSpoken, words);
    });
    yield;
    let unit = 0;
    for (let rank = 0; rank < sorted.length; rank++) {
      const word = sorted[rank] ?? 0;
      const units = this.#vocabulary.unitsOf(word);
      segment.units.set(units, unit);
      unit += units.length;
      segment.wordStarts[rank + 1] = unit;
      segment.counts[rank] = counts[word] ?? 0;
      if (rank % stepSize === stepSize - 1) yield;
    }
    return segment;
  }

  #count(word: number, weight: number): void {
    if (word >= this.#weightNow.length) {
      const wider = new Uint32Array(word * 2);
      wider.set(this.#weightNow);
      this.#weightNow = wider;
    }
    const now = this.#weightNow[word] ?? 0;
    if (now === 0) this.#push(word);
    this.#weightNow[word] = now + weight;
  }

  #push(word: number): void {
    if (this.#postingCount === this.#words.length) {
      const words = new Uint32Array(this.#words.length * 2);
      words.set(this.#words);
      this.#words = words;
      const weights = new Uint8Array(words.length);
      weights.set(this.#weights);
      this.#weights = weights;
    }
    this.#words[this.#postingCount++] = word;
  }
}
