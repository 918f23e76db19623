import type { Span } from '../text/span';
import { commentBlockAround } from './citationGroups';
import type { CommentSpan, ReadSpan } from './commentSpans';
import { labelAround, plainLabel } from './plainLabel';
import { plainLine } from './plainLine';
import { sentenceAround } from './sentenceAround';

/** A comment up to this length is told as a whole, in UTF-16 units. */
const shortComment = 160;
const longestBlock = 20_000;

/**
 * The sentence or comment in which a citation stands, on one line, comment marks removed; at most about 300 UTF-16 units, with `…` where
 * something was left out.
 *
 * `spans` are the comments and labels of the text ({@link ./commentSpans}); where none holds the citation, the paragraph is searched for
 * the sentence. A sentence that says next to nothing ("See INC-7.") brings the one before it, or the one after. Of front matter it is the
 * value without its key; nothing where that holds names only, since nobody wrote a sentence there.
 */
export function citingSentence(text: string, citation: Span, spans: readonly ReadSpan[]): string {
  const from = citation.start - longestBlock;
  const to = citation.end + longestBlock;
  if (isInFrontMatter(text, citation.start)) return valueAround(text, citation);
  const around = spans.filter(({ start, end }) => end > from && start < to);
  const label = around.find(
    ({ kind, start, end }) => kind === 'label' && start <= citation.start && citation.end <= end,
  );
  if (label) return sentenceInLabel(text, near(label, citation), citation);
  const block = commentBlockAround(text, around.filter(isComment), citation);
  const { start, end } = near(block ?? paragraphAround(text, citation), citation);
  const before = oneLine(text.slice(start, citation.start), true, block === undefined);
  const after = oneLine(text.slice(citation.end, end), false, block === undefined);
  const cited = text.slice(citation.start, citation.end);
  const whole = before + cited + after;
  if (whole.trim().length <= shortComment && block !== undefined) return whole.trim();
  return sentenceAround(whole, { start: before.length, end: before.length + cited.length });
}

function isComment(span: ReadSpan): span is CommentSpan {
  return span.kind !== 'label';
}

function sentenceInLabel(text: string, piece: Span, citation: Span): string {
  const { start, end } = labelAround(text, piece, citation);
  const before = plainLabel(text.slice(start, citation.start)).trimStart();
  const cited = text.slice(citation.start, citation.end);
  const whole = `${before}${cited}${plainLabel(text.slice(citation.end, end)).trimEnd()}`;
  return sentenceAround(whole, { start: before.length, end: before.length + cited.length });
}

/** A huge block (a file in comments) is looked at near the citation only. */
function near(block: Span, citation: Span): Span {
  return {
    start: Math.max(block.start, citation.start - longestBlock),
    end: Math.min(block.end, citation.end + longestBlock),
  };
}

/** The value of the field of front matter in which a citation stands, as far as it stands on that line. */
function valueAround(text: string, citation: Span): string {
  const { start, end } = near({ start: lineStart(text, citation.start), end: lineEnd(text, citation.end) }, citation);
  const whole = oneLine(text.slice(start, end), false, true);
  const value = whole.replace(/^[ \t]*(?:[-*] +)?(?:[\w-]{1,60} *[:=] *)?/, '').replace(/^(["'])(.*)\1$/, '$2');
  const isNames = value.split(/[\s,[\]"'{}]+/).every((word) => word === '' || /^[\p{L}./#@:_-]*\d\S*$/u.test(word));
  if (isNames) return '';
  const at = Math.max(0, value.indexOf(text.slice(citation.start, citation.end)));
  return sentenceAround(value, { start: at, end: Math.min(value.length, at + citation.end - citation.start) });
}

/** The lines around a citation up to blank ones, headings and list items; a heading and a table row are paragraphs by themselves. */
function paragraphAround(text: string, citation: Span): Span {
  let start = lineStart(text, citation.start);
  let end = lineEnd(text, citation.end);
  const line = text.slice(start, end);
  if (/^\s*(?:\||#{1,6}\s|={1,6}\s)/.test(line) || isBlockLine(line)) return { start, end };
  while (
    start > 0 &&
    citation.start - start < longestBlock &&
    !beginsParagraph(text.slice(start, lineEnd(text, start)))
  ) {
    const previous = lineStart(text, beforeBreak(text, start));
    if (endsParagraph(text.slice(previous, start))) break;
    start = previous;
  }
  while (end < text.length && end - citation.end < longestBlock) {
    const next = afterBreak(text, end);
    const following = text.slice(next, lineEnd(text, next));
    if (beginsParagraph(following) || endsParagraph(following)) break;
    end = lineEnd(text, next);
  }
  return { start, end };
}

function isInFrontMatter(text: string, offset: number): boolean {
  if (offset > longestBlock || !/^(?:---|\+\+\+)[ \t]*[\r\n]/.test(text)) return false;
  return !/[\r\n](?:---|\+\+\+|\.\.\.)[ \t]*[\r\n]/.test(text.slice(3, offset));
}

function beginsParagraph(line: string): boolean {
  return line.trim() === '' || /^\s*(?:[-*+•]|\d{1,3}[.)]|#{1,6}|={1,6}|\||>)\s/.test(line);
}

function endsParagraph(line: string): boolean {
  return line.trim() === '' || /^\s*(?:#{1,6}\s|={2,}|-{2,}|\||```|~~~)/.test(line) || isBlockLine(line);
}

/** AsciiDoc's anchor, title or attributes of the block below: `[[id]]`, `.Title`, `[source,sql]`; never a line of text. */
function isBlockLine(line: string): boolean {
  return /^(?:\[\[[^\]]+\]\]|\[[a-z#.%][^\]]*\]|\.\p{Lu}\p{Ll}.*)[ \t]*[\r\n]*$/u.test(line);
}

function oneLine(part: string, isBefore: boolean, isProse: boolean): string {
  const lines = part.split(/\r\n|\n|\r/);
  const cleaned = lines.map((line, index) =>
    plainLine(line, isBefore || index > 0, !isBefore || index < lines.length - 1, isProse),
  );
  return cleaned
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(isBefore ? /^ / : / $/, '');
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function beforeBreak(text: string, start: number): number {
  return text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
}

function afterBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}
