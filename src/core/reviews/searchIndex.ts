import { type AlikeAnswer, alike, type WeighedWord } from './searchAlike';
import { answer, type IndexAnswer, type Living } from './searchAnswer';
import { SearchDictionary } from './searchDictionary';
import type { PartOfIndex } from './searchMatches';
import { mergeSegments } from './searchMerge';
import type { SearchSegment } from './searchSegment';

interface Part extends PartOfIndex {
  /** What of it has not been deleted. */
  readonly living: { passages: number; words: number };
}

/**
 * Full text in segments. A document that changes is deleted, which marks its passages, and added in a segment of its own; merging brings
 * small segments together and takes out what is marked. Answers do not depend on how documents came to be in which segment.
 */
export class SearchIndex {
  #parts: readonly Part[] = [];

  get segments(): readonly SearchSegment[] {
    return this.#parts.map(({ segment }) => segment);
  }

  /** Makes the documents of a segment findable. None of them may be there already. */
  add(segment: SearchSegment): void {
    this.#set([...this.segments, segment]);
  }

  /** Makes a document unfindable; what is not there may be deleted, too. */
  delete(document: number): void {
    for (const { segment, living } of this.#parts) {
      const place = segment.documents.indexOf(document);
      if (place < 0) continue;
      const end = segment.firstPassages[place + 1] ?? 0;
      for (let passage = segment.firstPassages[place] ?? 0; passage < end; passage++) {
        if (segment.dead[passage]) continue;
        segment.dead[passage] = 1;
        living.passages--;
        living.words -= segment.passageWords[passage] ?? 0;
      }
    }
  }

  /** Merges segments, in steps, until each is at least twice as large as all smaller ones together and lives for the most part. */
  *merge(): Generator<void, void> {
    for (let chosen = this.#toMerge(); chosen.length > 0; chosen = this.#toMerge()) {
      const merged = yield* mergeSegments(chosen);
      this.#set([...this.segments.filter((each) => !chosen.includes(each)), merged]);
    }
  }

  /**
   * The best passages that have every word of a query, or any where none has all: at least `most` where there are so many, more where the
   * last ones fit equally well.
   */
  find(query: string, most: number, spoken: 'with' | 'without'): IndexAnswer {
    return answer(this.#parts, this.#living, { query, most, spoken });
  }

  /** The passages that have most in common with a text, in no order, `most` or a few more; without what people said. */
  alike(words: readonly WeighedWord[], most: number): AlikeAnswer {
    return alike(this.#parts, this.#living, words, most);
  }

  get #living(): Living {
    const passages = this.#parts.reduce((sum, { living }) => sum + living.passages, 0);
    const words = this.#parts.reduce((sum, { living }) => sum + living.words, 0);
    return { passages, words };
  }

  #set(segments: readonly SearchSegment[]): void {
    const known = new Map(this.#parts.map((part) => [part.segment, part]));
    const parts: Part[] = [];
    let base = 0;
    for (const segment of segments) {
      const { dictionary, living } = known.get(segment) ?? {
        dictionary: new SearchDictionary(segment),
        living: livingIn(segment),
      };
      if (living.passages === 0) continue;
      parts.push({ segment, dictionary, living, base });
      base += segment.sizes.passages;
    }
    this.#parts = parts;
  }

  #toMerge(): readonly SearchSegment[] {
    const faded = this.#parts.find(({ living, segment }) => living.passages * 2 < segment.sizes.passages);
    if (faded) return [faded.segment];
    const bySize = this.segments.toSorted((a, b) => a.sizes.postingBytes - b.sizes.postingBytes);
    let smaller = 0;
    let count = 0;
    bySize.forEach(({ sizes }, at) => {
      if (at > 0 && sizes.postingBytes < smaller * 2) count = at + 1;
      smaller += sizes.postingBytes;
    });
    return bySize.slice(0, count);
  }
}

function livingIn({ dead, passageWords }: SearchSegment): Part['living'] {
  const living = { passages: 0, words: 0 };
  for (let passage = 0; passage < dead.length; passage++) {
    if (dead[passage]) continue;
    living.passages++;
    living.words += passageWords[passage] ?? 0;
  }
  return living;
}
