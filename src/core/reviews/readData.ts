import type { TextLine } from '../text/textLine';
import { asText, firstField } from './fields';
import type { YamlEntry } from './flatYaml';
import { type FrontMatter, toFields } from './frontMatter';
import type { Outline } from './outline';
import { readDataOutline } from './readDataOutline';
import { readJson } from './readJson';
import { readYaml } from './readYaml';

/** What a YAML or JSON file holds: its entries as fields, and its outline; or why it is no review. */
export type DataReading =
  | { readonly kind: 'document'; readonly front: FrontMatter; readonly outline: Outline }
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly message: string; readonly line: number };

/**
 * Reads a review that is data. It is one when it has a title and one of id, date and description; what cannot be read at all is unreadable
 * when it looks like one, so that a mistake in a review is told and a broken configuration beside it is not.
 */
export function readData(text: string, lines: readonly TextLine[], format: 'yaml' | 'json'): DataReading {
  const reading = format === 'json' ? readJson(text) : readYaml(withoutMarks(text));
  const fields = toFields(reading.entries);
  const title = asText(firstField(fields, ['title', 'incident_title', 'name', 'headline'])?.value);
  const telling = firstField(fields, [
    'id',
    'incident_id',
    'incident',
    'key',
    'number',
    'date',
    'incident_date',
    'started',
    'start_time',
    'created',
    'description',
    'summary',
  ]);
  if (title === undefined || !telling) {
    if (reading.problem && looksLikeReview(text.slice(0, 4000), format))
      return { kind: 'unreadable', ...reading.problem };
    return { kind: 'other', reason: 'data without a title and one of id, date and description' };
  }
  const front = { fields, lineCount: 0, ...(reading.problem ? { problem: reading.problem } : {}) };
  return { kind: 'document', front, outline: readDataOutline(withLines(reading.entries, lines)) };
}

/** Whether what cannot be read is to be a review, by the names of its outermost fields. */
function looksLikeReview(head: string, format: 'yaml' | 'json'): boolean {
  return format === 'json'
    ? /^\s*\{[^{}[\]]*?"(?:title|incident_id|incident-id)"\s*:/.test(head)
    : /^["']?(?:title|incident_id|incident-id)["']?\s*:/m.test(head);
}

function withLines(entries: readonly YamlEntry[], lines: readonly TextLine[]) {
  return entries.flatMap((entry, index) => {
    const first = lines[entry.line - 1];
    const next = entries[index + 1]?.line ?? lines.length + 1;
    return first
      ? [
          {
            name: entry.name,
            value: entry.value,
            itemLines: entry.itemLines ?? [],
            first,
            lines: lines.slice(entry.line - 1, Math.max(entry.line, next - 1)),
          },
        ]
      : [];
  });
}

/** Without the marks that begin and end a document: a second document in the file is not read. */
function withoutMarks(text: string): string {
  const body = text.replace(/^\ufeff/, '');
  const from = startOfData(body.slice(0, 4000));
  const second = body.indexOf('\n---', from);
  const kept = second < 0 ? body : body.slice(0, second + 1);
  // Blank lines in the place of what is left out keep the lines true.
  return kept.slice(0, from).replace(/[^\n]/g, '') + kept.slice(from);
}

/** Where data begins: behind a line `---` above which there are comments, directives and blank lines alone; else at the start. */
function startOfData(text: string): number {
  let at = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
    const line = text.slice(at, end);
    at = end + 1;
    if (line.startsWith('---')) return at;
    if (!/^[#%]/.test(line) && line.trim() !== '') return 0;
  }
  return 0;
}
