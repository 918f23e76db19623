import type { IndexedCitation } from '../citations/citationIndex';
import { isSpoken } from '../citations/isSpoken';
import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import type { CitingSentence } from './card';
import { readableSentence } from './readableSentence';

/** The place at which a card is shown, which needs no card to tell about it. */
export interface PlaceShown {
  readonly file: string;
  /** Offset, 0-based UTF-16 units. */
  readonly start: number;
}

/** A card has room for no more. */
const mostSentences = 2;

/**
 * The sentences of other documents that cite a review, in the order of its citations, each once, two at most: not what its own file says,
 * nor what stands where the reader is, nor what somebody said in a conversation.
 */
export function citingSentences(
  review: Pick<ReviewDocument, 'key'>,
  citations: readonly IndexedCitation[],
  library: Library,
  except?: PlaceShown,
): CitingSentence[] {
  const told = new Map<string, CitingSentence>();
  for (const indexed of citations) {
    if (told.size === mostSentences) break;
    const { file, start, citation } = indexed;
    if (file === review.key || (file === except?.file && start === except.start) || isSpoken(indexed, library))
      continue;
    const sentence = readableSentence(citation, 240);
    if (sentence !== '' && !told.has(sentence))
      told.set(sentence, { sentence, path: citation.path, line: citation.line });
  }
  return [...told.values()];
}
