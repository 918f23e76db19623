import type { Material, ReviewDocument } from '../reviews/review';
import { type CitationEdit, type CitingDocument, citationEdit } from './citationEdit';
import { citationEdits, inFormat } from './citationEdits';
import { type CitationFormat, formatKey, formatsAt } from './citationFormat';
import { namesOf, recognisedName } from './citationFormats';
import { citationLink } from './citationLink';
import { materialCitation } from './materialCitation';

/** What is to be cited: a review, a part of it, or something that belongs to it. */
export interface Cited {
  readonly review: ReviewDocument;
  readonly passage?: string;
  readonly material?: Material;
}

/** One way to cite it at a place. */
export interface CitationChoice {
  /** Nothing where there is but one way. */
  readonly format?: CitationFormat;
  readonly edits: readonly CitationEdit[];
}

/**
 * The ways to cite at an offset of a document, that in the preferred format first, each with its edits in the order of their offsets; no two
 * that write the same. Several reviews at once, and materials, have one way. None where no citation can stand there.
 */
export function citationChoices(
  cited: readonly [Cited, ...Cited[]],
  document: CitingDocument,
  offset: number,
  { preferred, own }: { readonly preferred: CitationFormat; readonly own: readonly CitationFormat[] },
): readonly CitationChoice[] {
  const [{ review, passage, material }, ...others] = cited;
  if (others.length > 0 || material) {
    const edit = citationEdit(review, passage, document, offset, wordsFor(cited, document));
    return edit ? [{ edits: [edit] }] : [];
  }
  const first = citationEdits(review, passage, document, offset, preferred);
  if (!first) return [];
  const choices: CitationChoice[] = [{ format: preferred, edits: first }];
  const written = new Set([JSON.stringify(first)]);
  for (const format of formatsAt(document, offset, own)) {
    if (formatKey(format) === formatKey(preferred)) continue;
    const edits = inFormat(review, passage, document, offset, format);
    if (!edits || written.has(JSON.stringify(edits))) continue;
    written.add(JSON.stringify(edits));
    choices.push({ format, edits });
  }
  return choices;
}

/** All of them in one line. */
function wordsFor(cited: readonly Cited[], document: CitingDocument): string {
  const { language, languageId, fromPath } = document;
  const isProse = language?.isProse ?? false;
  const said = cited.map(({ review, passage, material }) => {
    if (material) return materialCitation(review, material, document).replace(/^see /, '');
    if (!isProse) return recognisedName(review, passage);
    const place = {
      languageId,
      isProse,
      isInComment: false,
      at: { before: '', after: '' },
      ...(fromPath === undefined ? {} : { fromPath }),
      ...(passage === undefined ? {} : { passage }),
    };
    return citationLink(review, place, namesOf(review, passage));
  });
  return `${isProse ? '' : 'see '}${said.join(', ')}`;
}
