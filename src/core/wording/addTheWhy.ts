import type { FoundCitation } from '../citations/citation';
import { type CommentSpan, commentSpans } from '../citations/commentSpans';
import type { Language } from '../citations/languages';
import type { TextEdit } from '../citations/openText';
import { lineAround } from '../text/lineAround';
import type { Span } from '../text/span';
import { type BareComment, bareComment } from './bareComment';
import { commentWidth } from './commentWidth';
import { harmlessInComment } from './harmlessInComment';
import { keepsCode } from './keepsCode';
import { type Reason, reasonsIn } from './reasons';
import { columnsOf, wrapWords } from './wrapWords';

/** A comment that gives a reason quoted from the review instead of an id alone, as one edit. */
export interface Why {
  readonly reason: Reason;
  readonly edit: TextEdit;
}

/** The document in which a bare citation stands. */
export interface WhyPlace {
  readonly text: string;
  readonly language: Language;
  readonly tabSize: number;
  /** Columns of the rulers that the user has set; none: the file's own comments tell. */
  readonly rulers: readonly number[];
}

/**
 * The reasons that can be put into a comment that names a review and says nothing else, each as the edit that does it; none for any other
 * citation.
 *
 * Only the comment changes: the scanner looks at what would come of an edit before it is handed out. A comment behind code whose
 * reason has no room there goes above it. `block` is the comment, see {@link bareComment}.
 */
export function addTheWhy(citation: FoundCitation, block: Span, place: WhyPlace): readonly Why[] {
  const { text, language } = place;
  const [review, ...others] = citation.reviews;
  const bare = review && others.length === 0 ? bareComment(text, citation, block) : undefined;
  if (!review || !bare) return [];
  const spans = commentSpans(text, language);
  const span = spans.find(
    ({ kind, start, end }) => kind === 'comment' && start <= citation.start && citation.end <= end,
  );
  if (!span) return [];
  const width = commentWidth(place, spans);
  const form = formOf(text, bare, span);
  const keeps = keepsCode(text, language);
  return reasonsIn(review, citation.passage).flatMap((reason): Why[] => {
    const words = wordsFor(text, reason, language.id, form);
    const edit = editsFor(words, form, place, width).find(keeps);
    return edit ? [{ reason, edit }] : [];
  });
}

/** How the comment is made, and what stands around it on its line. */
interface Form {
  readonly bare: BareComment;
  /** What opens it on this line; empty where it goes on from a line above. */
  readonly opener: string;
  /** What closes it; empty for a comment that ends with its line. */
  readonly closer: string;
  /** From the beginning of the line to the words. */
  readonly lead: string;
  readonly indentation: string;
  /** What stands behind the words, closing mark included. */
  readonly tail: string;
  readonly isBehindCode: boolean;
  readonly isBeforeCode: boolean;
}

const closers = /(?:\*+\/|--!?>|--%>|%>|#>|\*+\)|;\)|-\}|--\}\}|\}\}|#\}|\*\}|\*@|\]=*\]|\|#|=#|"""|''')$/;

function formOf(text: string, bare: BareComment, span: CommentSpan): Form {
  const { line, part, words } = bare;
  const before = text.slice(line.start, part.start);
  const after = text.slice(part.end, line.end);
  return {
    bare,
    opener: span.start >= line.start ? text.slice(span.start, words.start) : '',
    closer: closers.exec(text.slice(Math.max(words.end, span.start), span.end))?.[0] ?? '',
    lead: text.slice(line.start, words.start),
    indentation: /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '',
    tail: text.slice(words.end, line.end),
    isBehindCode: before.trim() !== '' && !(before.trim() === '{' && after.trim() === '}'),
    isBeforeCode: after.trim() !== '' && !(before.trim() === '{' && after.trim() === '}'),
  };
}

function wordsFor(text: string, { text: reason }: Reason, languageId: string, { bare, opener, closer }: Form): string {
  const open = opener.trim();
  const commentMarks = closer === '' ? { line: [open] } : { block: [[open, closer]] as const };
  const said = text.slice(bare.words.start, bare.words.end).replace(/[\s:;,.–—-]+$/, '');
  const between = !bare.hasTitle ? ': ' : /[!?…]$/.test(said) ? ' ' : '. ';
  return `${said}${between}“${harmlessInComment(reason, { languageId, commentMarks })}”`;
}

/** The edits that would do, the best first. */
function editsFor(words: string, form: Form, { text, tabSize }: WhyPlace, width: number): readonly TextEdit[] {
  const { bare, lead, indentation, tail, opener, closer, isBehindCode, isBeforeCode } = form;
  const { line } = bare;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const inPlace = { start: bare.words.start, end: bare.words.end };
  const room = width - columnsOf(lead, tabSize);
  const onOneLine = { ...inPlace, text: words };
  if (columnsOf(words) + columnsOf(tail) <= room) return [onOneLine];
  const wrapped = (start: string, others: string) =>
    wrapWords(
      words,
      Math.max(fewest, width - columnsOf(start, tabSize)),
      Math.max(fewest, width - columnsOf(others, tabSize)),
    );
  if (isBeforeCode) return [];
  if (isBehindCode) {
    if (closer !== '' || isContinued(text, line)) return [onOneLine];
    const mark = `${indentation}${opener.trimEnd()} `;
    const above = wrapped(mark, mark).map((each) => `${mark}${each}`);
    const code = text.slice(line.start, bare.part.start).trimEnd();
    return [{ start: line.start, end: line.end, text: [...above, code].join(lineEnd) }, onOneLine];
  }
  const next = continuation(form, text);
  const lines = wrapped(lead, next).join(`${lineEnd}${next}`);
  const aligned = { ...inPlace, text: lines };
  if (!/^\/\*[*!]?$/.test(opener.trim()) || closer === '' || lead.trim() !== opener.trim()) return [aligned];
  if (!tail.includes(closer)) return [aligned];
  const star = `${indentation} * `;
  const starred = wrapped(star, star).map((each) => `${star}${each}`);
  const whole = [`${indentation}${opener.trim()}`, ...starred, `${indentation} ${closer}`].join(lineEnd);
  return [{ start: line.start, end: line.end, text: whole }, aligned];
}

/** However far the code is indented, so many columns are left for words. */
const fewest = 30;

/** What begins the lines of the comment after the first. */
function continuation({ bare, lead, indentation, opener, closer }: Form, text: string): string {
  if (opener === '' || closer === '') return lead;
  if (/^(?:[rRuU]?"""|[rRuU]?''')$/.test(opener.trim())) return indentation;
  const next = lineAround(
    text,
    Math.min(text.length, bare.line.end + (text.startsWith('\r\n', bare.line.end) ? 2 : 1)),
  );
  const star = next.start < bare.end ? /^[ \t]*\*(?=[\s/])/.exec(text.slice(next.start, next.end))?.[0] : undefined;
  return star === undefined ? lead.replace(/[^\t]/g, ' ') : `${star} `;
}

/** Whether the line above goes on here: a comment between the two would end it. */
function isContinued(text: string, { start }: Span): boolean {
  return /\\[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 200), start));
}
