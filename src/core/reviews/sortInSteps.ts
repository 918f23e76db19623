/** How many are sorted at once; the merges yield as often. */
const runLength = 1 << 10;

/** Sorts in place, in steps of a ms or two: runs first, which are then merged two by two. */
export function* sortInSteps(values: Uint32Array, compare: (a: number, b: number) => number): Generator<void, void> {
  for (let start = 0; start < values.length; start += runLength) {
    values.subarray(start, start + runLength).sort(compare);
    yield;
  }
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  for (let length = runLength; length < values.length; length *= 2) {
    for (let start = 0; start < values.length; start += length * 2) {
      const middle = Math.min(start + length, values.length);
      const end = Math.min(start + length * 2, values.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
        if (at % runLength === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
}
