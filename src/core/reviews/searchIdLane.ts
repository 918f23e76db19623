import type { Span } from '../text/span';
import { mergeSorted } from './mergeSorted';
import type { ReviewDocument } from './review';
import { compare, comparePlaces } from './searchPlaces';
import { foldWord } from './searchWords';

/** A review found by one of its names. */
export interface IdHit {
  readonly review: ReviewDocument;
  /** Where in the id it matched; nothing where a former name did. */
  readonly ranges: readonly Span[];
  /** The former name that matched. */
  readonly alias?: string;
  /** Whether all of the name was typed, whatever its separators, case and leading zeros. */
  readonly isWhole: boolean;
}

interface Name {
  readonly review: ReviewDocument;
  readonly text: string;
  readonly isAlias: boolean;
  /** Letters and digits only: `inc7`. */
  readonly plain: string;
  /** Letters and numbers without leading zeros: `pm|2021|6`. */
  readonly parts: string;
  /** The last number without leading zeros: `7` of `INC-007`. */
  readonly digits: string;
}

type Key = 'plain' | 'parts' | 'digits';

/**
 * Finds reviews by their ids and former ids as people type them: `inc7`, `INC 7`, `7` and `inc-007` find INC-7.
 *
 * Words are for the other engines: a name is found from its beginning, or by its last number. Hits come whole names first, then in
 * the order of the paths of their reviews.
 */
export class IdLane {
  /** All names that have such a key, in its order. */
  readonly #by: Record<Key, readonly Name[]> = { plain: [], parts: [], digits: [] };

  constructor(reviews: readonly ReviewDocument[] = []) {
    for (const _ of this.update(new Set(), reviews));
  }

  /** Drops the names of some reviews and takes in those of others, in steps of a few ms; to its end before anything is sought. */
  *update(gone: ReadonlySet<ReviewDocument>, come: readonly ReviewDocument[]): Generator<void, void> {
    const names: Name[] = [];
    for (const review of come) {
      names.push(...namesOf(review));
      yield;
    }
    for (const key of ['plain', 'parts', 'digits'] as const) {
      const added = key === 'digits' ? names.filter(({ digits }) => digits !== '') : names;
      const before = (a: Name, b: Name) => compare(a[key], b[key]) || comparePlaces(a.review, b.review);
      const kept = gone.size === 0 ? this.#by[key] : this.#by[key].filter(({ review }) => !gone.has(review));
      this.#by[key] = yield* mergeSorted(kept, added, before);
    }
  }

  /** The reviews whose names begin with what was typed, or whose last number does; at most about `most` of each. */
  find(query: string, most: number): readonly IdHit[] {
    const plain = plainOf(query);
    if (plain === '') return [];
    const parts = partsOf(query);
    const isNumber = /^\d+$/.test(plain);
    const digits = isNumber ? plain.replace(/^0+(?=\d)/, '') : '';
    const whole = [
      ...startingWith(this.#by.parts, 'parts', parts, most).filter((each) => each.parts === parts),
      ...(isNumber
        ? startingWith(this.#by.digits, 'digits', digits, most).filter((each) => each.digits === digits)
        : []),
    ];
    const begun = [
      ...startingWith(this.#by.plain, 'plain', plain, most * 4),
      ...(isNumber ? startingWith(this.#by.digits, 'digits', digits, most * 4) : []),
    ];
    const hits = [...this.#sorted(whole, query, true), ...this.#sorted(begun, query, false)];
    const seen = new Set<ReviewDocument>();
    return hits.filter(({ review }) => !seen.has(review) && seen.add(review)).slice(0, most);
  }

  #sorted(names: readonly Name[], query: string, isWhole: boolean): IdHit[] {
    const rank = (name: Name) => (name.isAlias ? 1 : 0);
    return names
      .toSorted((a, b) => rank(a) - rank(b) || a.plain.length - b.plain.length || comparePlaces(a.review, b.review))
      .map((name) => ({
        review: name.review,
        ranges: name.isAlias ? [] : rangesIn(name.text, query),
        ...(name.isAlias ? { alias: name.text } : {}),
        isWhole,
      }));
  }
}

/** Ids and former ids; paths and URLs are names too, but nobody types them from memory. */
function namesOf(review: ReviewDocument): Name[] {
  const names = [{ text: review.id, isAlias: false }];
  for (const text of review.aliases) if (!/[/\\]/.test(text)) names.push({ text, isAlias: true });
  return names.map(({ text, isAlias }) => {
    const parts = partsOf(text);
    const digits = /(?:^|\|)(\d+)(?:\|\D+)?$/.exec(parts)?.[1] ?? '';
    return { review, text, isAlias, plain: plainOf(text), parts, digits: /^\d{4}\|\d+\|/.test(parts) ? '' : digits };
  });
}

function plainOf(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

function partsOf(text: string): string {
  const parts = foldWord(text).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\d)/, '')).join('|');
}

/** The names that begin so, by binary search in names sorted by that key. */
function startingWith(names: readonly Name[], key: Key, start: string, most: number): readonly Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.[key] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < names.length && end - low < most && names[end]?.[key].startsWith(start)) end++;
  return names.slice(low, end);
}

/** Where the typed letters and digits stand in an id, separators passed over; the last number where only that matched. */
function rangesIn(id: string, query: string): readonly Span[] {
  const typed = plainOf(query);
  let taken = 0;
  let end = 0;
  for (const character of id) {
    if (taken >= typed.length) break;
    const folded = plainOf(character);
    if (!typed.startsWith(folded, taken)) {
      end = 0;
      break;
    }
    taken += folded.length;
    end += character.length;
  }
  if (end > 0 && taken >= typed.length) return [{ start: 0, end }];
  const number = /\d+(?=\D*$)/.exec(id);
  return number ? [{ start: number.index, end: number.index + number[0].length }] : [];
}
