import type { Block } from './outline';
import type { Section } from './review';

/** The blocks under a section's heading, up to the next heading of any level. Blocks are in order, so the first is found by halving. */
export function blocksIn(section: Section, blocks: readonly Block[]): Block[] {
  let low = 0;
  let high = blocks.length;
  // A label's own block begins before the text behind the label.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < section.start) low = middle + 1;
    else high = middle;
  }
  const found: Block[] = [];
  for (let at = low; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.start >= section.end) break;
    if (block.kind !== 'heading') found.push(block);
  }
  return found;
}

/** The section in which an offset lies; nothing before the first. Sections are in order and do not overlap. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return lastUpTo(sections, ({ start }) => start <= offset);
}

/** The section in which a 1-based line lies; nothing before the first. */
export function sectionAtLine(sections: readonly Section[], line: number): Section | undefined {
  return lastUpTo(sections, (section) => section.line <= line);
}

function lastUpTo(sections: readonly Section[], isBefore: (section: Section) => boolean): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const section = sections[middle];
    if (section && isBefore(section)) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
