import { eachPosting, PostingWriter } from './searchPostings';
import { newSegment, type SearchSegment } from './searchSegment';

/** How much is done in a step: postings or words; bytes that are copied; documents. */
const stepSize = 1 << 13;
const copiedAtOnce = 1 << 20;
const documentsAtOnce = 1 << 11;

/**
 * One segment with what lives in these, in their order: a review that is saved comes in a segment of its own, and every segment is one more to
 * look words up in. Made in steps of a few ms; nothing may be deleted meanwhile.
 */
export function* mergeSegments(segments: readonly SearchSegment[]): Generator<void, SearchSegment> {
  const { places, passages } = yield* placeLiving(segments);
  const { letters, postingStarts, counts, postings } = yield* mergeWords(segments, places);
  const merged = newSegment({
    documents: segments.reduce((sum, segment) => sum + livingDocuments(segment).length, 0),
    passages,
    words: counts.length,
    wordUnits: letters.reduce((sum, { length }) => sum + length, 0),
    postingBytes: postings.length,
  });
  merged.postingStarts.set(postingStarts);
  merged.counts.set(counts);
  yield;
  yield* setLetters(letters, merged);
  for (let from = 0; from < postings.length; from += copiedAtOnce) {
    merged.postings.set(postings.subarray(from, from + copiedAtOnce), from);
    yield;
  }
  yield* copyPassages(segments, merged);
  return merged;
}

/** Where each passage of each segment goes, -1 where it is left out; and how many there are then. */
interface Places {
  readonly places: readonly Int32Array[];
  readonly passages: number;
}

function* placeLiving(segments: readonly SearchSegment[]): Generator<void, Places> {
  const places: Int32Array[] = [];
  let passages = 0;
  for (const { sizes, dead } of segments) {
    const here = new Int32Array(sizes.passages);
    for (let passage = 0; passage < here.length; passage++) {
      here[passage] = dead[passage] ? -1 : passages++;
      if (passage % (stepSize * 8) === 0) yield;
    }
    places.push(here);
  }
  return { places, passages };
}

/** The words that have a passage, in order; where the postings of each begin, and behind the last where they end; how many each has. */
interface MergedWords {
  readonly letters: readonly Uint16Array[];
  readonly postingStarts: readonly number[];
  readonly counts: readonly number[];
  readonly postings: Uint8Array;
}

function* mergeWords(segments: readonly SearchSegment[], places: readonly Int32Array[]): Generator<void, MergedWords> {
  const letters: Uint16Array[] = [];
  const postingStarts: number[] = [0];
  const counts: number[] = [];
  const writer = new PostingWriter(segments.reduce((sum, { sizes }) => sum + sizes.postingBytes, 0) + 1024);
  const words = new Words(segments);
  let done = 0;
  for (let holders = words.next(); holders.length > 0; holders = words.next()) {
    writer.beginWord();
    let count = 0;
    for (const { segment, at, word } of holders) {
      eachPosting(segment, word, (passage, weight) => {
        const place = places[at]?.[passage] ?? -1;
        if (place >= 0) {
          writer.add(place, weight);
          count++;
        }
        return undefined;
      });
      done += segment.counts[word] ?? 0;
    }
    const [holder] = holders;
    if (holder && count > 0) {
      letters.push(lettersOf(holder.segment, holder.word));
      postingStarts.push(writer.length);
      counts.push(count);
    }
    done += 8;
    if (done > stepSize) {
      done = 0;
      yield;
    }
  }
  return { letters, postingStarts, counts, postings: writer.bytes };
}

function* setLetters(letters: readonly Uint16Array[], merged: SearchSegment): Generator<void, void> {
  let at = 0;
  for (const [word, each] of letters.entries()) {
    merged.units.set(each, at);
    at += each.length;
    merged.wordStarts[word + 1] = at;
    if (word % stepSize === stepSize - 1) yield;
  }
}

function* copyPassages(segments: readonly SearchSegment[], merged: SearchSegment): Generator<void, void> {
  let document = 0;
  let passage = 0;
  for (const segment of segments) {
    for (const each of livingDocuments(segment)) {
      merged.documents[document] = segment.documents[each] ?? 0;
      merged.firstPassages[document++] = passage;
      const end = segment.firstPassages[each + 1] ?? 0;
      for (let from = segment.firstPassages[each] ?? 0; from < end; from++, passage++) {
        merged.passageStarts[passage] = segment.passageStarts[from] ?? 0;
        merged.passageSizes[passage] = segment.passageSizes[from] ?? 0;
        merged.passageWords[passage] = segment.passageWords[from] ?? 0;
      }
      if (document % documentsAtOnce === 0) yield;
    }
  }
  merged.firstPassages[document] = passage;
}

/** The places of the documents of a segment that have not been deleted; one without passages cannot be found and goes, too. */
function livingDocuments({ sizes, firstPassages, dead }: SearchSegment): readonly number[] {
  const living: number[] = [];
  for (let document = 0; document < sizes.documents; document++) {
    const first = firstPassages[document] ?? 0;
    if (first < (firstPassages[document + 1] ?? 0) && !dead[first]) living.push(document);
  }
  return living;
}

/** A word of a segment: the place of the segment among those that are merged, and the number of the word there. */
interface Holder {
  readonly segment: SearchSegment;
  readonly at: number;
  readonly word: number;
}

/** Every word of some segments in order, each with the segments that have it. */
class Words {
  readonly #segments: readonly SearchSegment[];
  readonly #next: number[];

  constructor(segments: readonly SearchSegment[]) {
    this.#segments = segments;
    this.#next = segments.map(() => 0);
  }

  /** Who has the next word; nobody after the last. */
  next(): readonly Holder[] {
    let holders: Holder[] = [];
    let least: Uint16Array | undefined;
    this.#segments.forEach((segment, at) => {
      const word = this.#next[at] ?? 0;
      if (word >= segment.sizes.words) return;
      const letters = lettersOf(segment, word);
      const order = least ? compareUnits(letters, least) : -1;
      if (order < 0) {
        least = letters;
        holders = [{ segment, at, word }];
      } else if (order === 0) {
        holders.push({ segment, at, word });
      }
    });
    for (const { at, word } of holders) this.#next[at] = word + 1;
    return holders;
  }
}

function lettersOf({ units, wordStarts }: SearchSegment, word: number): Uint16Array {
  return units.subarray(wordStarts[word], wordStarts[word + 1]);
}

function compareUnits(a: Uint16Array, b: Uint16Array): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
