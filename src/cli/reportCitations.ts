import type { Citation } from '../core/citations/citation';
import { columnsOf, padColumns, terminalText, wrapText } from './terminalText';

/** What `citations` found. */
export interface CitationsAnswer {
  readonly citations: readonly Citation[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** What is cited, wider than this, pushes the sentence to the next line. */
const widestName = 32;

/** The citations by file: where, what, and the sentence around it. */
export function reportCitations({ citations }: CitationsAnswer, width: number): string {
  if (citations.length === 0) return 'No citations.\n';
  const lines: string[] = [];
  for (const [path, cited] of byPath(citations)) {
    const places = cited.map(({ line, column }) => `${line}:${column}`);
    const placeWidth = Math.max(...places.map((place) => place.length));
    const names = cited.map(nameOf);
    const nameWidth = Math.max(0, ...names.map(columnsOf).filter((columns) => columns <= widestName));
    lines.push(...(lines.length === 0 ? [] : ['']), ...wrapText(path, width, ''));
    cited.forEach(({ sentence }, index) => {
      const name = names[index] ?? '';
      const head = `  ${padColumns(places[index] ?? '', placeWidth)}  ${padColumns(name, nameWidth)}  `;
      if (columnsOf(name) <= nameWidth) lines.push(...wrapText(sentence, width, ' '.repeat(columnsOf(head)), head));
      else lines.push(head.trimEnd(), ...wrapText(sentence, width, '      '));
    });
  }
  return `${lines.join('\n')}\n`;
}

/** Citations of one review: the place, which terminals make clickable, and the sentence below it. */
export function reportPlaces(citations: readonly Citation[], width: number): string[] {
  return citations.flatMap(({ path, line, column, sentence }) => [
    ...wrapText(`${path}:${line}:${column}`, width, '  '),
    ...wrapText(sentence, width, '      '),
  ]);
}

function nameOf({ text, known }: Citation): string {
  return terminalText(known ? text : `${text} (no such review)`);
}

function byPath(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const files = new Map<string, Citation[]>();
  for (const citation of citations) {
    const there = files.get(citation.path);
    if (there) there.push(citation);
    else files.set(citation.path, [citation]);
  }
  return files;
}

/** What was left alone, in one sentence: how many files and folders for which reason, the most frequent one first. */
export function reportSkipped(skipped: CitationsAnswer['skipped']): string | undefined {
  if (skipped.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} ${reason}`);
  return `Not searched: ${parts.join('; ')}. --format json lists them.`;
}
