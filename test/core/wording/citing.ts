import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import type { CitationEdit, CitingDocument } from '../../../src/core/wording/citationEdit';
import { citationEdits } from '../../../src/core/wording/citationEdits';
import type { CitationFormat } from '../../../src/core/wording/citationFormat';
import { libraryOf } from './reviewOf';

/** A document with a cursor at `‸`, as whoever cites sees it. */
export function citingAt(source: string, languageId: string, fromPath?: string) {
  const offset = source.indexOf('‸');
  const text = source.replace('‸', '');
  const document: CitingDocument = {
    text,
    languageId,
    language: Languages.builtIn.find({ languageId }),
    ...(fromPath === undefined ? {} : { fromPath }),
  };
  return { document, offset };
}

/** The text after a review was cited at `‸` in a format; nothing where it cannot be. */
export function cited(
  review: ReviewDocument,
  source: string,
  languageId: string,
  format: CitationFormat,
  { fromPath, passage }: { readonly fromPath?: string; readonly passage?: string } = {},
): string | undefined {
  const { document, offset } = citingAt(source, languageId, fromPath);
  const edits = citationEdits(review, passage, document, offset, format);
  return edits && applied(document.text, edits);
}

/** A text after edits that are in the order of their offsets. */
export function applied(text: string, edits: readonly CitationEdit[]): string {
  return edits.toReversed().reduce((now, edit) => now.slice(0, edit.offset) + edit.text + now.slice(edit.offset), text);
}

/** The names under which a text cites a review, as the finder sees it. */
export function citationsIn(text: string, languageId: string, path: string, review: ReviewDocument): string[] {
  const known = new KnownIds(libraryOf([review]));
  const language = Languages.builtIn.find({ languageId });
  return findCitations(text, language, known, { matchIn: 'comments', path }).map(({ id, reviews }) =>
    reviews.length > 0 ? id : `${id}?`,
  );
}
