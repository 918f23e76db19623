import type { Span } from '../text/span';
import type { FoundCitation } from './citation';
import { citationAt } from './citationAt';
import { DocumentRole } from './documentRole';
import { type ExplainedWord, wordAt } from './explainedWord';
import { type FindOptions, findCitations, type MatchIn } from './findCitations';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import { longestLine } from './lineCitations';
import { linesOf } from './lines';
import { initialState } from './scanLine';
import { scanNext } from './scanText';

/** Where in a text an offset is, as far as citations go. `codeInProse` is a code span or a fence, `codeInDiagram` what nobody reads in one. */
export type ExplainedPlace =
  | 'unknownLanguage'
  | 'comment'
  | 'string'
  | 'code'
  | 'prose'
  | 'diagram'
  | 'codeInDiagram'
  | 'codeInProse'
  | 'review'
  | 'longLine';

/** Why there is, or is not, a citation at an offset: facts, to be worded by somebody else. */
export interface Explanation {
  /** VS Code's id of the language as the scanner knows it; nothing where it does not. */
  readonly language?: string;
  readonly place: ExplainedPlace;
  readonly matchIn: MatchIn;
  /** Whether citations count at this place. */
  readonly isSearched: boolean;
  /** How many reviews are known. */
  readonly reviewCount: number;
  /** The families that ids of the library form. */
  readonly families: readonly string[];
  /** What stands at the offset and might be meant as an id; nothing on blanks. */
  readonly word?: ExplainedWord & Span;
  /** The citation that is found there. */
  readonly citation?: FoundCitation;
  /** Known ids that may be meant, best first; only where no review is found. */
  readonly closest: readonly string[];
}

/** Says what was recognised at an offset of a text, and why that is a citation or is none. Never throws; offsets outside are taken for its end. */
export function explain(
  text: string,
  offset: number,
  told: Language | undefined,
  known: KnownIds,
  options: FindOptions,
): Explanation {
  const role = new DocumentRole(known, options);
  const language = role.language(told);
  const at = Math.max(0, Math.min(offset, text.length));
  const place = language ? placeOf(text, at, language, role) : 'unknownLanguage';
  const citation = citationAt(findCitations(text, told, known, options), at);
  const word = wordAt(text, at, known, role);
  const isKnown = citation !== undefined ? citation.reviews.length > 0 : word?.verdict === 'known';
  return {
    ...(language ? { language: language.id } : {}),
    place,
    matchIn: options.matchIn,
    isSearched: isSearched(place, options.matchIn),
    reviewCount: known.library.reviews.length,
    families: known.families,
    ...(word ? { word } : {}),
    ...(citation ? { citation } : {}),
    closest: word && !isKnown ? known.closest(word.text, 3) : [],
  };
}

function isSearched(place: ExplainedPlace, matchIn: MatchIn): boolean {
  if (place === 'unknownLanguage' || place === 'longLine') return false;
  if (place === 'comment' || place === 'prose' || place === 'diagram' || place === 'review') return true;
  return matchIn === 'everywhere' || (matchIn === 'commentsAndStrings' && place === 'string');
}

function placeOf(text: string, offset: number, language: Language, role: DocumentRole): ExplainedPlace {
  let state = initialState(language.mode);
  for (const line of linesOf(text)) {
    const { spans, next } = scanNext(line.text, state, line.start === 0);
    state = next;
    const column = offset - line.start;
    if (column > line.text.length) continue;
    if (line.text.length > longestLine) return 'longLine';
    const kind = spans.find(({ start, end }) => start <= column && column <= end)?.kind;
    if (language.isProse && kind === 'code') return 'codeInProse';
    if (role.isReview) return 'review';
    if (kind === 'label' || (kind === 'comment' && (language.isProse || language.isDiagram))) return 'diagram';
    if (language.isDiagram) return 'codeInDiagram';
    return language.isProse ? 'prose' : (kind ?? 'code');
  }
  return language.isProse ? 'prose' : 'code';
}
