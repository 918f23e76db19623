import type { ReviewDocument } from '../reviews/review';
import { type CitationEdit, type CitingDocument, citationEdit } from './citationEdit';
import { type CitationFormat, formatsAt } from './citationFormat';
import { namesOf, recognisedName } from './citationFormats';
import { plainCitation } from './citationLink';
import { fillTemplate } from './citationTemplate';
import { footnoteEdits } from './footnoteEdits';
import { markupOf } from './linkMarkup';
import { quoteEdit } from './quoteEdit';

/**
 * The edits that cite a review at an offset of a document in a format, in the order of their offsets; where the format has no form there, in
 * the one that the language asks for. Nothing where no citation can stand there, see {@link citationEdit}.
 */
export function citationEdits(
  review: ReviewDocument,
  passage: string | undefined,
  document: CitingDocument,
  offset: number,
  format: CitationFormat,
): readonly CitationEdit[] | undefined {
  const isOffered = formatsAt(document, offset).some(({ kind }) => kind === format.kind) || format.kind === 'own';
  const edits = isOffered ? inFormat(review, passage, document, offset, format) : undefined;
  if (edits) return edits;
  const usual = citationEdit(review, passage, document, offset);
  return usual && [usual];
}

/** The edits of a format; nothing where it has no form at the offset. */
export function inFormat(
  review: ReviewDocument,
  passage: string | undefined,
  document: CitingDocument,
  offset: number,
  format: CitationFormat,
): readonly CitationEdit[] | undefined {
  const { languageId, fromPath, language } = document;
  const markup = language?.isProse ? markupOf(languageId, fromPath) : 'plain';
  const one = (edit: CitationEdit | undefined) => edit && [edit];
  const said = (words: string | undefined) =>
    words === undefined ? undefined : one(citationEdit(review, passage, document, offset, words));
  switch (format.kind) {
    case 'usual':
      return one(citationEdit(review, passage, document, offset));
    case 'id':
      return said(recognisedName(review, passage));
    case 'plain':
      return said(plainCitation(review, namesOf(review, passage), markup));
    case 'quote':
      return one(quoteEdit(review, passage, document, offset));
    case 'footnote':
      return footnoteEdits(review, passage, document, offset);
    case 'own':
      return said(
        fillTemplate(format.template, review, {
          markup,
          ...(passage === undefined ? {} : { passage }),
          ...(fromPath === undefined ? {} : { fromPath }),
        }),
      );
  }
}
