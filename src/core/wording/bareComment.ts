import type { FoundCitation } from '../citations/citation';
import { plainLine } from '../citations/plainLine';
import { lineAround } from '../text/lineAround';
import { slug } from '../text/slugs';
import type { Span } from '../text/span';
import { insertableLine } from './oneLine';

/** A comment that says nothing but which review to read, and the one line of it that says so. Offsets are of the whole text. */
export interface BareComment extends Span {
  /** The line on which the citation stands, without its break. */
  readonly line: Span;
  /** What is said on that line, marks of comments left out. */
  readonly words: Span;
  /** Where the part of that line begins and ends that is comment. */
  readonly part: Span;
  /** Whether the title of the review stands behind the citation. */
  readonly hasTitle: boolean;
}

/** Words that lead to a citation and say nothing of their own. */
const leading = new Set(
  'see also cf ref refs reference references background because of due to why reason for the a in from since after per context history story incident incidents review postmortem mortem post note nb read related'.split(
    ' ',
  ),
);

/**
 * The comment, or line comments on consecutive lines, that holds a citation and nothing more than words leading to it and the title of its
 * review; nothing where it says more, cites something else too, or the citation is in none. What lines below say is about the code: above
 * them the citation may still be bare.
 *
 * `block` is the comment as one span ({@link ../citations/citationGroups}).
 */
export function bareComment(text: string, citation: FoundCitation, block: Span): BareComment | undefined {
  const { start, end } = block;
  if (citation.kind !== 'comment' || start > citation.start || citation.end > end || end - start > 2000)
    return undefined;
  const line = lineAround(text, citation.start);
  const part = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
  const above = text.slice(start, Math.max(start, line.start));
  const below = text.slice(Math.min(end, line.end), end);
  if (saysMore(above)) return undefined;
  const whole = said(text.slice(part.start, part.end));
  const words = text.indexOf(whole, part.start);
  if (!whole.includes(citation.text) || words < 0) return undefined;
  const found = { start: words, end: words + whole.length };
  if (saysMore(below) && !isMarkedAlike(text.slice(line.start, words), below)) return undefined;
  if (citation.start < found.start || found.end < citation.end) return undefined;
  const before = text.slice(found.start, citation.start);
  const after = text.slice(citation.end, found.end);
  const hasTitle = !leadsOnly(after);
  if (!leadsOnly(before) || (hasTitle && !isTitle(after, citation))) return undefined;
  return { start, end, line, part, words: found, hasTitle };
}

function saysMore(lines: string): boolean {
  return lines.split(/\r\n|\n|\r/).some((each) => said(each) !== '');
}

/** Whether the next line begins with the mark of this one, so that each can say something for itself. */
function isMarkedAlike(lead: string, below: string): boolean {
  const mark = lead.trim();
  return mark !== '' && below.trimStart().startsWith(mark);
}

function said(line: string): string {
  return plainLine(line, true, true, false).trim();
}

function leadsOnly(words: string): boolean {
  if (/[^\p{L}\s()[\]{}<>:;,.!*"'“”‘’—–-]/u.test(words)) return false;
  return (words.match(/\p{L}+/gu) ?? []).every((word) => leading.has(word.toLowerCase()));
}

function isTitle(words: string, { reviews }: FoundCitation): boolean {
  const told = letters(words);
  const title = letters(reviews[0]?.title ?? '');
  return told === title || (/…\W*$/.test(words) && told !== '' && title.startsWith(told));
}

function letters(text: string): string {
  return slug(insertableLine(text.slice(0, 300))).replace(/[-_]/g, '');
}
