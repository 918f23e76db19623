import type { KnownIds } from '../core/citations/knownIds';
import { isBareDate, isDistinctive, isLookAlike, isPlaceholder } from '../core/citations/nameShape';
import type { ReviewDocument } from '../core/reviews/review';
import { joinWords } from '../core/wording/joinWords';
import { shortLine } from '../core/wording/shortLine';
import type { Explanation } from './explanation';
import { nameAt } from './nameAt';

/** A place in a document, as far as it matters here. */
export interface NamePlace {
  readonly line: string;
  /** 0-based, UTF-16 units. */
  readonly column: number;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** Whether a citation would count here. */
  readonly counts: boolean;
  readonly isProse: boolean;
  /** The reviews of which the document is the source. */
  readonly own: readonly ReviewDocument[];
}

/** Says why what stands at a place is no citation, in words for the person who expected one. */
export function explainName(place: NamePlace, known: KnownIds): Explanation {
  const { line, column } = place;
  const hits = known.findIn(line, { start: 0, end: line.length }, place.path);
  const hit = hits.find(({ start, end }) => start <= column && column <= end);
  const name = hit ? line.slice(hit.start, hit.end) : (nameAt(line, column)?.text ?? '');
  const said = shortLine(name, 60);
  if (hit?.reviews.some((review) => place.own.includes(review))) {
    return { sentence: `This document is the review ${shortLine(hit.id, 60)} itself.`, help: [] };
  }
  if (hit && !place.counts) return notCounted(said, hit.reviews, place);
  if (name === '') return nothingHere(hits.map(({ start, end }) => line.slice(start, end)));
  if (isPlaceholder(name)) return plain(`${said} only holds the place of an id.`);
  if (isLookAlike(name))
    return plain(`${said} reads as the name of a standard or a version, which is never taken for an incident.`);
  const { reviews } = resolved(name, known);
  if (reviews.length > 0) return notByItself(said, name, reviews);
  if (isBareDate(name)) return plain(`${said} is a date, and no review is named by it.`);
  return notKnown(said, name, known);
}

function plain(sentence: string): Explanation {
  return { sentence, help: [] };
}

function resolved(name: string, known: KnownIds): { readonly reviews: readonly ReviewDocument[] } {
  const resolution = known.resolve(name);
  return { reviews: resolution.kind === 'known' ? resolution.reviews : [] };
}

function notCounted(name: string, reviews: readonly ReviewDocument[], { isProse }: NamePlace): Explanation {
  const what = reviews.length > 0 ? `${name} names a review` : `${name} reads as an id of this library`;
  const help = reviews.slice(0, 1).map(({ id }) => ({ kind: 'review' as const, id }));
  if (isProse) return { sentence: `${what}, but code spans and fences in prose are left alone.`, help };
  return {
    sentence: `${what}, but it does not stand in a comment. What else counts is set by precedent.matchIn.`,
    help: [{ kind: 'setting', name: 'precedent.matchIn' }, ...help],
  };
}

function nothingHere(others: readonly string[]): Explanation {
  if (others.length === 0) return plain('Nothing at the cursor reads as an id.');
  const names = joinWords(
    others.map((each) => shortLine(each, 60)),
    3,
  );
  return plain(`Nothing at the cursor reads as an id. Put it on ${names}.`);
}

/** Names that would be found everywhere if they counted by themselves. */
function notByItself(said: string, name: string, reviews: readonly ReviewDocument[]): Explanation {
  const help = reviews.slice(0, 1).map(({ id }) => ({ kind: 'review' as const, id }));
  if (isDistinctive(name)) {
    return {
      sentence: `${said} names a review, but here it is part of a longer word, or its line is very long.`,
      help,
    };
  }
  const what = isBareDate(name) ? 'a date' : /^\d+$/.test(name) ? 'a number' : 'an ordinary word';
  return {
    sentence: `${said} names a review, but ${what} counts only behind a marker (incident: ${said}), in a link or in a path.`,
    help,
  };
}

function notKnown(said: string, name: string, known: KnownIds): Explanation {
  const closest = known.closest(name, 3);
  const near = closest.length === 0 ? '' : ` Closest: ${joinWords(closest, 3)}.`;
  const help = [...closest.slice(0, 2).map((id) => ({ kind: 'review' as const, id })), { kind: 'search' as const }];
  if (!isDistinctive(name))
    return { sentence: `No review is named ${said}.${near}`, help: closest.length === 0 ? [] : help };
  const families = joinWords(known.families, 3);
  const form = families === '' ? '' : ` Ids here have the form ${families}.`;
  return {
    sentence: `No review is named ${said}, and nothing in the library teaches that such names are ids.${form}${near}`,
    help: [...help, { kind: 'setting', name: 'precedent.idPatterns' }],
  };
}
