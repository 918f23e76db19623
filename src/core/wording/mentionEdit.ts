import type { ReviewDocument } from '../reviews/review';
import type { CitationPlace } from './citationFormats';
import { recognisedName } from './citationFormats';
import { linkAround } from './citationLink';
import { harmlessInComment } from './harmlessInComment';

/** Where the words stand. */
export interface MentionPlace extends Pick<CitationPlace, 'fromPath' | 'languageId'> {
  /** Whether they stand in a comment of code, not in prose. */
  readonly isInComment?: boolean;
}

/**
 * What to write in place of words that mention a review, so that they cite it: a link around them where the language has links, else
 * its name in brackets behind them. The words themselves stay. Nothing where a comment cannot hold the name.
 */
export function mentionEdit(words: string, review: ReviewDocument, place: MentionPlace): string | undefined {
  const name = recognisedName(review, undefined);
  if (place.isInComment && harmlessInComment(name, place) !== name) return undefined;
  const link = place.isInComment ? undefined : linkAround(words, review, place);
  return link ?? `${words} (${name})`;
}
