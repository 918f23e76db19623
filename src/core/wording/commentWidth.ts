import type { CommentSpan } from '../citations/commentSpans';
import { lineAround } from '../text/lineAround';
import { columnsOf } from './wrapWords';

/** Where nothing else tells: what most styles agree on for comments, and the most a reader's eye follows. */
const least = 80;
const most = 100;

/** Nobody means the width of comments by a narrower ruler, in columns. */
const narrowest = 40;

/** Enough to tell a file's habit. */
const mostLines = 300;

/** Compilers stop reading there. */
const fixed: Readonly<Record<string, number>> = { cobol: 72, fortran: 72 };

/**
 * How wide the lines of comments are in a file, in columns: up to its first ruler; without rulers, as wide as its own longest comments,
 * between 80 and 100.
 */
export function commentWidth(
  {
    text,
    language,
    tabSize,
    rulers,
  }: {
    readonly text: string;
    readonly language: { readonly id: string };
    readonly tabSize: number;
    readonly rulers: readonly number[];
  },
  spans: readonly CommentSpan[],
): number {
  const limit = fixed[language.id];
  if (limit !== undefined) return limit;
  const ruler = Math.min(...rulers.filter((column) => column >= narrowest));
  if (Number.isFinite(ruler)) return ruler;
  const widths = spans
    .filter(({ kind }) => kind === 'comment')
    .slice(0, mostLines)
    .flatMap(({ start, end }) => linesOf(text, start, end, tabSize))
    .slice(0, mostLines)
    .sort((a, b) => a - b);
  // One long line is a link or a table, not a habit.
  const usual = widths[Math.ceil((widths.length - 1) * 0.9)] ?? least;
  return Math.min(most, Math.max(least, usual));
}

/** The widths of the lines of a comment, indentation included. */
function linesOf(text: string, start: number, end: number, tabSize: number): number[] {
  const from = lineAround(text, start).start;
  const lines = text.slice(from, Math.min(end, start + 20_000)).split(/\r\n|\n|\r/);
  return lines.map((line) => columnsOf(line.slice(0, 400), tabSize));
}
