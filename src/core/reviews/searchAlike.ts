import type { IndexHit, Living } from './searchAnswer';
import type { PartOfIndex } from './searchMatches';
import { compare } from './searchPlaces';
import { eachPosting } from './searchPostings';
import { stemOf } from './searchStems';
import { TopScores } from './searchTopScores';

/** A word of a text, as `foldWord` makes it, and how much it counts beside the others. */
export interface WeighedWord {
  readonly word: string;
  readonly weight: number;
}

/** What has much in common with a text, in no order, and what a word of the text says: 0 for one that is in none or in too many. */
export interface AlikeAnswer {
  readonly hits: readonly IndexHit[];
  /** How much it counts: its weight times how rare it is. */
  readonly worthOf: (word: string) => number;
  /** How rare it is: the square of the logarithm of how many passages there are for each that has it. */
  readonly rarityOf: (word: string) => number;
}

/** How soon more of the same word in a passage stops counting, and how much long passages are held back (BM25). */
const saturation = 0.9;
const lengthShare = 0.5;

/** Words that are in more of the passages than this share say nothing about any of them. */
const mostShare = 0.2;

/**
 * So many places of words are looked at: in a large library, the words that would go beyond it are those that say least, and a text
 * has many of them.
 */
const mostPlaces = 120_000;

/** How many letters more than its stem a form may have. */
const longestEnding = 5;

/**
 * The passages that have most in common with a text: at least `most` where there are so many, more where the last ones fit equally
 * well. Forms of a word count as the word. Rarity counts twice as much as in a search, where somebody chose each word. What people said
 * is left out.
 */
export function alike(
  parts: readonly PartOfIndex[],
  living: Living,
  words: readonly WeighedWord[],
  most: number,
): AlikeAnswer {
  const scores = new AlikeScores(parts, living);
  const found = new Map<string, { readonly rarity: number; readonly worth: number }>();
  for (const sought of soughtStems(parts, words)) {
    const rarity = scores.add(sought);
    found.set(sought.stem, { rarity, worth: rarity * sought.weight });
  }
  return {
    hits: best(parts, scores.sums, most),
    worthOf: (word) => found.get(stemOf(word))?.worth ?? 0,
    rarityOf: (word) => found.get(stemOf(word))?.rarity ?? 0,
  };
}

/** A word with all its forms in all parts. */
interface SoughtStem {
  readonly stem: string;
  readonly weight: number;
  /** Of each part, the words that are forms of it. */
  readonly forms: readonly (readonly number[])[];
  /** In how many passages the forms are, one passage counted for each of them. */
  readonly places: number;
}

/** The words to be looked up, the rarest of them as long as they are in few enough places, in the order of the alphabet: sums are rounded. */
function soughtStems(parts: readonly PartOfIndex[], words: readonly WeighedWord[]): readonly SoughtStem[] {
  const stems = [...byStem(words)].map(([stem, weight]) => {
    const forms = parts.map((part) => formsOf(stem, part));
    const counts = forms.flatMap((ofPart, at) => ofPart.map((word) => parts[at]?.segment.counts[word] ?? 0));
    return { stem, weight, forms, places: counts.reduce((sum, count) => sum + count, 0) };
  });
  let places = 0;
  return stems
    .filter((each) => each.places > 0)
    .sort((a, b) => a.places - b.places || compare(a.stem, b.stem))
    .filter((each) => {
      places += each.places;
      return places <= mostPlaces;
    })
    .sort((a, b) => compare(a.stem, b.stem));
}

/** Stems and the weight of the heaviest of their forms. */
function byStem(words: readonly WeighedWord[]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const { word, weight } of words) {
    const stem = stemOf(word);
    stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
  }
  return stems;
}

/** Adds up how much passages have in common with a text, word by word. Passages are numbered through all parts. */
class AlikeScores {
  readonly sums: Float32Array;
  readonly #parts: readonly PartOfIndex[];
  readonly #living: Living;
  readonly #averageWords: number;
  /** Of the word that is being added: in which passages it is, and how often. */
  readonly #touched: Uint32Array;
  readonly #times: Float32Array;

  constructor(parts: readonly PartOfIndex[], living: Living) {
    const passages = parts.reduce((sum, { segment }) => sum + segment.sizes.passages, 0);
    this.#parts = parts;
    this.#living = living;
    this.#averageWords = Math.max(1, living.words / Math.max(1, living.passages));
    this.sums = new Float32Array(passages);
    this.#touched = new Uint32Array(passages);
    this.#times = new Float32Array(passages);
  }

  /** Adds all forms of a word; answers how rare it is, 0 where it says nothing. */
  add({ weight, forms }: SoughtStem): number {
    /** How many passages of the parts up to each have it. */
    const ends: number[] = [];
    let count = 0;
    for (const [at, part] of this.#parts.entries()) {
      for (const word of forms[at] ?? []) count = this.#count(part, word, count);
      ends.push(count);
    }
    const { passages } = this.#living;
    const isCommon = count > passages * mostShare + 1;
    const rarity = count === 0 || isCommon ? 0 : Math.log((passages + 1) / (count + 0.5)) ** 2;
    const worth = rarity * weight;
    let from = 0;
    for (const [at, { segment, base }] of this.#parts.entries()) {
      const to = ends[at] ?? from;
      for (let index = from; index < to; index++) {
        const passage = this.#touched[index] ?? 0;
        const length = (segment.passageWords[passage - base] ?? 0) / this.#averageWords;
        const times = this.#times[passage] ?? 0;
        const share = (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * length));
        this.sums[passage] = (this.sums[passage] ?? 0) + worth * share;
        this.#times[passage] = 0;
      }
      from = to;
    }
    return rarity;
  }

  #count({ segment, base }: PartOfIndex, word: number, before: number): number {
    let count = before;
    eachPosting(segment, word, (passage, times) => {
      if (segment.dead[passage] === 1 || segment.isSpoken(passage)) return undefined;
      const at = base + passage;
      if (this.#times[at] === 0) this.#touched[count++] = at;
      this.#times[at] = (this.#times[at] ?? 0) + times;
      return undefined;
    });
    return count;
  }
}

/** The words of a part that are forms of a stem. */
function formsOf(stem: string, { segment, dictionary }: PartOfIndex): readonly number[] {
  const units = Uint16Array.from(stem, (_, at) => stem.charCodeAt(at));
  const [from, to] = dictionary.beginning(units);
  const forms: number[] = [];
  for (let word = from; word < to; word++) {
    if (dictionary.lengthOf(word) > stem.length + longestEnding) continue;
    if (stemOf(segment.wordAt(word)) === stem) forms.push(word);
  }
  return forms;
}

function best(parts: readonly PartOfIndex[], sums: Float32Array, most: number): readonly IndexHit[] {
  const top = new TopScores(most);
  for (const score of sums) if (score > 0) top.add(score);
  const { least } = top;
  return parts.flatMap(({ segment, base }) => {
    const hits: IndexHit[] = [];
    for (let passage = 0; passage < segment.sizes.passages; passage++) {
      const score = sums[base + passage] ?? 0;
      if (score === 0 || score < least) continue;
      const place = segment.documentOf(passage);
      hits.push({
        document: segment.documents[place] ?? 0,
        start: segment.passageStarts[passage] ?? 0,
        length: segment.lengthOf(passage),
        isSpoken: false,
        isFirst: segment.firstPassages[place] === passage,
        score,
      });
    }
    return hits;
  });
}
