import type { Span } from '../text/span';
import { heaviest, postingLength, writePosting } from './searchPostings';
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

/** How many postings, and how many passages or words, are worked on in a step: well below 8 ms. */
const stepSize = 1 << 14;
const fewer = 1 << 12;

/** Where the weight of a posting lies behind its word, of which there are fewer. */
const weightShift = 24;
const wordMask = (1 << weightShift) - 1;

/** Collects documents, passage by passage, and makes a segment of them. */
export class SegmentBuilder {
  readonly #vocabulary = new SearchVocabulary();
  readonly #documents: number[] = [];
  readonly #firstPassages: number[] = [];
  readonly #passages: { start: number; length: number; isSpoken: boolean; words: number }[] = [];
  /** Passage after passage its words, each once with its weight there. */
  #postings = new Uint32Array(1 << 10);
  readonly #postingEnds: number[] = [];
  #postingCount = 0;
  #words = newWords(1 << 10);

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
    this.#weigh(first);
    this.#passages.push({ start, length, isSpoken, words });
    this.#postingEnds.push(this.#postingCount);
  }

  /** The segment of all that was added, made in steps of a few ms. Nothing may be added afterwards. */
  *finish(): Generator<void, SearchSegment> {
    const vocabulary = this.#vocabulary;
    const { counts, byteCounts } = this.#words;
    const sorted = Uint32Array.from({ length: vocabulary.count }, (_, word) => word);
    yield* sortInSteps(sorted, (a, b) => vocabulary.compare(a, b));
    const segment = newSegment({
      documents: this.#documents.length,
      passages: this.#passages.length,
      words: vocabulary.count,
      wordUnits: vocabulary.unitCount,
      postingBytes: byteCounts.subarray(0, vocabulary.count).reduce((sum, bytes) => sum + bytes, 0),
    });
    yield;
    segment.documents.set(this.#documents);
    segment.firstPassages.set(this.#firstPassages);
    segment.firstPassages[this.#documents.length] = this.#passages.length;
    for (const [passage, { start, length, isSpoken, words }] of this.#passages.entries()) {
      segment.setPassage(passage, start, length, isSpoken, words);
      if (passage % fewer === fewer - 1) yield;
    }
    yield;
    /** Where the next posting of each word goes. */
    const next = new Uint32Array(vocabulary.count);
    let unit = 0;
    let byte = 0;
    for (let rank = 0; rank < sorted.length; rank++) {
      const word = sorted[rank] ?? 0;
      const units = vocabulary.unitsOf(word);
      segment.units.set(units, unit);
      unit += units.length;
      segment.wordStarts[rank + 1] = unit;
      segment.counts[rank] = counts[word] ?? 0;
      next[word] = byte;
      byte += byteCounts[word] ?? 0;
      segment.postingStarts[rank + 1] = byte;
      if (rank % fewer === fewer - 1) yield;
    }
    yield* this.#writePostings(segment, next);
    return segment;
  }

  /** Goes through the postings as they were added: those of each word are in the order of passages. */
  *#writePostings({ postings }: SearchSegment, next: Uint32Array): Generator<void, void> {
    const last = new Uint32Array(next.length);
    let at = 0;
    for (let passage = 0; passage < this.#postingEnds.length; passage++) {
      for (const end = this.#postingEnds[passage] ?? at; at < end; at++) {
        const posting = this.#postings[at] ?? 0;
        const word = posting & wordMask;
        const distance = passage - (last[word] ?? 0);
        next[word] = writePosting(postings, next[word] ?? 0, distance, posting >>> weightShift);
        last[word] = passage;
        if (at % stepSize === stepSize - 1) yield;
      }
    }
  }

  #count(word: number, weight: number): void {
    if (word >= this.#words.weights.length) this.#words = newWords(word * 2, this.#words);
    const { weights } = this.#words;
    const now = weights[word] ?? 0;
    if (now === 0) this.#push(word);
    weights[word] = now + weight;
  }

  #push(word: number): void {
    if (this.#postingCount === this.#postings.length) {
      const postings = new Uint32Array(this.#postings.length * 2);
      postings.set(this.#postings);
      this.#postings = postings;
    }
    this.#postings[this.#postingCount++] = word;
  }

  /** Writes the weights behind the words of the passage that is being added, from a posting on, and adds up what each word will take. */
  #weigh(first: number): void {
    const { weights, counts, byteCounts, lastPassages } = this.#words;
    const passage = this.#passages.length;
    for (let at = first; at < this.#postingCount; at++) {
      const word = this.#postings[at] ?? 0;
      const weight = Math.min(heaviest, weights[word] ?? 0);
      weights[word] = 0;
      this.#postings[at] = word | (weight << weightShift);
      counts[word] = (counts[word] ?? 0) + 1;
      byteCounts[word] = (byteCounts[word] ?? 0) + postingLength(passage - (lastPassages[word] ?? 0), weight);
      lastPassages[word] = passage;
    }
  }
}

/** Of each word: its weight in the passage that is being added; how many postings it has, in how many bytes; the last passage it is in. */
interface Words {
  readonly weights: Uint32Array;
  readonly counts: Uint32Array;
  readonly byteCounts: Uint32Array;
  readonly lastPassages: Uint32Array;
}

function newWords(room: number, before?: Words): Words {
  const widened = (column: Uint32Array | undefined) => {
    const wider = new Uint32Array(room);
    if (column) wider.set(column);
    return wider;
  };
  return {
    weights: widened(before?.weights),
    counts: widened(before?.counts),
    byteCounts: widened(before?.byteCounts),
    lastPassages: widened(before?.lastPassages),
  };
}
