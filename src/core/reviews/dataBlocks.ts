import type { TextLine } from '../text/textLine';
import { type Data, isMap } from './fields';
import { defaultRules } from './libraryRules';
import type { Outline } from './outline';
import { readData } from './readData';
import { sectionKind } from './sectionKinds';
import { type StoryBlock, wordsOf } from './storyBlock';
import { wordsIn } from './storyBlocks';

/** What is longer is a text of its own, not the value of a field. */
const longestField = 100;

/**
 * A review that is data, as blocks for a reader: what it says of itself first, then a heading for each entry that tells more.
 *
 * Nothing is lost: what no entry tells (comments, a second document in the file) follows as it stands. Never throws.
 */
export function dataBlocks(text: string, lines: readonly TextLine[], format: 'yaml' | 'json'): readonly StoryBlock[] {
  const reading = readData(text, lines, format);
  if (reading.kind !== 'document') return [{ kind: 'asItStands', text, line: lines[0]?.line ?? 1 }];
  const fields: StoryBlock[] = [];
  const told: StoryBlock[] = [];
  for (const { name, value, line } of reading.front.fields.values()) {
    const words = name.replace(/[_-]/g, ' ');
    const fact = factOf(value);
    // A short summary is a part of the story all the same.
    const isTold =
      !/^(?:other|people)$/.test(sectionKind(words, defaultRules)) ||
      reading.outline.blocks.some((block) => block.kind === 'heading' && block.line === line);
    if (fact !== undefined && !isTold) fields.push({ kind: 'field', name: words, value: fact, line });
    else told.push({ kind: 'heading', level: 2, text: words, line }, ...valueBlocks(value, line, reading.outline));
  }
  const blocks = [...fields, ...told];
  return [...blocks, ...theRest(blocks, lines)];
}

/** A value that is a word or a few: a scalar, or a list of them. */
function factOf(value: Data): string | undefined {
  const words = typeof value === 'string' ? [value] : isMap(value) ? undefined : value;
  const isShort = words?.every((each) => typeof each === 'string' && each.length <= longestField && !/\n./.test(each));
  return isShort ? words?.join(', ').trim() : undefined;
}

function valueBlocks(value: Data, line: number, outline: Outline): StoryBlock[] {
  if (typeof value === 'string') return [{ kind: 'markdown', text: value, line }];
  const known = itemLines(outline, line);
  const items = isMap(value) ? [...value].map(([name, each]) => entry(name, each)) : [...value];
  return items.flatMap((item, index) => itemBlocks(item, 0, known[index] ?? line));
}

/** An entry of a map as an item that names it. */
function entry(name: string, value: Data): Data {
  return typeof value === 'string' ? `${name.replaceAll('_', ' ')}: ${value}` : new Map([[name, value]]);
}

function itemBlocks(value: Data, indent: number, line: number): StoryBlock[] {
  if (typeof value === 'string') return [item(value, indent, line)];
  if (!isMap(value)) return value.flatMap((each) => itemBlocks(each, indent + 1, line));
  const scalars = [...value].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const others = [...value].filter(([, each]) => typeof each !== 'string');
  const words = scalars.map(([name, each]) => `${name.replaceAll('_', ' ')}: ${each}`).join('\n');
  return [
    ...(words === '' ? [] : [item(words, indent, line)]),
    ...others.flatMap(([name, each]) => [
      item(name.replaceAll('_', ' '), indent + (words === '' ? 0 : 1), line),
      ...itemBlocks(each, indent + 2, line),
    ]),
  ];
}

function item(text: string, indent: number, line: number): StoryBlock {
  return { kind: 'item', lines: [{ text, start: 0, line }], indent, line };
}

/** The lines on which the items under a heading stand, as far as the outline knows them. */
function itemLines({ blocks }: Outline, line: number): readonly number[] {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && block.line === line);
  if (heading < 0) return [];
  const next = blocks.findIndex((block, at) => at > heading && block.kind === 'heading');
  return blocks
    .slice(heading + 1, next < 0 ? undefined : next)
    .flatMap((block) => (block.kind === 'item' ? block.line : []));
}

function theRest(blocks: readonly StoryBlock[], lines: readonly TextLine[]): StoryBlock[] {
  const known = new Set(blocks.flatMap((block) => wordsIn(wordsOf(block))));
  const lost = lines.filter(({ text }) => wordsIn(text).some((word) => !known.has(word)));
  const [first] = lost;
  return first ? [{ kind: 'asItStands', text: lost.map(({ text }) => text).join('\n'), line: first.line }] : [];
}
