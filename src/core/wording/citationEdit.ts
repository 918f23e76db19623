import { commentSpans } from '../citations/commentSpans';
import { diagramAround } from '../citations/diagramAround';
import type { CommentMarks, Language } from '../citations/languages';
import type { ReviewDocument } from '../reviews/review';
import { linkSpan } from '../text/linkSpan';
import type { Span } from '../text/span';
import { type CitationPlace, formatCitation, recognisedName } from './citationFormats';
import { diagramEdit } from './diagramEdit';
import { markupOf } from './linkMarkup';

/** Text to insert at an offset of a document. */
export interface CitationEdit {
  /** 0-based, UTF-16 units. */
  readonly offset: number;
  readonly text: string;
}

/** The document into which a citation is written. */
export interface CitingDocument {
  readonly text: string;
  /** Nothing where the scanner does not know it: then only prose could be meant, and nobody can tell. */
  readonly language: Language | undefined;
  readonly languageId: string;
  /** Path as that of the review counts, `/` separators; absent for one that is not saved. */
  readonly fromPath?: string;
  /** The citations that stand in the text already: a cursor in one of them, or at its end, adds to it as to a list. */
  readonly citations?: readonly Span[];
}

/** Marks of comments, the usual ones first. Which of them a language has at a place is not looked up but tried: see {@link citationEdit}. */
const lineMarks = ['//', '#', '--', ';', '%', "'", '!', 'REM', '*>', '\\', '//-', '..', '@rem'];
const blockMarks: readonly (readonly [string, string])[] = [
  ['/*', '*/'],
  ['<!--', '-->'],
  ['{/*', '*/}'],
  ['{#', '#}'],
  ['{{!--', '--}}'],
  ['<%#', '%>'],
  ['<%--', '--%>'],
  ['@*', '*@'],
  ['(*', '*)'],
  ['{-', '-}'],
  ['#|', '|#'],
  ['<#', '#>'],
  ['%{', '%}'],
  ['"', '"'],
];

/** Languages with several line comments, or one of their own: what people write. */
const usualMarks: Readonly<Record<string, string>> = {
  ...{
    terraform: '#',
    ini: ';',
    clojure: ';;',
    lisp: ';;',
    scheme: ';;',
    wat: ';;',
    llvm: ';',
    sql: '--',
    mysql: '--',
  },
  ...{ vimscript: '"', abap: '"', matlab: '%', forth: '\\', mermaid: '%%', apl: '⍝', haml: '-#' },
};

/** Where the scanner is more lenient than the programs that read such files: JSON, and assemblers that agree on no mark. */
const withoutNewComments = new Set(['json', 'asm']);

/**
 * How to cite a review at an offset of a document: in the comment that is there, in a comment of its own, or, in code that cannot
 * take one there, on a line of its own above; as a link in prose.
 *
 * In a citation that is there, or touching it, the new one comes behind it: `INC-24, INC-19`.
 *
 * In a diagram, a fence that draws included, in its comments and labels, or in a comment on a line of its own.
 *
 * What comes of it is looked at by the scanner before it is handed out: the citation stands in a comment, and every other comment
 * and string is what it was. So it holds for code in HTML, templates and notebooks as well. Nothing where there is no such edit.
 *
 * `words` are said instead of what the language asks for, but in diagrams: see {@link CitationPlace}.
 */
export function citationEdit(
  review: ReviewDocument,
  passage: string | undefined,
  document: CitingDocument,
  offset: number,
  words?: string,
): CitationEdit | undefined {
  const { language } = document;
  if (!language) return undefined;
  const piece = diagramAround(document.text, language, offset);
  if (piece) return diagramEdit(review, passage, { ...document, piece }, offset);
  const base = { languageId: language.isProse ? document.languageId : language.id, isProse: language.isProse };
  const place: Omit<CitationPlace, 'isInComment' | 'at'> = {
    ...base,
    ...(document.fromPath === undefined ? {} : { fromPath: document.fromPath }),
    ...(passage === undefined ? {} : { passage }),
    ...(words === undefined ? {} : { words }),
  };
  const touched = touchedCitation(document, offset);
  if (language.isProse) {
    if (isDrawnTable(document, offset)) return undefined;
    const at = touched ? linkSpan(document.text, touched).end : offset;
    const around = touched ? inList(linesAround(document.text, at)) : linesAround(document.text, at);
    const text = formatCitation(review, { ...place, isInComment: false, at: around });
    if (text === undefined) return undefined;
    const name = recognisedName(review, passage);
    // Among other ids a title would be read as part of the sentence.
    return { offset: at, text: touched ? `, ${text.startsWith(`${name}: `) ? name : text}` : text };
  }
  return editInCode(review, { document, language, place }, touched ? touched.end : offset, touched !== undefined);
}

/** Whether an offset lies in a table of reStructuredText that is drawn with lines: one character more, and it is none. */
function isDrawnTable({ text, languageId, fromPath }: CitingDocument, offset: number): boolean {
  if (markupOf(languageId, fromPath) !== 'rst') return false;
  const { before, after } = linesAround(text, offset);
  return /^\s*(?:\|.*\||\+[-=+]+\+)\s*$/.test(before + after);
}

/** The citation in which an offset lies, or at whose start or end. */
function touchedCitation({ citations = [] }: CitingDocument, offset: number): Span | undefined {
  return citations.find(({ start, end }) => start <= offset && offset <= end);
}

/** The place behind the comma of a list. */
function inList<T extends { readonly before: string; readonly after: string }>(around: T): T {
  return { ...around, before: `${around.before}, `, after: around.after.replace(/^[.,;:!?)\]].*/, '') };
}

interface InCode {
  readonly document: CitingDocument;
  readonly language: Language;
  readonly place: Omit<CitationPlace, 'isInComment' | 'at'>;
}

function editInCode(review: ReviewDocument, { document, language, place }: InCode, offset: number, isListed: boolean) {
  const { text } = document;
  const before = commentSpans(text, language);
  const isIn = (kind: 'comment' | 'string', at: number) =>
    before.some((span) => span.kind === kind && span.start < at && (at < span.end || isOpenAtEnd(text, span, at)));
  const tried = (at: number, isAbove: boolean): CitationEdit | undefined => {
    const around = linesAround(text, at);
    const isInComment = isIn('comment', at);
    const isNext = isListed && isInComment && !isAbove;
    for (const commentMarks of isInComment ? [{}] : marksOf(document.languageId, language.id)) {
      const said = formatCitation(review, {
        ...place,
        commentMarks,
        isInComment,
        isInString: isIn('string', at),
        at: isAbove ? { ...around, before: around.indentation, after: '' } : isNext ? inList(around) : around,
      });
      if (said === undefined) continue;
      const edit = {
        offset: at,
        text: isAbove ? `${around.indentation}${said}${around.lineEnd}` : isNext ? `, ${said}` : said,
      };
      if (isHarmless(text, language, before, edit, edit.text.trim().length)) return edit;
    }
    return undefined;
  };
  return tried(offset, false) ?? tried(linesAround(text, offset).start, true);
}

/** Marks of comments to try in a language, the usual ones first; none where the scanner is more lenient than who reads such files. */
export function marksOf(...ids: readonly string[]): readonly CommentMarks[] {
  if (ids.some((id) => withoutNewComments.has(id))) return [];
  const usual = ids.flatMap((id) => usualMarks[id] ?? []);
  return [
    ...[...usual, ...lineMarks].map((mark) => ({ line: [mark] })),
    ...blockMarks.map((pair) => ({ block: [pair] })),
  ];
}

/** A comment that runs to the end of its line goes on for whoever writes there. */
function isOpenAtEnd(text: string, { start, end }: Span, at: number): boolean {
  const isLineEnd = at === text.length || text[at] === '\n' || text[at] === '\r';
  return (
    at === end && isLineEnd && !/(?:\*\/|-->|"""|'''|\*\)|-\}|\|#|#>|%>|\}\}|#\}|\*@)$/.test(text.slice(start, end))
  );
}

/** Whether what is inserted ends up in a comment (`length` characters from its first visible one on), and all other comments and strings stay what they are. */
export function isHarmless(
  text: string,
  language: Language,
  before: readonly (Span & { readonly kind: string })[],
  { offset, text: inserted }: CitationEdit,
  length: number,
): boolean {
  const now = commentSpans(text.slice(0, offset) + inserted + text.slice(offset), language);
  const start = offset + inserted.length - inserted.trimStart().length;
  const comment = now.find((span) => span.kind === 'comment' && span.start <= start && start + length <= span.end);
  if (!comment) return false;
  // A comment of its own must not swallow what follows.
  const lineEnd = /[\r\n]|$/.exec(text.slice(offset))?.index ?? 0;
  if (comment.start >= offset && comment.end > offset + inserted.length + lineEnd) return false;
  const back = (at: number) => (at <= offset ? at : Math.max(offset, at - inserted.length));
  const others = now
    .map((span) => ({ kind: span.kind, start: back(span.start), end: back(span.end) }))
    .filter((span) => span.start < span.end);
  return (
    others.length === before.length &&
    others.every((span, at) => {
      const other = before[at];
      return span.kind === other?.kind && span.start === other.start && span.end === other.end;
    })
  );
}

/** The line in which an offset stands, before and after it, and what is around it. */
export function linesAround(text: string, offset: number) {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(offset));
  const end = rest ? offset + rest.index : text.length;
  const above = text.slice(0, Math.max(0, start - 1)).replace(/\r$/, '');
  const lineAbove =
    start === 0 ? undefined : above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  return {
    start,
    before: text.slice(start, offset),
    after: text.slice(offset, end),
    indentation: /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '',
    lineEnd: text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r',
    ...(lineAbove === undefined ? {} : { lineAbove }),
  };
}
