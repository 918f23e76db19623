import type { Span } from '../text/span';
import type { ReviewDocument } from './review';
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

/**
 * Finds reviews by their ids and former ids as people type them: `inc7`, `INC 7`, `7` and `inc-007` find INC-7.
 *
 * Words are for the other engines: a name is found from its beginning, or by its last number. Hits come whole names first, then in
 * the order of the reviews given.
 */
export class IdLane {
  readonly #byPlain: readonly Name[];
  readonly #byDigits: readonly Name[];
  readonly #byParts = new Map<string, Name[]>();
  readonly #order: ReadonlyMap<ReviewDocument, number>;

  constructor(reviews: readonly ReviewDocument[]) {
    this.#order = new Map(reviews.map((review, at) => [review, at]));
    const names = reviews.flatMap(namesOf);
    this.#byPlain = names.toSorted((a, b) => compare(a.plain, b.plain));
    this.#byDigits = names.filter(({ digits }) => digits !== '').sort((a, b) => compare(a.digits, b.digits));
    for (const name of names) {
      const there = this.#byParts.get(name.parts);
      if (there) there.push(name);
      else this.#byParts.set(name.parts, [name]);
    }
  }

  /** The reviews whose names begin with what was typed, or whose last number does; at most about `most` of each. */
  find(query: string, most: number): readonly IdHit[] {
    const plain = plainOf(query);
    if (plain === '') return [];
    const isNumber = /^\d+$/.test(plain);
    const digits = isNumber ? plain.replace(/^0+(?=\d)/, '') : '';
    const whole = [
      ...(this.#byParts.get(partsOf(query)) ?? []),
      ...(isNumber
        ? startingWith(this.#byDigits, 'digits', digits, most).filter((each) => each.digits === digits)
        : []),
    ];
    const begun = [
      ...startingWith(this.#byPlain, 'plain', plain, most * 4),
      ...(isNumber ? startingWith(this.#byDigits, 'digits', digits, most * 4) : []),
    ];
    const hits = [...this.#sorted(whole, query, true), ...this.#sorted(begun, query, false)];
    const seen = new Set<ReviewDocument>();
    return hits.filter(({ review }) => !seen.has(review) && seen.add(review)).slice(0, most);
  }

  #sorted(names: readonly Name[], query: string, isWhole: boolean): IdHit[] {
    const rank = (name: Name) => (name.isAlias ? 1 : 0);
    const place = (name: Name) => this.#order.get(name.review) ?? 0;
    return names
      .toSorted((a, b) => rank(a) - rank(b) || a.plain.length - b.plain.length || place(a) - place(b))
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
function startingWith(names: readonly Name[], key: 'plain' | 'digits', start: string, most: number): readonly Name[] {
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
