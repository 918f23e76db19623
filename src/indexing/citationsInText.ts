import type { Citation, FoundCitation } from '../core/citations/citation';
import { type FindOptions, findCitations } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Language, Languages } from '../core/citations/languages';
import { LineIndex } from '../core/text/lineIndex';
import { notebookCells } from './notebookCells';

/** A citation of a file, as it is printed and as it was found; offsets are those of the file. */
export interface ScannedCitation {
  readonly citation: Citation;
  readonly found: FoundCitation;
}

/** The citations of a file, in order. Those of a notebook are the ones of its cells, at their place in the file. */
export function citationsInText(
  text: string,
  path: string,
  languages: Languages,
  known: KnownIds,
  options: FindOptions,
): readonly ScannedCitation[] {
  if (path.endsWith('.ipynb')) return citationsInNotebook(text, path, languages, known, options);
  const language = languages.find({ path, firstLine: firstLineOf(text) });
  return inLanguage(text, path, language, known, options);
}

function inLanguage(
  text: string,
  path: string,
  language: Language | undefined,
  known: KnownIds,
  options: FindOptions,
): ScannedCitation[] {
  const lines = new LineIndex(text);
  return findCitations(text, language, known, options).map((found) => {
    const { line, column } = lines.at(found.start);
    const { passage, kind, id, reviews } = found;
    const sentence = text.slice(lines.startOf(line), lines.startOf(line + 1)).trim();
    const citation: Citation = {
      path,
      line,
      column,
      endColumn: column + found.end - found.start,
      text: found.text,
      id,
      ...(passage === undefined ? {} : { passage }),
      known: reviews.length > 0,
      kind,
      sentence,
    };
    return { citation, found };
  });
}

function citationsInNotebook(
  text: string,
  path: string,
  languages: Languages,
  known: KnownIds,
  options: FindOptions,
): ScannedCitation[] {
  const lines = new LineIndex(text);
  return notebookCells(text).flatMap((cell) => {
    const language = languages.find({ languageId: cell.languageId });
    return inLanguage(cell.text, path, language, known, options).map(({ citation, found }) => {
      const start = cell.offsets[found.start] ?? 0;
      const end = (cell.offsets[found.end - 1] ?? start) + 1;
      const { line, column } = lines.at(start);
      const placed = { ...citation, line, column, endColumn: column + end - start };
      return { citation: placed, found: { ...found, start, end } };
    });
  });
}

function firstLineOf(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.slice(0, 1000) : text.slice(0, Math.min(end, 1000));
}
