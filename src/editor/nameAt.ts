import type { Span } from '../core/text/span';

/** A run of characters of which ids are made. Offsets are into the line. */
export interface NameInLine extends Span {
  readonly text: string;
}

const made = /[\p{L}\p{M}\p{N}_.-]/u;

/** The run of letters, digits, hyphens, underscores and dots at an offset of a line, or just before it; without dots and hyphens at its ends. */
export function nameAt(line: string, offset: number): NameInLine | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && made.test(line.charAt(start - 1))) start--;
  while (end < line.length && made.test(line.charAt(end))) end++;
  while (start < end && /[.-]/.test(line.charAt(start))) start++;
  while (start < end && /[.-]/.test(line.charAt(end - 1))) end--;
  return start < end ? { start, end, text: line.slice(start, end) } : undefined;
}
