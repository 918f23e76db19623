/** A map that was made in one go, sorted by its keys: nothing need be made of an entry before somebody asks for it. */
export interface SortedMap<Value> extends ReadonlyMap<string, Value> {
  /** Where it lies, if it lies in one buffer. */
  readonly buffer?: ArrayBuffer;
  keyAt(row: number): string;
  at(row: number): Value;
  /** How many things are in an entry, where that is known before it is made. */
  countAt?(row: number): number;
  /** The row of a key; nothing where there is no such key. */
  rowOf(key: string): number | undefined;
}

/** Entries that came in one go. */
export interface Layer<Value> {
  readonly entries: SortedMap<Value>;
  /** Rows that no longer count. */
  readonly hidden: Set<number>;
}

/**
 * A map that takes in thousands of entries at once without looking at any: they lie in layers as they came, and what is set one by one lies
 * above them. Entries that others came in place of stay hidden in their layer until all of it is. No value
 * is `undefined`.
 */
export class LayeredMap<Value> implements ReadonlyMap<string, Value> {
  #layers: Layer<Value>[] = [];
  readonly #own = new Map<string, Value>();

  /** What came in one go, as it came, for who hands it on. */
  get layers(): readonly Layer<Value>[] {
    return this.#layers;
  }

  /** What was set one by one. */
  get own(): ReadonlyMap<string, Value> {
    return this.#own;
  }

  get size(): number {
    return this.#layers.reduce((sum, { entries, hidden }) => sum + entries.size - hidden.size, this.#own.size);
  }

  get(key: string): Value | undefined {
    const own = this.#own.get(key);
    if (own !== undefined) return own;
    for (const { entries, hidden } of this.#layers) {
      const row = rowIn(entries, key);
      if (row !== undefined && !hidden.has(row)) return entries.at(row);
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.#own.has(key) || this.#layers.some((layer) => visibleRow(layer, key) !== undefined);
  }

  set(key: string, value: Value): this {
    this.#hide(key);
    this.#own.set(key, value);
    return this;
  }

  delete(key: string): boolean {
    return this.#own.delete(key) || this.#hide(key);
  }

  /** Takes many entries in place of those with the same keys. It looks at the others only where the keys of both lie among each other. */
  setAll(entries: SortedMap<Value>): void {
    this.deleteAll(entries);
    if (entries.size > 0) this.#layers.push({ entries, hidden: new Set() });
  }

  /** Takes away the entries with these keys. */
  deleteAll(keys: SortedMap<unknown>): void {
    for (const key of [...this.#own.keys()]) if (rowIn(keys, key) !== undefined) this.#own.delete(key);
    for (const layer of this.#layers) {
      if (!overlap(layer.entries, keys)) continue;
      for (const key of keys.keys()) {
        const row = rowIn(layer.entries, key);
        if (row !== undefined) layer.hidden.add(row);
      }
    }
    this.#dropHidden();
  }

  *entries(): MapIterator<[string, Value]> {
    for (const { entries, hidden } of this.#layers)
      for (let row = 0; row < entries.size; row++) if (!hidden.has(row)) yield [entries.keyAt(row), entries.at(row)];
    yield* this.#own;
  }

  *keys(): MapIterator<string> {
    for (const { entries, hidden } of this.#layers)
      for (let row = 0; row < entries.size; row++) if (!hidden.has(row)) yield entries.keyAt(row);
    yield* this.#own.keys();
  }

  /** Without the keys, which would have to be made. */
  *values(): MapIterator<Value> {
    for (const { entries, hidden } of this.#layers)
      for (let row = 0; row < entries.size; row++) if (!hidden.has(row)) yield entries.at(row);
    yield* this.#own.values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  /** How many things are in all entries; `countIn` tells it of those that would have to be made for it. */
  count(countIn: (value: Value) => number): number {
    let count = 0;
    for (const { entries, hidden } of this.#layers)
      for (let row = 0; row < entries.size; row++)
        if (!hidden.has(row)) count += entries.countAt?.(row) ?? countIn(entries.at(row));
    for (const value of this.#own.values()) count += countIn(value);
    return count;
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  #hide(key: string): boolean {
    for (const layer of this.#layers) {
      const row = visibleRow(layer, key);
      if (row === undefined) continue;
      layer.hidden.add(row);
      this.#dropHidden();
      return true;
    }
    return false;
  }

  #dropHidden(): void {
    if (this.#layers.some(({ entries, hidden }) => entries.size === hidden.size))
      this.#layers = this.#layers.filter(({ entries, hidden }) => entries.size > hidden.size);
  }
}

function visibleRow({ entries, hidden }: Layer<unknown>, key: string): number | undefined {
  const row = rowIn(entries, key);
  return row === undefined || hidden.has(row) ? undefined : row;
}

/** Where layers are many, most do not reach to a key. */
function rowIn(entries: SortedMap<unknown>, key: string): number | undefined {
  return key < entries.keyAt(0) || key > entries.keyAt(entries.size - 1) ? undefined : entries.rowOf(key);
}

function overlap(some: SortedMap<unknown>, others: SortedMap<unknown>): boolean {
  return some.keyAt(0) <= others.keyAt(others.size - 1) && others.keyAt(0) <= some.keyAt(some.size - 1);
}
