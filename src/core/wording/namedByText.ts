import type { FoundCitation } from '../citations/citation';
import { findCitations } from '../citations/findCitations';
import type { KnownIds } from '../citations/knownIds';
import { Languages } from '../citations/languages';

/** Longer texts are no name, in UTF-16 units. */
const longest = 2000;

/**
 * The citation that a text is, as a whole: a path, an address or an id of one review, with nothing else beside it. Nothing for any other text.
 * `path` is that of the document it will stand in, so that relative ways are followed.
 */
export function namedByText(text: string, known: KnownIds, path?: string): FoundCitation | undefined {
  const said = text.trim();
  const language = Languages.builtIn.find({ languageId: 'plaintext' });
  if (said === '' || said.length > longest || /[\r\n]/.test(said)) return undefined;
  const found = findCitations(said, language, known, { matchIn: 'comments', ...(path === undefined ? {} : { path }) });
  const [citation] = found;
  return found.length === 1 && citation?.start === 0 && citation.end === said.length && citation.reviews.length === 1
    ? citation
    : undefined;
}
