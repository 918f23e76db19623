import type { FoundCitation } from './citation';

/** The citation at an offset, the place just behind it included; nothing where there is none. */
export function citationAt(citations: readonly FoundCitation[], offset: number): FoundCitation | undefined {
  return citations.find(({ start, end }) => start <= offset && offset <= end);
}
