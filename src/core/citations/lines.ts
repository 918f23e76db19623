/** One line of a text: what stands in it, where it begins, and how it ends. */
export interface Line {
  readonly text: string;
  /** 0-based UTF-16 offset. */
  readonly start: number;
  /** `\n`, `\r\n`, `\r`; empty for the last line. */
  readonly eol: string;
}

/** The lines of a text, at least one. Breaks are `\n`, `\r\n` and a lone `\r`, as in VS Code. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  let carriage = text.indexOf('\r');
  for (;;) {
    const newline = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
    const end = carriage >= 0 && (newline < 0 || carriage < newline) ? carriage : newline;
    if (end < 0) break;
    const eol = end === carriage ? (text[end + 1] === '\n' ? '\r\n' : '\r') : '\n';
    yield { text: text.slice(start, end), start, eol };
    start = end + eol.length;
  }
  yield { text: text.slice(start), start, eol: '' };
}
