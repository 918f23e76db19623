import type { Library } from '../reviews/library';
import { isHiddenAt } from '../reviews/sectionsAround';
import { LineIndex } from '../text/lineIndex';
import type { IndexedCitation } from './citationIndex';
import { isSpoken } from './isSpoken';

/** A line of a file, to be shown as it is: untrusted, and to be escaped for where it is shown. */
export interface ContextLine {
  /** 1-based. */
  readonly line: number;
  /** Without its line break, at most 300 UTF-16 units: of the citing line those around the citation, of others the first. */
  readonly text: string;
}

/** The line of a citation, with those around it. */
export interface CitationContext {
  readonly before: readonly ContextLine[];
  readonly citing: ContextLine;
  readonly after: readonly ContextLine[];
}

const longestLine = 300;

/**
 * Two lines before and after a citation, fewer at the ends of a file, of its text as it is now. Nothing where the citation no longer
 * stands at its place, nor where somebody is quoted from a conversation; lines that a review shows in its source only are left out.
 */
export function citationContext(
  indexed: IndexedCitation,
  text: string,
  library: Library,
  around = 2,
): CitationContext | undefined {
  const { file, start, end, citation } = indexed;
  if (text.slice(start, end) !== citation.text || isSpoken(indexed, library)) return undefined;
  const lines = new LineIndex(text);
  const { line } = lines.at(start);
  const lineAt = (number: number, from = 0): ContextLine => {
    const whole = text.slice(lines.startOf(number), lines.startOf(number + 1)).replace(/[\r\n]+$/, '');
    return { line: number, text: whole.slice(from, from + longestLine) };
  };
  const isShown = (number: number): boolean =>
    number >= 1 &&
    number <= lines.count &&
    !library.in(file).some((review) => isHiddenAt(review, lines.startOf(number))) &&
    !isSpoken({ ...indexed, start: lines.startOf(number) }, library);
  const numbers = (first: number) => Array.from({ length: around }, (_, at) => first + at).filter(isShown);
  const column = start - lines.startOf(line);
  return {
    before: numbers(line - around).map((number) => lineAt(number)),
    citing: lineAt(line, column + (end - start) <= longestLine ? 0 : Math.max(0, column - longestLine / 2)),
    after: numbers(line + 1).map((number) => lineAt(number)),
  };
}
