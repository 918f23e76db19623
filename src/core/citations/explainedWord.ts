import type { Span } from '../text/span';
import type { DocumentRole } from './documentRole';
import type { KnownIds } from './knownIds';
import { isBareDate, isDistinctive, isLookAlike, isPlaceholder } from './nameShape';
import { isWordAt, mayBeginAt, mayEndAt } from './wordBoundary';

/** What a word is to the library. */
export type WordVerdict =
  /** A review has this id or alias, and it may be matched wherever it stands. */
  | 'known'
  /** A review has this name, but it is too ordinary to be matched without a path, a link or a marker. */
  | 'needsMarker'
  /** It is the id of the review that is being looked at. */
  | 'ownId'
  /** `INC-XX` */
  | 'placeholder'
  /** `2020-02-12` */
  | 'date'
  /** `UTF-8`, `CVE-2024-1` */
  | 'lookAlike'
  /** The library taught the family, no review has the id. */
  | 'unknownId'
  /** A known id stands inside of a longer word. */
  | 'insideLongerWord'
  /** It looks like an id, but the library has none that looks like it. */
  | 'unknownFamily'
  /** It does not look like an id. */
  | 'notAnId';

/** A word and what it is. */
export interface ExplainedWord {
  readonly text: string;
  readonly verdict: WordVerdict;
  /** The known id that stands inside of it; only for `insideLongerWord`. */
  readonly inner?: string;
}

const longestWord = 200;

/** The word at an offset, with inner `-`, `_`, `.`, and what it is; nothing on blanks and marks. */
export function wordAt(
  text: string,
  offset: number,
  known: KnownIds,
  role: DocumentRole,
): (ExplainedWord & Span) | undefined {
  let start = offset;
  while (start > 0 && offset - start < longestWord && isPart(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && end - offset < longestWord && isPart(text, end)) end++;
  while (start < end && /[-_.]/.test(text[start] ?? '')) start++;
  while (end > start && /[-_.]/.test(text[end - 1] ?? '')) end--;
  if (start >= end) return undefined;
  const word = text.slice(start, end);
  const inner = innerId(word, known);
  const verdict = verdictOn(word, known, role);
  if (inner !== undefined && (verdict === 'notAnId' || verdict === 'unknownFamily')) {
    return { start, end, text: word, verdict: 'insideLongerWord', inner };
  }
  return { start, end, text: word, verdict };
}

function verdictOn(word: string, known: KnownIds, role: DocumentRole): WordVerdict {
  const meaning = known.resolve(word);
  if (meaning.kind === 'known') {
    if (meaning.reviews.some((review) => role.reviews.includes(review))) return 'ownId';
    return known.isDistinctive(word) ? 'known' : isBareDate(word) ? 'date' : 'needsMarker';
  }
  if (meaning.kind === 'unknown') return 'unknownId';
  if (isPlaceholder(word)) return 'placeholder';
  if (isBareDate(word)) return 'date';
  if (isLookAlike(word) && /\d/.test(word)) return 'lookAlike';
  return isDistinctive(word) ? 'unknownFamily' : 'notAnId';
}

/** A known, distinctive id inside of a word, at places where it may not stand: `XINC-7`, `INC-7-2`. */
function innerId(word: string, known: KnownIds): string | undefined {
  for (let start = 0; start < word.length; start++) {
    for (let end = word.length; end > start + 2; end--) {
      if (start === 0 && end === word.length) continue;
      const part = word.slice(start, end);
      if (!/\d/.test(part) || !known.isDistinctive(part)) continue;
      if (!mayBeginAt(word, start) || !mayEndAt(word, end)) return part;
    }
    if (start > 40) return undefined;
  }
  return undefined;
}

function isPart(text: string, index: number): boolean {
  const unit = text[index];
  return unit === '-' || unit === '.' || isWordAt(text, index);
}
