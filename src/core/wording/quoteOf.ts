import type { ReviewDocument } from '../reviews/review';
import { citedPassage } from './citedPassage';
import { cutText } from './cutText';
import { firstSentence } from './firstSentence';
import { insertableLine } from './oneLine';
import { isExcluded, isInTranscript, isQuotable, passageText } from './passageText';

/** Enough for a document to say what it means, in visible characters. */
const longest = 320;

/**
 * Words of a review to quote where it is cited, on one line: those of the passage or moment, else what surprised people, what was
 * difficult, its summary or its first paragraph.
 *
 * Nothing where there are none, or where they may not leave the review: words of a transcript, people, and headings that are excluded.
 */
export function quoteOf(review: ReviewDocument, passage: string | undefined): string | undefined {
  const text = passage === undefined ? ofReview(review) : ofPassage(review, passage);
  const line = cutText(insertableLine((text ?? '').slice(0, 4000)), longest).replace(/^[“"”]+|[“"”]+$/g, '');
  return line === '' ? undefined : line;
}

/** The first sentence of that quote, for where there is little room. */
export function shortQuoteOf(review: ReviewDocument, passage: string | undefined): string | undefined {
  const quote = quoteOf(review, passage);
  return quote === undefined ? undefined : cutText(firstSentence(quote), 120);
}

function ofReview({ surprises, difficulties, summary, firstParagraph }: ReviewDocument): string | undefined {
  return surprises[0] ?? difficulties[0] ?? summary ?? firstParagraph;
}

function ofPassage(review: ReviewDocument, passage: string): string | undefined {
  const cited = citedPassage(review, passage);
  if (cited?.kind === 'section') {
    return isQuotable(review, cited.section) ? passageText(review, cited.section) : undefined;
  }
  return cited?.moments.find(
    ({ kind, start }) => kind === 'timeline' && !isExcluded(review, start) && !isInTranscript(review, start),
  )?.text;
}
