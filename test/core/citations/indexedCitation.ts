import type { CitationKind } from '../../../src/core/citations/citation';
import type { IndexedCitation } from '../../../src/core/citations/citationIndex';

/** A citation of a review of the library `/w`, in one line of a file: `path`, and what a test says beside it. */
export function indexedCitation(
  path: string,
  id: string,
  told: {
    readonly start?: number;
    readonly kind?: CitationKind;
    readonly sentence?: string;
    readonly line?: number;
  } = {},
): IndexedCitation {
  const { start = 0, kind = 'comment', sentence = `See ${id}.`, line = 1 } = told;
  const place = { line, column: start + 1, endColumn: start + 1 + id.length };
  return {
    file: `/w/${path}`,
    citation: { path, ...place, text: id, id, known: true, kind, sentence },
    start,
    end: start + id.length,
    form: 'id',
    reviews: [`/w/${id}.md\n${id}`],
  };
}
