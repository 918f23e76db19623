import { diagramAround } from '../citations/diagramAround';
import type { CitingDocument } from './citationEdit';
import { markupOf } from './linkMarkup';

/**
 * A form in which a citation can be written. `usual` is what the language asks for: a comment, a link, a label; `own` is a template of
 * the team's.
 */
export type CitationFormat =
  | { readonly kind: 'usual' | 'id' | 'plain' | 'footnote' | 'quote' }
  | { readonly kind: 'own'; readonly name: string; readonly template: string };

/** What the language asks for. */
export const usualFormat: CitationFormat = { kind: 'usual' };

/** The form under which a format is remembered: the same for the same format in another session. */
export function formatKey(format: CitationFormat): string {
  return format.kind === 'own' ? `own:${format.name}` : format.kind;
}

/** What the language asks for at an offset of a document. */
export type UsualForm = 'link' | 'words' | 'comment' | 'drawing';

/** In which form a citation is written at an offset of a document where nobody chose another. */
export function usualForm({ language, text, languageId, fromPath }: CitingDocument, offset: number): UsualForm {
  if (language && diagramAround(text, language, offset)) return 'drawing';
  if (language && !language.isProse) return 'comment';
  return fromPath === undefined || markupOf(languageId, fromPath) === 'plain' ? 'words' : 'link';
}

/** The forms that a citation can take at an offset of a document: first the team's own ones, then the others, the usual one first. */
export function formatsAt(
  document: CitingDocument,
  offset: number,
  own: readonly CitationFormat[] = [],
): readonly CitationFormat[] {
  if (!document.language) return [usualFormat];
  switch (usualForm(document, offset)) {
    case 'drawing':
      return [usualFormat];
    case 'link':
      return [...own, usualFormat, { kind: 'footnote' }, { kind: 'quote' }, { kind: 'plain' }, { kind: 'id' }];
    default:
      return [...own, usualFormat, { kind: 'quote' }, { kind: 'id' }];
  }
}
