import { timeAtEnd, timeAtStart } from '../text/timeAtStart';
import type { DocumentParts } from './documentParts';
import { type Block, rawText } from './outline';
import type { Moment, Section } from './review';
import { blocksIn, sectionAt } from './sectionBlocks';
import { transcriptMoments } from './transcriptMoments';

/** How many lines must begin with a time before a text that has no timeline section is taken for one. */
const enough = 3;

/**
 * The moments of a document in order: rows, items, lines and headings that begin with a time, and the lines of transcripts.
 *
 * Without a timeline section, three such lines make one. What stands under an excluded heading is left out.
 */
export function findMoments(parts: DocumentParts, sections: readonly Section[]): Moment[] {
  const { blocks } = parts.outline;
  const isHidden = ({ start }: { start: number }) => sectionAt(sections, start)?.kind === 'excluded';
  const transcript = transcriptMoments(parts, sections).filter((moment) => !isHidden(moment));
  const timelines = sections.filter(({ kind }) => kind === 'timeline');
  const inTimelines = timelines.flatMap((section) =>
    blocksIn(section, blocks).flatMap((block) => momentsOf(block, parts, true)),
  );
  const headed = headingMoments(parts, sections);
  const told = [...inTimelines, ...headed];
  const all = told.length > 0 ? told : elsewhere(parts, sections);
  const spoken = new Set(transcript.map(({ line }) => line));
  const moments = all.filter((moment) => !isHidden(moment) && !spoken.has(moment.line));
  return [...moments, ...transcript].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Lines that begin with a time in a document that marks no timeline. */
function elsewhere(parts: DocumentParts, sections: readonly Section[]): Moment[] {
  const found = parts.outline.blocks
    .filter(({ start }) => !/^(?:transcript|followUps)$/.test(sectionAt(sections, start)?.kind ?? ''))
    .flatMap((block) => momentsOf(block, parts, false));
  return found.length >= enough ? found : [];
}

function momentsOf(block: Block, parts: DocumentParts, isTimeline: boolean): Moment[] {
  switch (block.kind) {
    case 'row':
      return block.isHeader ? [] : rowMoment(block.cells.map(parts.plain), block);
    case 'item':
      return itemMoment(parts.plain(rawText(block)), block, isTimeline);
    case 'paragraph':
      return lineMoments(block, parts);
    default:
      return [];
  }
}

function rowMoment(cells: readonly string[], block: Block): Moment[] {
  for (let at = 0; at < Math.min(2, cells.length); at++) {
    const told = timeAtStart(cells[at] ?? '');
    if (!told) continue;
    const text = [told.rest, ...cells.slice(at + 1)].filter((cell) => cell !== '').join(' — ');
    return [momentAt(told.time, text, block)];
  }
  return [];
}

function itemMoment(text: string, block: Block, isTimeline: boolean): Moment[] {
  const told = timeAtStart(text) ?? (isTimeline && text.length < 120 ? timeAtEnd(text) : undefined);
  return told ? [momentAt(told.time, told.rest, block)] : [];
}

/** A line of a paragraph that begins with a time, with the lines up to the next one. */
function lineMoments(block: Block & { kind: 'paragraph' | 'item' | 'quote' }, parts: DocumentParts): Moment[] {
  const moments: { time: string; texts: string[]; start: number; end: number; line: number }[] = [];
  for (const { text, start, line } of block.lines) {
    const told = timeAtStart(parts.plain(text));
    const end = Math.min(start + text.length, block.end);
    if (told) moments.push({ time: told.time, texts: [told.rest], start, end, line });
    else {
      const last = moments.at(-1);
      last?.texts.push(parts.plain(text));
      if (last) last.end = end;
    }
  }
  return moments.map(({ time, texts, start, end, line }) =>
    momentAt(time, texts.filter((text) => text !== '').join(' '), { start, end, line }),
  );
}

/** Headings that begin with a time; their text is the rest of the heading, else the first words below it. */
function headingMoments(parts: DocumentParts, sections: readonly Section[]): Moment[] {
  return sections.flatMap((section) => {
    if (section.kind === 'transcript' || !/\d/.test(section.heading)) return [];
    const told = timeAtStart(section.heading.replace(/^\{\{\s?|\s?\}\}$/g, ''));
    if (!told) return [];
    const below = told.rest === '' ? firstWords(section, parts) : told.rest;
    const end = Math.max(section.start + 1, section.bodyStart - 1);
    return [momentAt(told.time, below, { start: section.start, end, line: section.line })];
  });
}

function firstWords(section: Section, parts: DocumentParts): string {
  for (const block of blocksIn(section, parts.outline.blocks)) {
    if (block.kind === 'row' || block.kind === 'code' || block.kind === 'heading') continue;
    const text = parts.plain(rawText(block));
    if (text !== '') return text;
  }
  return '';
}

function momentAt(
  time: string,
  text: string,
  { start, end, line }: { start: number; end: number; line: number },
): Moment {
  return { time, text, start, end, line, kind: 'timeline' };
}
