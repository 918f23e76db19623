import { sortInSteps } from './sortInSteps';

const stepSize = 1 << 13;

/** Sorted values and others that are not sorted yet as one sorted list, in steps of a few ms. Of equal ones, those that were sorted come first. */
export function* mergeSorted<Value>(
  sorted: readonly Value[],
  others: readonly Value[],
  before: (a: Value, b: Value) => number,
): Generator<void, readonly Value[]> {
  if (others.length === 0) return sorted;
  const order = Uint32Array.from(others, (_, at) => at);
  yield* sortInSteps(order, (a, b) => before(others[a] as Value, others[b] as Value));
  const merged: Value[] = [];
  let next = 0;
  for (const place of order) {
    const other = others[place] as Value;
    for (; next < sorted.length && before(sorted[next] as Value, other) <= 0; next++) {
      merged.push(sorted[next] as Value);
      if (merged.length % stepSize === 0) yield;
    }
    merged.push(other);
    if (merged.length % stepSize === 0) yield;
  }
  return merged.concat(sorted.slice(next));
}
