import { quotedSentence } from '../citations/relatedWords';
import type { CitingSentence } from './card';
import { escapeIcons } from './escapeIcons';
import { shortLine } from './shortLine';

/** What stands behind the sentence has to be seen in an editor beside another one. */
const longestSentence = 60;
const longestName = 30;

/**
 * What the lens on the title of a review says: one sentence that cites it, and how many more places do. A way in, not a score: nothing
 * where there is nothing to read.
 *
 * `places` counts the places that cite the review, the sentence's own included; where they are known `isInPart`, since not all files were searched,
 * it says so. Safe as a label: one line, no icons, nothing unseen.
 */
export function citedLens(sentence: CitingSentence | undefined, places: number, isInPart = false): string {
  if (places === 0) return '';
  const cited = isInPart ? 'Cited so far in' : 'Cited in';
  if (!sentence) return places === 1 ? `${cited} one place…` : `${cited} ${places} places…`;
  const name = shortLine(sentence.path.split('/').at(-1) ?? '', longestName);
  const words = `${cited} ${name}: ${quotedSentence(shortLine(sentence.sentence, longestSentence))}`;
  return escapeIcons(places === 1 ? words : `${words} and ${places - 1} more…`);
}
