/** A place in a text as people count: 1-based line and 1-based column in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the lines of a text begin, to turn offsets into lines and back.
 *
 * A line ends at `\n`, `\r\n` or a lone `\r`. Lines and columns are 1-based, offsets 0-based UTF-16 units.
 */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    // To search for each of the two marks is many times faster than to look at every character.
    let carriage = text.indexOf('\r');
    let newline = text.indexOf('\n');
    while (newline >= 0 || carriage >= 0) {
      if (carriage >= 0 && (newline < 0 || carriage < newline)) {
        if (carriage + 1 !== newline) starts.push(carriage + 1);
        carriage = text.indexOf('\r', carriage + 1);
      } else {
        starts.push(newline + 1);
        newline = text.indexOf('\n', newline + 1);
      }
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  /** How many lines there are; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The place of an offset. Offsets outside the text are taken for its nearest end. */
  at(offset: number): LineColumn {
    const inside = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset at which a 1-based line begins. Lines outside the text are taken for its nearest end. */
  startOf(line: number): number {
    if (line > this.#starts.length) return this.#length;
    return this.#starts[Math.max(0, line - 1)] ?? 0;
  }
}
