import type { Moment, ReviewDocument, Section } from '../reviews/review';

/** The part of a review that a citation names. */
export type CitedPassage =
  | { readonly kind: 'section'; readonly section: Section }
  /** All that happened in that minute, in the order of the document; the timeline before the transcript. */
  | { readonly kind: 'moments'; readonly moments: readonly [Moment, ...Moment[]] };

/** Finds the part that `what-surprised-us` or `14:06` names; nothing where the review has no such part. Case does not matter. */
export function citedPassage(review: ReviewDocument, passage: string): CitedPassage | undefined {
  const section = review.sections.find((each) => each.passage.toLowerCase() === passage.toLowerCase());
  if (section) return { kind: 'section', section };
  const time = minuteOf(passage);
  const [first, ...others] = time === undefined ? [] : review.moments.filter((moment) => moment.time === time);
  if (!first) return undefined;
  const inOrder = [first, ...others].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  return { kind: 'moments', moments: [inOrder[0] ?? first, ...inOrder.slice(1)] };
}

function rank(moment: Moment): number {
  return moment.kind === 'timeline' ? 0 : 1;
}

function minuteOf(passage: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(passage) ?? [];
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}
