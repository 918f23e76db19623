import { eachPosting, PostingWriter } from './searchPostings';
import { newSegment, type SearchSegment } from './searchSegment';

/** How much is done in a step, in postings or words. */
const stepSize = 1 << 13;
const copiedAtOnce = 1 << 20;
const documentsAtOnce = 1 << 11;

/** One segment with what lives in these, in their order. Made in steps of a few ms; nothing may be deleted meanwhile. */
export function* mergeSegments(segments: readonly SearchSegment[]): Generator<void, SearchSegment> {
  const moved: Int32Array[] = [];
  let passages = 0;
  let documents = 0;
  for (const segment of segments) {
    const places = new Int32Array(segment.sizes.passages);
    for (let passage = 0; passage < places.length; passage++) {
      places[passage] = segment.dead[passage] ? -1 : passages++;
      if (passage % (stepSize * 8) === 0) yield;
    }
    moved.push(places);
    documents += livingDocuments(segment).length;
  }
  const units: Uint16Array[] = [];
  const wordStarts: number[] = [0];
  const postingStarts: number[] = [0];
  const counts: number[] = [];
  const writer = new PostingWriter(segments.reduce((sum, { sizes }) => sum + sizes.postingBytes, 0) + 1024);
  const words = new Words(segments);
  let done = 0;
  for (let holders = words.next(); holders.length > 0; holders = words.next()) {
    writer.beginWord();
    let count = 0;
    for (const { at, word } of holders) {
      const places = moved[at];
      const segment = segments[at];
      if (!places || !segment) continue;
      eachPosting(segment, word, (passage, weight) => {
        const place = places[passage] ?? -1;
        if (place >= 0) {
          writer.add(place, weight);
          count++;
        }
        return undefined;
      });
      done += segment.counts[word] ?? 0;
    }
    done += 8;
    if (count > 0) {
      const [{ at, word } = { at: 0, word: 0 }] = holders;
      const source = segments[at];
      if (!source) continue;
      const letters = source.units.subarray(source.wordStarts[word], source.wordStarts[word + 1]);
      units.push(letters);
      wordStarts.push((wordStarts.at(-1) ?? 0) + letters.length);
      postingStarts.push(writer.length);
      counts.push(count);
    }
    if (done > stepSize) {
      done = 0;
      yield;
    }
  }
  const merged = newSegment({
    documents,
    passages,
    words: counts.length,
    wordUnits: wordStarts.at(-1) ?? 0,
    postingBytes: writer.length,
  });
  merged.wordStarts.set(wordStarts);
  merged.postingStarts.set(postingStarts);
  merged.counts.set(counts);
  yield;
  for (let word = 0; word < units.length; word++) {
    const letters = units[word];
    if (letters) merged.units.set(letters, wordStarts[word]);
    if (word % stepSize === stepSize - 1) yield;
  }
  for (let from = 0; from < writer.length; from += copiedAtOnce) {
    merged.postings.set(writer.bytes.subarray(from, from + copiedAtOnce), from);
    yield;
  }
  yield* copyPassages(segments, merged);
  return merged;
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

/** Every word of some segments in order, each with the segments that have it. */
class Words {
  readonly #segments: readonly SearchSegment[];
  readonly #next: number[];

  constructor(segments: readonly SearchSegment[]) {
    this.#segments = segments;
    this.#next = segments.map(() => 0);
  }

  /** Who has the next word, and its number there; nobody after the last. */
  next(): readonly { readonly at: number; readonly word: number }[] {
    let holders: { at: number; word: number }[] = [];
    let least: Uint16Array | undefined;
    this.#segments.forEach((segment, at) => {
      const word = this.#next[at] ?? 0;
      if (word >= segment.sizes.words) return;
      const units = segment.units.subarray(segment.wordStarts[word], segment.wordStarts[word + 1]);
      const order = least ? compareUnits(units, least) : -1;
      if (order < 0) {
        least = units;
        holders = [{ at, word }];
      } else if (order === 0) {
        holders.push({ at, word });
      }
    });
    for (const { at, word } of holders) this.#next[at] = word + 1;
    return holders;
  }
}

function compareUnits(a: Uint16Array, b: Uint16Array): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
