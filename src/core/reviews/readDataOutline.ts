import type { TextLine } from '../text/textLine';
import { type Data, fieldName, isMap } from './fields';
import type { Outline } from './outline';
import { OutlineBuilder } from './outlineBuilder';

/** A top-level entry of a YAML or JSON review and where it stands in the text. */
export interface DataEntry {
  readonly name: string;
  readonly value: Data;
  readonly first: TextLine;
  /** The lines that hold the value, the first of which may be the line of the name. */
  readonly lines: readonly TextLine[];
  /** 1-based lines of what a list or map holds; empty where they are not known. */
  readonly itemLines: readonly number[];
}

const timeNames = ['time', 'at', 'timestamp', 'when', 'date', 'ts', 'datetime', 'occurred_at'];
const wordNames = [
  'event',
  'what',
  'description',
  'message',
  'text',
  'details',
  'note',
  'action',
  'summary',
  'title',
  'name',
];

/** Lists that are facts about the incident rather than parts of its story. */
const facts = new Set(
  'services service affected_services services_affected impacted_services affected components tags labels keywords categories aliases formerly authors author owner owners reporters responders participants people attendees related references'.split(
    ' ',
  ),
);

/**
 * The outline of a review that is data: a heading for each top-level entry that tells more than a word, items for its lists, paragraphs for
 * its texts. Its scalars are fields; labels are not sought.
 */
export function readDataOutline(entries: readonly DataEntry[]): Outline {
  const outline = new OutlineBuilder('markdown');
  for (const { name, value, first, lines, itemLines } of entries) {
    if (!isStory(value) || facts.has(fieldName(name))) continue;
    const last = lines.at(-1) ?? first;
    outline.heading(
      1,
      name.replace(/[_-]/g, ' '),
      first,
      first,
      Math.min(first.start + first.text.length + 1, last.start + last.text.length),
    );
    let from = 0;
    textsOf(value).forEach((text, index) => {
      const known = itemLines[index];
      from = known === undefined ? lineWith(text, lines, from) : known - first.line;
      const line = lines[from] ?? first;
      outline.told(typeof value === 'string' ? 'paragraph' : 'item', text.replace(/\s+/g, ' ').trim(), line);
    });
  }
  return outline.finish();
}

/** Which of the lines a text begins on, looked for a little ahead of where the last one began; there where it is not found. */
function lineWith(text: string, lines: readonly TextLine[], from: number): number {
  const words = text.trim().slice(0, 24);
  const ahead = lines.slice(from, from + 50).findIndex((line) => line.text.length < 5000 && line.text.includes(words));
  return words === '' || ahead < 0 ? from : from + ahead;
}

/** Whether an entry is a part of the story rather than a fact. */
function isStory(value: Data): boolean {
  if (typeof value === 'string') return value.length > 100 || value.includes('\n');
  if (isMap(value)) return value.size > 0;
  return value.length > 0;
}

function textsOf(value: Data): string[] {
  if (typeof value === 'string') return value.split(/\n\s*\n/);
  if (isMap(value)) return [...value].map(([name, each]) => `${name.replaceAll('_', ' ')}: ${wordsOf(each)}`);
  return value.map(wordsOf);
}

/** An item in words: of a map its time and what happened, else all that it says. */
function wordsOf(value: Data): string {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return value.map(wordsOf).join(', ');
  const time = firstOf(value, timeNames);
  const words = firstOf(value, wordNames);
  if (time !== undefined && words !== undefined) return `${time} ${words}`;
  if (words !== undefined && value.size <= 3) return words;
  return [...value].map(([name, each]) => `${name.replaceAll('_', ' ')}: ${wordsOf(each)}`).join('; ');
}

function firstOf(map: ReadonlyMap<string, Data>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = map.get(name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
