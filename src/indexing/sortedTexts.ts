import type { SortedMap } from '../core/reviews/layeredMap';
import type { PackReader } from './packColumns';

/** A table of a pack that is sorted by one of its texts, as a map. A value is made each time that somebody asks for it. */
export class SortedTexts<Value> implements SortedMap<Value> {
  readonly size: number;
  readonly #reader: PackReader;
  readonly #table: number;
  readonly #column: number;
  readonly #make: (row: number) => Value;
  /** The row that was found last: most who ask for many ask in order. */
  #last = -1;

  readonly countAt?: (row: number) => number;

  /**
   * `column` is that of the texts, by which the rows are sorted; `make` makes the value of a row; `countAt` tells how many things are in one
   * that need not be made for that.
   */
  constructor(
    reader: PackReader,
    table: number,
    column: number,
    make: (row: number) => Value,
    countAt?: (row: number) => number,
  ) {
    this.size = reader.rowsOf(table);
    this.#reader = reader;
    this.#table = table;
    this.#column = column;
    this.#make = make;
    if (countAt) this.countAt = countAt;
  }

  get(key: string): Value | undefined {
    const row = this.rowOf(key);
    return row === undefined ? undefined : this.#make(row);
  }

  get buffer(): ArrayBuffer {
    return this.#reader.buffer;
  }

  has(key: string): boolean {
    return this.rowOf(key) !== undefined;
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.size; row++) yield this.keyAt(row);
  }

  *values(): MapIterator<Value> {
    for (let row = 0; row < this.size; row++) yield this.#make(row);
  }

  *entries(): MapIterator<[string, Value]> {
    for (let row = 0; row < this.size; row++) yield [this.keyAt(row), this.#make(row)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  /** The texts of the rows that are wanted, in order. */
  *rows(isWanted: (row: number) => boolean): Iterable<string> {
    for (let row = 0; row < this.size; row++) if (isWanted(row)) yield this.keyAt(row);
  }

  rowOf(key: string): number | undefined {
    const next = this.#last + 1;
    if (next < this.size && this.keyAt(next) === key) {
      this.#last = next;
      return next;
    }
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const text = this.keyAt(middle);
      if (text === key) {
        this.#last = middle;
        return middle;
      }
      if (text < key) from = middle + 1;
      else to = middle;
    }
    return undefined;
  }

  keyAt(row: number): string {
    return this.#reader.textAt(this.#table, row, this.#column) ?? '';
  }

  at(row: number): Value {
    return this.#make(row);
  }
}

/** Makes the value of a row when somebody first asks for it, and answers the same from then on. */
export function madeOnce<Value>(make: (row: number) => Value): (row: number) => Value {
  const values = new Map<number, Value>();
  return (row) => {
    let value = values.get(row);
    if (value === undefined) {
      value = make(row);
      values.set(row, value);
    }
    return value;
  };
}
