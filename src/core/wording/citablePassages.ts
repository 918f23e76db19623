import type { ReviewDocument } from '../reviews/review';
import { isExcluded, isInTranscript } from './passageText';

/** A part of a review that can be cited, and what to say of it. */
export interface CitablePassage {
  readonly passage: string;
  readonly text: string;
}

/** The headings that can be cited behind `#`, or the moments behind `@`, in order; not the title, never words of a transcript. */
export function citablePassages(review: ReviewDocument, mark: '#' | '@'): readonly CitablePassage[] {
  if (mark === '#') {
    return review.sections
      .filter(
        ({ start, heading }) => !isExcluded(review, start) && heading !== review.title && heading !== review.rawTitle,
      )
      .map(({ passage, heading }) => ({ passage, text: heading }));
  }
  const first = new Map<string, string>();
  for (const { time, start, kind, text } of review.moments) {
    if (isExcluded(review, start)) continue;
    const isSpoken = kind === 'transcript' || isInTranscript(review, start);
    if (!first.get(time)) first.set(time, isSpoken ? '' : text);
  }
  return [...first].map(([passage, text]) => ({ passage, text }));
}
