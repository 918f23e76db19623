import type { Citation, FoundCitation } from '../core/citations/citation';
import { LineIndex } from '../core/text/lineIndex';

/** What was found in a text, as it is printed. */
export function toCitations(found: readonly FoundCitation[], text: string, path: string) {
  const lines = new LineIndex(text);
  return found.map((each): { citation: Citation; reviews: FoundCitation['reviews'] } => {
    const { line, column } = lines.at(each.start);
    const { passage, kind, id, reviews } = each;
    const sentence = text.slice(lines.startOf(line), lines.startOf(line + 1)).trim();
    const citation: Citation = {
      path,
      line,
      column,
      endColumn: column + each.end - each.start,
      text: each.text,
      id,
      ...(passage === undefined ? {} : { passage }),
      known: reviews.length > 0,
      kind,
      sentence,
    };
    return { citation, reviews };
  });
}
