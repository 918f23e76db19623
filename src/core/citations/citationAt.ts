import type { FoundCitation } from './citation';

/** The citation at an offset of its text: under it or just before it, as a caret stands. Citations are in order. */
export function citationAt(citations: readonly FoundCitation[], offset: number): FoundCitation | undefined {
  let low = 0;
  let high = citations.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((citations[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = citations[low];
  return found && found.start <= offset && offset <= found.end ? found : undefined;
}
