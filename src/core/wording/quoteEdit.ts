import type { ReviewDocument } from '../reviews/review';
import { brokenUp, commentEnds } from './brokenUp';
import { type CitationEdit, type CitingDocument, citationEdit, linesAround } from './citationEdit';
import { namesOf } from './citationFormats';
import { isProseAt } from './isProseAt';
import { type LinkMarkup, markupOf, plainWords } from './linkMarkup';
import { proseLink } from './proseLink';
import { quoteOf, shortQuoteOf } from './quoteOf';

/** A quotation and where it is from, both in the markup of a document, one line each. */
interface Quotation {
  readonly said: string;
  readonly source: string;
}

/**
 * Words of a review, quoted with their source: a block of its own where the language has one, in the paragraph, list item or quotation at
 * the offset; a sentence in tables and elsewhere; in code, a comment. `given` are words that somebody chose; without them the review's own.
 *
 * Nothing where there are no words to quote, see {@link quoteOf}, and in what is not read as prose.
 */
export function quoteEdit(
  review: ReviewDocument,
  passage: string | undefined,
  document: CitingDocument,
  offset: number,
  given?: string,
): CitationEdit | undefined {
  const { language, text, languageId, fromPath } = document;
  if (!language) return undefined;
  if (!language.isProse) {
    const short = given ?? shortQuoteOf(review, passage);
    return short === undefined
      ? undefined
      : citationEdit(review, passage, document, offset, `see ${namesOf(review, passage).cited}: “${short}”`);
  }
  const quote = given ?? quoteOf(review, passage);
  if (quote === undefined || !isProseAt(text, language, offset)) return undefined;
  const markup = fromPath === undefined ? 'plain' : markupOf(languageId, fromPath);
  const date = review.date === undefined ? '' : `, ${review.date}`;
  const quotation: Quotation = {
    said: `“${brokenUp(plainWords(quote, markupOf(languageId, fromPath)), commentEnds)}”`,
    source: `${proseLink(review, passage, document)}${date}`,
  };
  const block = blocks[markup];
  const indentation = block && roomFor(text, offset, markup);
  if (!block || indentation === undefined) {
    return citationEdit(review, passage, document, offset, `${quotation.said} — ${quotation.source}`);
  }
  return ownBlock(text, offset, block(quotation), indentation);
}

const blocks: Readonly<Partial<Record<LinkMarkup, (quotation: Quotation) => readonly string[]>>> = {
  markdown: ({ said, source }) => [`> ${said}`, '>', `> — ${source}`],
  asciidoc: ({ said, source }) => ['____', said, '', `— ${source}`, '____'],
  rst: ({ said, source }) => [`   ${said}`, '', `   -- ${source}`],
  org: ({ said, source }) => ['#+begin_quote', said, '', `— ${source}`, '#+end_quote'],
};

/** What the lines of a block must begin with to belong where the offset is; nothing where no block can stand. */
function roomFor(text: string, offset: number, markup: LinkMarkup): string | undefined {
  const { before, after } = linesAround(text, offset);
  const line = before + after;
  if (/^\s*[|+]/.test(line) && !/^\s*\+ /.test(line)) return undefined;
  const quoted = markup === 'markdown' ? (/^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(line)?.[0] ?? '') : '';
  const indentation = quoted === '' ? (/^[ \t]*/.exec(line)?.[0] ?? '') : quoted;
  const marker = /^(?:[-*+•]|\d{1,9}[.)]|\*{1,5}|\.{1,5})[ \t]+/.exec(line.slice(indentation.length))?.[0] ?? '';
  // There, a block in a list item needs marks of its own.
  if (marker !== '' && (markup === 'asciidoc' || markup === 'org')) return undefined;
  return indentation + ' '.repeat(marker.length);
}

/** A block on lines of its own, with blank lines around it: at the offset where its line is blank, else below that line. */
function ownBlock(text: string, offset: number, lines: readonly string[], indentation: string): CitationEdit {
  const { before, after, lineEnd, lineAbove, start } = linesAround(text, offset);
  const end = offset + after.length;
  const blank = indentation.trimEnd();
  const block = lines.map((line) => (line === '' ? blank : `${indentation}${line}`));
  const next = /^(?:\r\n|\n|\r)?([^\r\n]*)/.exec(text.slice(end))?.[1] ?? '';
  const below = next.trim() === '' ? [] : [blank];
  if ((before + after).trim() === '') {
    const above = lineAbove === undefined || lineAbove.trim() === '' ? [] : [blank];
    const [first = '', ...others] = [...above, ...block, ...below];
    return { offset: start, text: [first, ...others].join(lineEnd) };
  }
  return { offset: end, text: ['', blank, ...block, ...below].join(lineEnd) };
}
