import type { Explanation } from '../citations/explain';
import { joinWords } from './joinWords';
import { lensTitle } from './lensTitle';
import { shortLine } from './shortLine';

/**
 * Why there is, or is not, a citation at a place, in plain sentences: what stands there, then what would help. The first sentence
 * answers alone.
 */
export function explainSentences(explanation: Explanation): readonly string[] {
  const { citation, closest, word } = explanation;
  const near = closest.length === 0 ? [] : [`Closest: ${ids(closest)}.`];
  if (citation && citation.reviews.length > 0) {
    return [`${name(citation.text)} is recognised: ${lensTitle(citation.reviews)}.`];
  }
  if (citation) return [`${name(citation.text)} is recognised, but no review here has this id.`, ...near];
  if (explanation.reviewCount === 0) return ['No reviews were found, so there is nothing to recognise.'];
  if (!explanation.isSearched) return [notSearched(explanation)];
  if (!word) return ['Nothing stands here that could be an id.'];
  return [aboutWord(explanation, name(word.text)), ...familiesFor(explanation), ...near];
}

function notSearched({ place, language, word }: Explanation): string {
  const what = word === undefined ? 'what stands here' : name(word.text);
  switch (place) {
    case 'unknownLanguage':
      return 'It is not known how this language marks its comments. Say it in precedent.comments.';
    case 'longLine':
      return 'This line is too long to be looked at.';
    case 'codeInProse':
      return `Code spans and fences are left alone, so ${what} does not count.`;
    case 'codeInDiagram':
      return `Only what people read in a diagram counts, labels and comments, and ${what} stands in neither.`;
    default:
      return `Only comments count in ${language ?? 'this language'}, and ${what} stands in ${
        place === 'string' ? 'a string' : 'code'
      }. What else counts is set by precedent.matchIn.`;
  }
}

function aboutWord({ word }: Explanation, said: string): string {
  switch (word?.verdict) {
    case 'known':
      return `${said} names a review, but not where it stands here.`;
    case 'ownId':
      return `${said} is the id of the review that you are looking at.`;
    case 'needsMarker':
      return `${said} names a review, but is too ordinary to count by itself: write incident: ${said}, a link or a path.`;
    case 'placeholder':
      return `${said} only holds the place of an id.`;
    case 'date':
      return `${said} is a date, which counts only behind a marker (incident: ${said}), in a link or in a path.`;
    case 'lookAlike':
      return `${said} reads as the name of a standard or a version, which is never taken for an incident.`;
    case 'unknownId':
      return `${said} looks like an id of this library, but no review has it.`;
    case 'insideLongerWord':
      return `${name(word.inner ?? '')} stands inside of a longer word, ${said}, where it is not looked for.`;
    case 'unknownFamily':
      return `${said} looks like an id, but no review here has one like it.`;
    default:
      return `${said} does not look like an id.`;
  }
}

function familiesFor({ word, families }: Explanation): readonly string[] {
  const helps = word?.verdict === 'unknownFamily' || word?.verdict === 'notAnId';
  return helps && families.length > 0 ? [`Ids here look like ${ids(families)}.`] : [];
}

function name(text: string): string {
  return shortLine(text, 60);
}

function ids(all: readonly string[]): string {
  return joinWords(all.map(name), 3);
}
