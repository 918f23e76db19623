import { quotedText } from '../reviews/quotedText';
import type { ReviewDocument } from '../reviews/review';
import { sectionAt } from '../reviews/sectionsAround';
import type { Span } from '../text/span';
import { cutText } from './cutText';
import { insertableLine } from './oneLine';
import { isExcluded, isInTranscript, isQuotable } from './passageText';

/** A quotation is shorter, in visible characters. */
const longest = 600;

/** What was copied from a review: which part of it, and its words where they may leave the review. */
export interface CopiedPassage {
  readonly passage?: string;
  /** One line of plain text. */
  readonly quote?: string;
}

/**
 * What a stretch of a review's file is, when it is pasted as a citation: the moment on its line, else the heading above it, and its words. Words
 * of a transcript, of lists of people and below excluded headings are not quoted. Nothing for a stretch outside of the review.
 *
 * The stretch is in offsets of the file, 0-based UTF-16 units, of the text as it was read.
 */
export function copiedPassage(review: ReviewDocument, { start, end }: Span): CopiedPassage | undefined {
  const from = start - (review.startsAt?.offset ?? 0);
  const to = end - (review.startsAt?.offset ?? 0);
  if (from < 0 || to > review.text.length || from >= to) return undefined;
  const copied = review.text.slice(from, to);
  const first = from + (copied.length - copied.trimStart().length);
  if (isExcluded(review, first) || isExcluded(review, to - 1)) return {};
  const moment = review.moments.find((each) => each.start <= first && first < each.end);
  const section = sectionAt(review, first);
  const isTitle = section !== undefined && (section.heading === review.title || section.heading === review.rawTitle);
  const passage = moment?.time ?? (section && !isTitle ? section.passage : undefined);
  const named = passage === undefined ? {} : { passage };
  const isSpoken =
    isInTranscript(review, first) ||
    review.moments.some((each) => each.kind === 'transcript' && each.start < to && each.end > first);
  if (isSpoken || (section && !isQuotable(review, section))) return named;
  const quote = cutText(insertableLine(quotedText(copied, review.format)), longest).replace(/^[“"]+|[”"]+$/g, '');
  return quote === '' ? named : { ...named, quote };
}
