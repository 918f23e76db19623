import type { PackReader } from './packColumns';

/** A table of a pack that is sorted by one of its texts, as a map. A value is made when somebody asks for it first, and is the same from then on. */
export class SortedTexts<Value> implements ReadonlyMap<string, Value> {
  readonly size: number;
  readonly #reader: PackReader;
  readonly #table: number;
  readonly #column: number;
  readonly #make: (row: number) => Value;
  readonly #values = new Map<number, Value>();

  /** `column` is that of the texts, by which the rows are sorted; `make` makes the value of a row. */
  constructor(reader: PackReader, table: number, column: number, make: (row: number) => Value) {
    this.size = reader.rowsOf(table);
    this.#reader = reader;
    this.#table = table;
    this.#column = column;
    this.#make = make;
  }

  get(key: string): Value | undefined {
    const row = this.#rowOf(key);
    return row === undefined ? undefined : this.#value(row);
  }

  has(key: string): boolean {
    return this.#rowOf(key) !== undefined;
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.size; row++) yield this.#text(row);
  }

  *values(): MapIterator<Value> {
    for (let row = 0; row < this.size; row++) yield this.#value(row);
  }

  *entries(): MapIterator<[string, Value]> {
    for (let row = 0; row < this.size; row++) yield [this.#text(row), this.#value(row)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  /** The texts of the rows that are wanted, in order. */
  *rows(isWanted: (row: number) => boolean): Iterable<string> {
    for (let row = 0; row < this.size; row++) if (isWanted(row)) yield this.#text(row);
  }

  #rowOf(key: string): number | undefined {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const text = this.#text(middle);
      if (text === key) return middle;
      if (text < key) from = middle + 1;
      else to = middle;
    }
    return undefined;
  }

  #text(row: number): string {
    return this.#reader.text(this.#reader.cell(this.#table, row, this.#column)) ?? '';
  }

  #value(row: number): Value {
    let value = this.#values.get(row);
    if (value === undefined) {
      value = this.#make(row);
      this.#values.set(row, value);
    }
    return value;
  }
}
