/** What finds some of the places, and where it found the first and the last of them. */
interface Look {
  readonly pattern: RegExp;
  readonly first: number;
  next: number;
}

/**
 * Where in a text names of incidents may stand, by quick looks that are taken as far as somebody asks: each name has a place in it, and not each
 * place is that of a name. Quickest for offsets in ascending order.
 */
export class NamePlaces {
  readonly #text: string;
  readonly #looks: readonly Look[];
  /** What was asked last, and the answer, which is the same for all between. */
  #asked = 0;
  #next: number;

  /** By expressions (global), each of which finds some of the places; nothing stands for one that finds all. */
  constructor(text: string, patterns: readonly (RegExp | undefined)[]) {
    this.#text = text;
    this.#looks = patterns.map((pattern = anywhere) => {
      const first = firstFrom(0, text, pattern);
      return { pattern, first, next: first };
    });
    this.#next = this.#nearest();
  }

  /** The first place that is not before an offset; infinite where there is none. */
  from(offset: number): number {
    if (offset >= this.#asked && offset <= this.#next) return this.#next;
    for (const look of this.#looks) {
      if (offset < this.#asked) look.next = look.first;
      if (look.next < offset) look.next = firstFrom(offset, this.#text, look.pattern);
    }
    this.#asked = offset;
    this.#next = this.#nearest();
    return this.#next;
  }

  #nearest(): number {
    return this.#looks.reduce((nearest, { next }) => Math.min(nearest, next), Number.POSITIVE_INFINITY);
  }
}

const anywhere = /(?:)/g;

function firstFrom(offset: number, text: string, pattern: RegExp): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}
