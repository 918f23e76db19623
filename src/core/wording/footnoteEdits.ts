import type { ReviewDocument } from '../reviews/review';
import { slug } from '../text/slugs';
import { type CitationEdit, type CitingDocument, citationEdit, linesAround } from './citationEdit';
import { isProseAt } from './isProseAt';
import { type LinkMarkup, markupOf } from './linkMarkup';
import { proseLink } from './proseLink';

/** More footnotes of one review than these have no names of their own. */
const mostOfOne = 50;

/**
 * A footnote that cites a review: its mark at the offset, and, where the language keeps notes at the end, the note there. A note that says
 * the same already is used again. Nothing where the language has no footnotes, and in what is not read as prose.
 */
export function footnoteEdits(
  review: ReviewDocument,
  passage: string | undefined,
  document: CitingDocument,
  offset: number,
): readonly CitationEdit[] | undefined {
  const { language, text, languageId, fromPath } = document;
  if (!language?.isProse || !isProseAt(text, language, offset)) return undefined;
  const markup = markupOf(languageId, fromPath);
  const link = proseLink(review, passage, document);
  const write = (words: string) => citationEdit(review, passage, document, offset, words);
  const inPlace = inPlaceForms[markup];
  if (inPlace) {
    const edit = write(inPlace(link));
    return edit && [edit];
  }
  const form = noteForms[markup];
  const note = form && noteFor(text, review, link, form);
  const mark = note && write(form.mark(note.name));
  if (!note || !mark || !isProseAt(text, language, text.length)) return undefined;
  return note.isThere ? [mark] : [mark, { offset: text.length, text: atEnd(text, note.line, form) }];
}

/** Languages that write the note where its mark stands. */
const inPlaceForms: Readonly<Partial<Record<LinkMarkup, (link: string) => string>>> = {
  asciidoc: (link) => `footnote:[${link}]`,
  org: (link) => `[fn:: ${link}]`,
};

/** How a language names a note and writes it at the end. */
interface NoteForm {
  readonly mark: (name: string) => string;
  readonly note: (name: string, link: string) => string;
  /** How lines of notes begin. */
  readonly isNote: RegExp;
}

const noteForms: Readonly<Partial<Record<LinkMarkup, NoteForm>>> = {
  markdown: {
    mark: (name) => `[^${name}]`,
    note: (name, link) => `[^${name}]: ${link}`,
    isNote: /^\[\^[^\]\s]+\]:/,
  },
  rst: {
    mark: (name) => `[#${name}]_`,
    note: (name, link) => `.. [#${name}] ${link}`,
    isNote: /^\.\. \[#?[^\]\s]+\] /,
  },
};

interface Note {
  readonly name: string;
  readonly line: string;
  readonly isThere: boolean;
}

/** The first name for a note that is free, or that says just this. */
function noteFor(text: string, review: ReviewDocument, link: string, { note }: NoteForm): Note | undefined {
  const lines = new Set(text.split(/\r\n|\n|\r/));
  const base = /^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u.test(review.id) ? review.id : slug(review.id);
  if (base === '') return undefined;
  for (let count = 1; count <= mostOfOne; count++) {
    const name = count === 1 ? base : `${base}.${count}`;
    const line = note(name, link);
    if (lines.has(line)) return { name, line, isThere: true };
    const start = note(name, '').toLowerCase();
    if (![...lines].some((each) => each.toLowerCase().startsWith(start))) return { name, line, isThere: false };
  }
  return undefined;
}

/** A note behind all that stands in a document, in a paragraph of its own, or right below other notes. */
function atEnd(text: string, line: string, { isNote }: NoteForm): string {
  const { lineEnd, before } = linesAround(text, text.length);
  const ended = before === '' ? '' : lineEnd;
  const last =
    text
      .trimEnd()
      .split(/\r\n|\n|\r/)
      .at(-1) ?? '';
  const isBlankAbove = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(`${text}${ended}`);
  return `${ended}${isBlankAbove || isNote.test(last) ? '' : lineEnd}${line}${lineEnd}`;
}
