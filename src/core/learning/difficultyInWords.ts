import type { ReviewDocument } from '../reviews/review';
import { difficultiesIn, difficultiesOf } from './difficulty';
import type { Difficulty } from './difficultyWords';

/**
 * What a review tells of a difficulty, in its own words: a whole sentence that says it; else the heading under which it is told, with the first
 * sentence there. Nothing where it tells none.
 */
export function difficultyInWords(review: ReviewDocument, difficulty: Difficulty): string | undefined {
  const told = difficultiesIn(review).get(difficulty) ?? [];
  const whole = told.find(({ text }) => isWhole(text) && difficultiesOf(text).includes(difficulty));
  if (whole) return `“${whole.text}”`;
  const [first] = told;
  if (!first) return undefined;
  const { heading } =
    review.sections.findLast(({ bodyStart, end }) => first.start >= bodyStart && first.start < end) ?? {};
  if (heading === undefined) return `“${first.text}”`;
  return `${heading}${/[\p{L}\p{N})]$/u.test(heading) ? ':' : ''} “${first.text}”`;
}

/** Whether these are more than a few words, begin as a sentence does and end as one. */
function isWhole(text: string): boolean {
  if (/[。！？]$/.test(text)) return true;
  return /^["'“„‘(*]?[\p{Lu}\p{N}]/u.test(text) && /[.!?…]["'”’)*]?$/.test(text) && text.split(' ', 4).length > 3;
}
