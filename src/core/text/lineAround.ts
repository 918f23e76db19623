import type { Span } from './span';

/** The line on which an offset lies, without its break. A line ends at `\n`, `\r\n` or a lone `\r`. */
export function lineAround(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  while (end < text.length && !isBreak(text[end])) end++;
  return { start, end };
}

function isBreak(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}
