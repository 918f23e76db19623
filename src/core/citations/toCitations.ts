import { type LineColumn, LineIndex } from '../text/lineIndex';
import type { Citation, FoundCitation } from './citation';
import { citingSentence } from './citingSentence';
import { type ReadSpan, readSpans } from './commentSpans';
import type { Language } from './languages';
import { relatedWords } from './relatedWords';

/** Citations found in a text as the command line prints them and the API hands them out, in the same order. */
export function toCitations(
  found: readonly FoundCitation[],
  text: string,
  path: string,
  language: Language | undefined,
): Citation[] {
  if (found.length === 0) return [];
  const lines = new LineIndex(text);
  const spans = language ? readSpans(text, language) : [];
  return found.map((citation) => toCitation(citation, text, path, lines.at(citation.start), spans));
}

/** One citation found in a text, at this place, with what is known of the text. */
export function toCitation(
  { start, end, text: written, id, passage, reviews, kind }: FoundCitation,
  text: string,
  path: string,
  { line, column }: LineColumn,
  spans: readonly ReadSpan[],
): Citation {
  return {
    path,
    line,
    column,
    endColumn: column + end - start,
    text: written,
    id,
    ...(passage === undefined ? {} : { passage }),
    known: reviews.length > 0,
    kind,
    sentence: citingSentence(text, { start, end }, spans) || relatedWords(text, path),
  };
}
