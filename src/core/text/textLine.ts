/** One line of a text, without its line break. */
export interface TextLine {
  readonly text: string;
  /** 0-based UTF-16 offset of its first character. */
  readonly start: number;
  /** 1-based. */
  readonly line: number;
}

/** The lines of a text from an offset on. A line ends at `\n`, `\r\n` or a lone `\r`; a text that ends with one has no empty line behind it. */
export function textLines(text: string, from = 0, firstLine = 1): TextLine[] {
  const lines: TextLine[] = [];
  let start = from;
  let carriageReturn = text.indexOf('\r', from);
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let next = end + 1;
    if (carriageReturn >= 0 && carriageReturn < end) {
      end = carriageReturn;
      next = text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
      carriageReturn = text.indexOf('\r', next);
    }
    lines.push({ text: text.slice(start, end), start, line: firstLine + lines.length });
    start = next;
  }
  return lines;
}
