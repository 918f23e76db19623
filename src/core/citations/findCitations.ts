import { allSteps, type Steps } from '../steps';
import type { FoundCitation } from './citation';
import { DocumentRole } from './documentRole';
import type { KnownIds } from './knownIds';
import type { Language } from './languages';
import { lineCitations } from './lineCitations';
import { scanningSpans } from './scanText';
import { type LineVisitor, SpansByLine } from './spansByLine';
import type { SpanSink } from './textScanner';

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
 * counts but code spans and fences; in the document of a review, whatever its form, likewise. A review's own id inside itself is no
 * citation. A language we do not know has no citations. Lines over 10,000 characters are passed over.
 */
export function findCitations(
  text: string,
  told: Language | undefined,
  known: KnownIds,
  options: FindOptions,
): FoundCitation[] {
  return allSteps(findingCitations(text, told, known, options));
}

/** The same in steps: some texts are long. `onSpan` is told of the spans of the text, in a language that was told. */
export function* findingCitations(
  text: string,
  told: Language | undefined,
  known: KnownIds,
  options: FindOptions,
  onSpan?: SpanSink,
): Steps<FoundCitation[]> {
  const role = new DocumentRole(known, options);
  const language = role.language(told);
  if (!language || !known.mayOccurIn(text)) return [];
  const citations: FoundCitation[] = [];
  const visit: LineVisitor = (line, start, spans) => {
    for (const citation of lineCitations(line, spans, language, known, role)) {
      const moved = { ...citation, start: citation.start + start, end: citation.end + start };
      if (!role.isOwn(moved)) citations.push(moved);
    }
  };
  // What is not marked counts there, too.
  const isAll = language.isProse || role.isReview || options.matchIn === 'everywhere';
  const lines = new SpansByLine(text, visit, isAll ? 'all' : 'withSpans');
  // In labels names may stand behind what only reads like a part of them: `\\nINC-7`.
  const places = isAll || language.isDiagram ? undefined : known.placesIn(text);
  yield* scanningSpans(text, language, {
    add(start, end, kind, continues) {
      if (told) onSpan?.add(start, end, kind, continues);
      if (!places || places.from(start) < end) lines.add(start, end, kind, continues);
    },
  });
  lines.finish();
  return citations;
}
