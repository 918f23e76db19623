import { commentBlocks } from '../citations/citationGroups';
import { commentSpans } from '../citations/commentSpans';
import type { Language } from '../citations/languages';
import type { Span } from '../text/span';
import { isHarmless, linesAround, marksOf } from '../wording/citationEdit';
import { ignoredNames, ignoreWord } from './ignoredNames';
import { isInsertable } from './isInsertable';

/** Text to insert at an offset of a document. */
export interface IgnoreEdit {
  /** 0-based, UTF-16 units. */
  readonly offset: number;
  readonly text: string;
}

/** The document into which a comment is written. */
export interface IgnoringDocument {
  readonly text: string;
  readonly language: Language | undefined;
  readonly languageId: string;
}

/** How prose marks what is not for readers. Plain text and commit messages do not. */
const proseComments: Readonly<Record<string, readonly [open: string, close: string]>> = {
  markdown: ['<!-- ', ' -->'],
  mediawiki: ['<!-- ', ' -->'],
  asciidoc: ['// ', ''],
  restructuredtext: ['.. ', ''],
  org: ['# ', ''],
  latex: ['% ', ''],
  typst: ['// ', ''],
};

/** A line that begins an ordinary paragraph: nothing that makes a list, a table, a quote, a heading or a block. */
const plainStart = /^(?:[\p{L}\p{N}("]|\[|\*\*?\p{L}|_\p{L})/u;
const listStart = /^(?:\d+[.)]|[a-z][.)])[ \t]/i;

/**
 * How to silence what is said of a name at an offset: a comment `precedent-ignore NAME` on a line of its own, above the comment or the
 * paragraph in which the offset stands; inside the comment where none can stand above it; at the end of a prose document where a line above
 * would change what readers see.
 *
 * What comes of it is looked at before it is handed out: the comment is one, it silences the name, and every other comment and string is
 * what it was. Nothing where there is no such edit, as in plain text and JSON.
 */
export function ignoreEdit(name: string, document: IgnoringDocument, offset: number): IgnoreEdit | undefined {
  const { text, language } = document;
  if (!language || !isInsertable(name)) return undefined;
  const edits = language.isProse
    ? editsInProse(name, text, language, offset)
    : editsInCode(name, document, language, offset);
  for (const edit of edits) {
    const after = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
    if (ignoredNames(after, language)(name)) return edit;
  }
  return undefined;
}

function* editsInCode(
  name: string,
  { text, languageId }: IgnoringDocument,
  language: Language,
  offset: number,
): Generator<IgnoreEdit> {
  const spans = commentSpans(text, language);
  const block = commentBlocks(text, spans).find(({ start, end }) => start <= offset && offset <= end);
  const first = lineThatBegins(text, block?.start ?? offset);
  const { indentation, lineEnd } = linesAround(text, first);
  // In Go, a comment right above a declaration is its documentation.
  const apart = languageId === 'go' && indentation === '' ? lineEnd : '';
  for (const { line = [], block: pairs = [] } of marksOf(languageId, language.id)) {
    const [open, close] = pairs[0] ?? [line[0] ?? '', ''];
    const said = `${open} ${ignoreWord} ${name}${close === '' ? '' : ` ${close}`}`;
    const edit = { offset: first, text: `${indentation}${said}${lineEnd}${apart}` };
    if (isHarmless(text, language, spans, edit, said.length)) yield edit;
  }
  const own = spans.find(({ kind, start, end }) => kind === 'comment' && start <= offset && offset < end);
  if (own) yield editInside(own, text, name, offset);
}

const closer = /\s*(?:\*\/|-->|\*\)|-\}|\|#|#>|%>|\}\}|#\}|\*@|\]\]|"""|''')$/;

/** At the end of the line of the comment, where no comment can stand above it: between tags of JSX. */
function editInside({ start, end }: Span, text: string, name: string, offset: number): IgnoreEdit {
  const behind = text.slice(offset, end);
  const at = offset + (/[\r\n]/.exec(behind)?.index ?? behind.length);
  const isLast = at === end;
  const written = text.slice(start, at);
  const length = isLast ? written.replace(closer, '').length : written.trimEnd().length;
  return { offset: start + length, text: ` ${ignoreWord} ${name}` };
}

/** Where the line of an offset begins; behind a line that a backslash continues, the first one that is continued. */
function lineThatBegins(text: string, offset: number): number {
  let { start, lineAbove } = linesAround(text, offset);
  while (lineAbove?.trimEnd().endsWith('\\') && start > 0) ({ start, lineAbove } = linesAround(text, start - 1));
  return start;
}

function editsInProse(name: string, text: string, language: Language, offset: number): IgnoreEdit[] {
  const marks = proseComments[language.id];
  if (!marks) return [];
  const said = `${marks[0]}${ignoreWord} ${name}${marks[1]}`;
  const { lineEnd } = linesAround(text, offset);
  const paragraph = paragraphAt(text, offset);
  // reStructuredText wants a blank line behind a comment.
  const gap = language.id === 'restructuredtext' ? lineEnd + lineEnd : lineEnd;
  const behind = /(?:^|[\r\n])$/.test(text) ? '' : lineEnd;
  const atEnd = { offset: text.length, text: `${behind}${text.trim() === '' ? '' : lineEnd}${said}${lineEnd}` };
  return paragraph === undefined ? [atEnd] : [{ offset: paragraph, text: said + gap }, atEnd];
}

/** Where the paragraph of an offset begins; nothing where it is no ordinary one, or stands in front matter. */
function paragraphAt(text: string, offset: number): number | undefined {
  let { start, before, after, lineAbove } = linesAround(text, offset);
  let line = before + after;
  while (start > 0 && lineAbove !== undefined && lineAbove.trim() !== '') {
    ({ start, before, after, lineAbove } = linesAround(text, start - 1));
    line = before + after;
  }
  return plainStart.test(line) && !listStart.test(line) && !/^(?:---|\+\+\+)/.test(line) ? start : undefined;
}
