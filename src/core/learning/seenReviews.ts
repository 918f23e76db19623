/** How many of those that were added are kept: the last ones. */
const mostAdded = 2000;

/** What is kept of {@link SeenReviews}: it has to be small, as VS Code writes all that an extension remembers whenever any of it changes. */
export interface KeptSeen {
  /** The hashes of all keys, in base 36, a blank between two. */
  readonly there: string;
  /** When those came that were not there at first, in ms since 1970, by their keys. */
  readonly added: Readonly<Record<string, number>>;
}

/**
 * Which reviews a library has had, and when those came that were not there at first: of the others nobody knows. None is forgotten, so that
 * one that comes back with another branch is not new.
 *
 * Of the keys it remembers hashes: that one of a new review among ten thousand is that of another, so that it is not told as new, happens once
 * in some 400,000 times.
 */
export class SeenReviews {
  readonly #there: Set<number>;
  readonly #added: Map<string, number>;

  /** Takes what {@link toKeep} gave; whatever else it is given counts as nothing. */
  constructor(kept: unknown) {
    const { there, added } =
      typeof kept === 'object' && kept !== null ? (kept as Partial<Record<keyof KeptSeen, unknown>>) : {};
    const hashes = typeof there === 'string' && there !== '' ? there.split(' ') : [];
    this.#there = new Set(hashes.map((each) => Number.parseInt(each, 36)).filter((hash) => hash >= 0));
    const times = typeof added === 'object' && added !== null ? Object.entries(added) : [];
    this.#added = new Map(times.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  }

  /** When those came that were not there at first, in ms since 1970, by their keys. */
  get added(): ReadonlyMap<string, number> {
    return this.#added;
  }

  /** Takes note of the keys of all reviews that are there now; tells whether there is something new to keep. */
  see(keys: Iterable<string>, now: number): boolean {
    const before = this.#there.size;
    for (const key of keys) {
      const hash = hashOf(key);
      if (this.#there.has(hash)) continue;
      this.#there.add(hash);
      if (before > 0) this.#added.set(key, now);
    }
    return this.#there.size > before;
  }

  toKeep(): KeptSeen {
    const there = Array.from(this.#there, (each) => each.toString(36)).join(' ');
    return { there, added: Object.fromEntries([...this.#added].slice(-mostAdded)) };
  }
}

/** 32 bits of a text: FNV-1a over its UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
