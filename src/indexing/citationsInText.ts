import type { Citation, FoundCitation } from '../core/citations/citation';
import { isOneBreak } from '../core/citations/citationGroups';
import { CollectedSpans, type ReadSpan, readingSpans } from '../core/citations/commentSpans';
import { type FindOptions, findingCitations, type MatchIn } from '../core/citations/findCitations';
import type { KnownIds } from '../core/citations/knownIds';
import type { Language, Languages } from '../core/citations/languages';
import { toCitation } from '../core/citations/toCitations';
import { type LineColumn, LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { notebookCells } from './notebookCells';
import { inSlices, type Pace } from './pace';

/** A citation of a file, as it is printed and as it was found; offsets are those of the file. */
export interface ScannedCitation {
  readonly citation: Citation;
  readonly found: FoundCitation;
}

/** What finding the citations of a file takes. */
export interface CitationFinder {
  readonly languages: Languages;
  readonly known: KnownIds;
  /** Where citations count in a language; nothing for a language that is not known. */
  readonly matchIn: (languageId: string | undefined) => MatchIn;
  readonly pace: Pace;
}

/** The file a text was read from. */
export type FileOfText = Required<Pick<FindOptions, 'path' | 'key'>>;

/** As many citations of a file are told; a file with more was written by no person. */
export const mostCitations = 10_000;

/** How far around a citation its sentence is looked for, in UTF-16 units: the time it takes must not depend on the file. */
const reach = 2000;

/** The citations of a file in order, the first 10,000. Those of a notebook are the ones of its cells, at their place in the file. */
export async function citationsInText(
  text: string,
  file: FileOfText,
  finder: CitationFinder,
): Promise<ScannedCitation[]> {
  const { path } = file;
  if (path.endsWith('.ipynb')) return citationsInNotebook(text, file, finder);
  return inLanguage(text, file, finder.languages.find({ path, firstLine: firstLineOf(text) }), finder);
}

async function inLanguage(
  text: string,
  file: FileOfText,
  language: Language | undefined,
  { known, matchIn, pace }: CitationFinder,
): Promise<ScannedCitation[]> {
  const options = { ...file, matchIn: matchIn(language?.id) };
  const collected = new CollectedSpans(text);
  const found = await inSlices(findingCitations(text, language, known, options, collected), pace);
  return tellWithin(found.slice(0, mostCitations), text, file.path, collected.spans, pace);
}

/** Citations that were found in a text, with their lines and sentences, in the same order. `path` is relative to the root. */
export async function tellCitations(
  all: readonly FoundCitation[],
  text: string,
  path: string,
  language: Language | undefined,
  pace: Pace,
): Promise<ScannedCitation[]> {
  if (all.length === 0) return [];
  return tellWithin(all, text, path, language ? await inSlices(readingSpans(text, language), pace) : [], pace);
}

async function tellWithin(
  all: readonly FoundCitation[],
  text: string,
  path: string,
  spans: readonly ReadSpan[],
  pace: Pace,
): Promise<ScannedCitation[]> {
  if (all.length === 0) return [];
  const lines = new LineIndex(text);
  const told: ScannedCitation[] = [];
  let at = 0;
  for (const found of all) {
    const turn = pace();
    if (turn) await turn;
    while ((spans[at]?.end ?? Infinity) < found.end) at++;
    told.push({ citation: within(text, path, found, lines.at(found.start), spans, at), found });
  }
  return told;
}

/** The citation as it reads within the text around it; `at` is the span that holds it, or the next one. */
function within(
  text: string,
  path: string,
  found: FoundCitation,
  place: LineColumn,
  spans: readonly ReadSpan[],
  at: number,
): Citation {
  const from = Math.max(0, found.start - reach);
  const piece = text.slice(from, found.end + reach);
  const near = spansAround(text, spans, at, { start: from, end: from + piece.length }).map(({ kind, start, end }) => ({
    kind,
    start: Math.max(0, start - from),
    end: Math.min(end - from, piece.length),
  }));
  const inPiece = { ...found, start: found.start - from, end: found.end - from };
  return toCitation(inPiece, piece, path, place, near);
}

/** A span with those of which one follows the other in the next line, as far as they reach into a part of the text. */
function spansAround(text: string, spans: readonly ReadSpan[], at: number, part: Span): readonly ReadSpan[] {
  let first = at;
  let last = at;
  for (let before = spans[at - 1]; before && before.end >= part.start; before = spans[first - 1]) {
    if (!isOneBreak(text, before.end, spans[first]?.start ?? 0)) break;
    first--;
  }
  for (let after = spans[at + 1]; after && after.start < part.end; after = spans[last + 1]) {
    if (!isOneBreak(text, spans[last]?.end ?? 0, after.start)) break;
    last++;
  }
  return spans.slice(first, last + 1).filter(({ start }) => start < part.end);
}

async function citationsInNotebook(text: string, file: FileOfText, finder: CitationFinder): Promise<ScannedCitation[]> {
  const lines = new LineIndex(text);
  const told: ScannedCitation[] = [];
  for (const cell of notebookCells(text)) {
    const language = finder.languages.find({ languageId: cell.languageId });
    for (const { citation, found } of await inLanguage(cell.text, file, language, finder)) {
      const start = cell.offsets[found.start] ?? 0;
      const end = (cell.offsets[found.end - 1] ?? start) + 1;
      told.push({ citation: { ...citation, ...placeOf(lines, start, end) }, found: { ...found, start, end } });
      if (told.length === mostCitations) return told;
    }
  }
  return told;
}

function placeOf(lines: LineIndex, start: number, end: number): Pick<Citation, 'line' | 'column' | 'endColumn'> {
  const { line, column } = lines.at(start);
  return { line, column, endColumn: column + end - start };
}

function firstLineOf(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.slice(0, 1000) : text.slice(0, Math.min(end, 1000));
}
