/** Tables of whole numbers, and numbers of any size that belong to the rows of the first table. */
export interface PackLayout {
  /** Names of the columns of each table, for whoever reads the code. */
  readonly tables: readonly (readonly string[])[];
  readonly wide: readonly string[];
}

/** `P` `A` `C` `K` as this machine orders bytes. */
const magic = 0x4b434150;
/** magic, bytes of text, strings, listed; then the rows of each table. */
const fixedHeader = 4;

/** Collects rows, and the strings to which they refer, for a buffer that {@link PackReader} reads. */
export class PackWriter {
  readonly #layout: PackLayout;
  readonly #rows: number[][];
  readonly #wide: number[] = [];
  readonly #listed: number[] = [];
  /** None of these texts is one that was cut out of a longer one: that would be kept with it. */
  readonly #numbers = new Map<string, number>();

  constructor(layout: PackLayout) {
    this.#layout = layout;
    this.#rows = layout.tables.map(() => []);
  }

  /** The number of a string, the same for the same one; 0 for nothing. */
  text(value: string | undefined): number {
    return value === undefined ? 0 : (this.#numbers.get(value) ?? this.#add(value));
  }

  /** As `text`, for what was cut out of a text that is not to be kept. */
  cut(value: string | undefined): number {
    return value === undefined ? 0 : (this.#numbers.get(value) ?? this.#add(copyOf(value)));
  }

  #add(value: string): number {
    const number = this.#numbers.size + 1;
    this.#numbers.set(value, number);
    return number;
  }

  /**
   * Takes in the strings of a list, cut out as they may be, and returns what stands for it: their count. Lists are read in the order in which
   * they were taken in.
   */
  list(values: readonly string[]): number {
    for (const value of values) this.#listed.push(this.cut(value));
    return values.length;
  }

  /** Adds a row: as many numbers as the table has columns, whole ones of at most 32 bits, and its wide ones. */
  addRow(table: number, row: readonly number[], wide: readonly number[] = []): void {
    const rows = this.#rows[table];
    for (const each of row) rows?.push(each);
    for (const each of wide) this.#wide.push(each);
  }

  /**
   * The buffer: the header, the wide numbers, the ends of the strings in UTF-16 units, the tables row by row, the listed numbers, the strings
   * one behind the other in UTF-8.
   */
  finish(): ArrayBuffer {
    const strings = [...this.#numbers.keys()];
    const text = new TextEncoder().encode(strings.join(''));
    const ends = new Uint32Array(strings.length);
    let end = 0;
    strings.forEach((each, at) => {
      end += each.length;
      ends[at] = end;
    });
    const counts = this.#rows.map((rows, table) => rows.length / (this.#layout.tables[table]?.length ?? 1));
    const longs = [magic, text.length, strings.length, this.#listed.length, ...counts];
    const header = evenly(longs.length);
    const before = header * 4 + this.#wide.length * 8;
    const rest = [ends, ...this.#rows, this.#listed];
    const length = before + rest.reduce((sum, each) => sum + each.length * 4, 0);
    const buffer = new ArrayBuffer(Math.ceil((length + text.length) / 8) * 8);
    new Uint32Array(buffer, 0, longs.length).set(longs);
    new Float64Array(buffer, header * 4, this.#wide.length).set(this.#wide);
    let at = before;
    for (const each of rest) {
      new Uint32Array(buffer, at, each.length).set(each);
      at += each.length * 4;
    }
    new Uint8Array(buffer, length, text.length).set(text);
    return buffer;
  }
}

/** The same text, kept by itself: engines keep a text that was cut out of another together with that one. */
function copyOf(text: string): string {
  // Joined to something it has to be written anew; what is short is written anew in any case.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Reads a buffer of {@link PackWriter}, the rows of each table and the lists in their order, anything else in any. */
export class PackReader {
  readonly #wideCount: number;
  readonly #wide: Float64Array;
  readonly #ends: Uint32Array;
  /** Where the next number stands is at `at`. */
  readonly #tables: readonly { readonly columns: number; readonly rows: Uint32Array; at: number }[];
  readonly #listed: Uint32Array;
  readonly #text: string;
  readonly #strings: (string | undefined)[];
  #atListed = 0;

  /** Nothing where the sizes that the buffer names are not those that it has. */
  static open(buffer: ArrayBuffer, layout: PackLayout): PackReader | undefined {
    const count = fixedHeader + layout.tables.length;
    if (buffer.byteLength < evenly(count) * 4 || buffer.byteLength % 8 !== 0) return undefined;
    const [found, text = 0, strings = 0, listed = 0, ...rows] = new Uint32Array(buffer, 0, count);
    const cells = rows.map((each, table) => each * (layout.tables[table]?.length ?? 1));
    const wide = (rows[0] ?? 0) * layout.wide.length;
    const longs = evenly(count) + wide * 2 + strings + cells.reduce((sum, each) => sum + each, 0) + listed;
    if (found !== magic || Math.ceil((longs * 4 + text) / 8) * 8 !== buffer.byteLength) return undefined;
    return new PackReader(buffer, layout, { text, strings, listed, wide, cells });
  }

  private constructor(
    buffer: ArrayBuffer,
    layout: PackLayout,
    sizes: { text: number; strings: number; listed: number; wide: number; cells: readonly number[] },
  ) {
    let at = evenly(fixedHeader + layout.tables.length) * 4;
    const cells = sizes.cells.reduce((sum, each) => sum + each, 0);
    const textAt = at + sizes.wide * 8 + (sizes.strings + cells + sizes.listed) * 4;
    this.#text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(buffer, textAt, sizes.text));
    // The bytes of the text are not kept beside it.
    const numbers = buffer.slice(0, textAt);
    this.#wideCount = layout.wide.length;
    this.#wide = new Float64Array(numbers, at, sizes.wide);
    at += sizes.wide * 8;
    const longs = (count: number) => {
      at += count * 4;
      return new Uint32Array(numbers, at - count * 4, count);
    };
    this.#ends = longs(sizes.strings);
    this.#tables = layout.tables.map(({ length }, table) => ({
      columns: length,
      rows: longs(sizes.cells[table] ?? 0),
      at: 0,
    }));
    this.#listed = longs(sizes.listed);
    this.#strings = new Array(sizes.strings + 1);
  }

  /** How many rows a table has. */
  rowsOf(table: number): number {
    const { rows, columns } = this.#tables[table] ?? { rows: [], columns: 1 };
    return rows.length / columns;
  }

  /** The next number of a table, row by row; 0 behind the last one. */
  next(table: number): number {
    const here = this.#tables[table];
    return here?.rows[here.at++] ?? 0;
  }

  /** The string that the next number of a table stands for; nothing for 0. */
  nextText(table: number): string | undefined {
    return this.text(this.next(table));
  }

  /** Goes on reading a table at a row, and the lists behind so many listed strings. */
  seek(table: number, row: number, listed: number): void {
    const here = this.#tables[table];
    if (here) here.at = row * here.columns;
    this.#atListed = listed;
  }

  /** A number of a table, wherever it is being read; 0 where there is none. */
  cell(table: number, row: number, column: number): number {
    const here = this.#tables[table];
    return here?.rows[row * here.columns + column] ?? 0;
  }

  /** A wide number of a row of the first table. */
  wide(row: number, column: number): number {
    return this.#wide[row * this.#wideCount + column] ?? 0;
  }

  /** The string with a number; nothing for 0. */
  text(number: number): string | undefined {
    if (number === 0) return undefined;
    this.#strings[number] ??= this.#text.slice(number === 1 ? 0 : this.#ends[number - 2], this.#ends[number - 1]);
    return this.#strings[number];
  }

  /** The next so many listed strings. */
  list(count: number): readonly string[] {
    if (count === 0) return none;
    return exactly(count, () => this.text(this.#listed[this.#atListed++] ?? 0) ?? '');
  }
}

/** So many values in an array that has room for no more: one that grows as values are pushed has room for 17 from the first one on. */
export function exactly<Value>(count: number, next: (at: number) => Value): Value[] {
  const values = new Array<Value>(count);
  for (let at = 0; at < count; at++) values[at] = next(at);
  return values;
}

const none: readonly never[] = [];

/** The next even number: what comes behind so many words of four bytes is aligned to eight then. */
function evenly(words: number): number {
  return words + (words % 2);
}
