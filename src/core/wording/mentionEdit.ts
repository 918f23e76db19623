import type { ReviewDocument } from '../reviews/review';
import type { CitationPlace } from './citationFormats';
import { recognisedName } from './citationFormats';
import { linkAround } from './citationLink';

/**
 * What to write in place of words that mention a review, so that they cite it: a link around them where the language has links, else
 * its name in brackets behind them. The words themselves stay.
 */
export function mentionEdit(
  words: string,
  review: ReviewDocument,
  place: Pick<CitationPlace, 'fromPath' | 'languageId'>,
): string {
  return linkAround(words, review, place) ?? `${words} (${recognisedName(review, undefined)})`;
}
