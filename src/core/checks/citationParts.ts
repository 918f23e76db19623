import type { FoundCitation } from '../citations/citation';

/** A citation as written, taken apart: what names the review, and, with its mark, what names a part of it (`#impact`, `@14:06`; else empty). */
export interface CitationParts {
  readonly name: string;
  readonly passage: string;
}

/** Takes the text of a citation apart. A time may be written shorter or longer than the citation tells it: its mark is looked for. */
export function citationParts({ text, passage }: Pick<FoundCitation, 'text' | 'passage'>): CitationParts {
  if (passage === undefined) return { name: text, passage: '' };
  const slugAt = text.length - passage.length - 1;
  const at = text[slugAt] === '#' ? slugAt : text.lastIndexOf('@');
  return at < 1 ? { name: text, passage: '' } : { name: text.slice(0, at), passage: text.slice(at) };
}
