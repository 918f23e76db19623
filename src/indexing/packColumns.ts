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

  /** How many strings were listed: where the next list begins. */
  get listed(): number {
    return this.#listed.length;
  }

  /** Takes in the strings of a list, cut out as they may be, and returns their count. */
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
   * The buffer: the header, the wide numbers, the ends of the strings in bytes, the tables row by row, the listed numbers, the strings one
   * behind the other in UTF-8.
   */
  finish(): ArrayBuffer {
    const strings = [...this.#numbers.keys()];
    const { text, ends } = inBytes(strings);
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

/** Strings one behind the other in UTF-8, and where each ends. */
function inBytes(strings: readonly string[]): { readonly text: Uint8Array; readonly ends: Uint32Array } {
  const joined = strings.join('');
  const encoder = new TextEncoder();
  const ends = new Uint32Array(strings.length);
  let end = 0;
  const ascii = encoder.encode(joined);
  if (ascii.length === joined.length) {
    for (const [at, each] of strings.entries()) {
      end += each.length;
      ends[at] = end;
    }
    return { text: ascii, ends };
  }
  // One by one: half of a character at the end of one string and half at the beginning of the next would become a whole one.
  const text = new Uint8Array(joined.length * 3);
  for (const [at, each] of strings.entries()) {
    end += encoder.encodeInto(each, text.subarray(end)).written;
    ends[at] = end;
  }
  return { text: text.subarray(0, end), ends };
}

/** The same text, kept by itself: engines keep a text that was cut out of another together with that one. */
function copyOf(text: string): string {
  // Joined to something it has to be written anew; what is short is written anew in any case.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/**
 * Reads a buffer of {@link PackWriter} where it lies: to open it takes as long for many rows as for few. Only strings that somebody asks for are
 * made, and kept.
 */
export class PackReader {
  readonly #wideCount: number;
  readonly #wide: Float64Array;
  readonly #ends: Uint32Array;
  readonly #tables: readonly { readonly columns: number; readonly rows: Uint32Array }[];
  readonly #listed: Uint32Array;
  readonly #text: Uint8Array;
  readonly #strings: (string | undefined)[];
  readonly buffer: ArrayBuffer;

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
    this.buffer = buffer;
    let at = evenly(fixedHeader + layout.tables.length) * 4;
    this.#wideCount = layout.wide.length;
    this.#wide = new Float64Array(buffer, at, sizes.wide);
    at += sizes.wide * 8;
    const longs = (count: number) => {
      at += count * 4;
      return new Uint32Array(buffer, at - count * 4, count);
    };
    this.#ends = longs(sizes.strings);
    this.#tables = layout.tables.map(({ length }, table) => ({
      columns: length,
      rows: longs(sizes.cells[table] ?? 0),
    }));
    this.#listed = longs(sizes.listed);
    this.#text = new Uint8Array(buffer, at, sizes.text);
    this.#strings = new Array(sizes.strings + 1);
  }

  /** How many rows a table has. */
  rowsOf(table: number): number {
    const { rows, columns } = this.#tables[table] ?? { rows: [], columns: 1 };
    return rows.length / columns;
  }

  /** A number of a table; 0 where there is none. */
  cell(table: number, row: number, column: number): number {
    const here = this.#tables[table];
    return here?.rows[row * here.columns + column] ?? 0;
  }

  /** A wide number of a row of the first table. */
  wide(row: number, column: number): number {
    return this.#wide[row * this.#wideCount + column] ?? 0;
  }

  /** The string that a number of a table stands for; nothing for 0. */
  textAt(table: number, row: number, column: number): string | undefined {
    return this.text(this.cell(table, row, column));
  }

  /** The string with a number; nothing for 0. */
  text(number: number): string | undefined {
    if (number === 0) return undefined;
    this.#strings[number] ??= decoder.decode(
      this.#text.subarray(number === 1 ? 0 : this.#ends[number - 2], this.#ends[number - 1]),
    );
    return this.#strings[number];
  }

  /** So many listed strings, from one of them on. */
  list(from: number, count: number): readonly string[] {
    if (count === 0) return none;
    return exactly(count, (at) => this.text(this.#listed[from + at] ?? 0) ?? '');
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

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
