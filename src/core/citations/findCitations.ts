import type { FoundCitation } from './citation';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';

/** Where in a text citations count. */
export type MatchIn = 'comments' | 'commentsAndStrings' | 'everywhere';

/** What the finder is told beside the text. */
export interface FindOptions {
  readonly matchIn: MatchIn;
  /** Path of the document relative to the root, `/` separators: to follow relative links, and to leave a review's own id alone. */
  readonly path?: string;
  /** Key of the document as its reader names it, where it may be a review itself. */
  readonly key?: string;
}

/**
 * Finds every incident that a text names, in order, without overlap.
 *
 * Only comments count in code: `fetch("/INC-7")` talks to a server, `// see INC-7` talks to a colleague. In prose, everything
 * counts but code spans and fences. A language we do not know has no citations.
 */
export function findCitations(
  _text: string,
  _language: Language | undefined,
  _known: KnownIds,
  _options: FindOptions,
): FoundCitation[] {
  return [];
}
