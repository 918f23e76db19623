import type { DocumentParts } from './documentParts';
import { isPlaceholder } from './isPlaceholder';
import { type Block, type Prose, rawText } from './outline';
import type { Section } from './review';
import { blocksIn } from './sectionBlocks';

/**
 * What a section says, one string each, without marks: its items with those below them, its paragraphs, the rows of its tables.
 *
 * Hints in italics that a template left, words that only announce a list, code and fillers such as "None" are left out.
 */
export function storyItems(section: Section, parts: DocumentParts): string[] {
  const blocks = blocksIn(section, parts.outline.blocks);
  const outermost = Math.min(...blocks.filter(isItem).map(({ indent }) => indent));
  const items: string[] = [];
  blocks.forEach((block, index) => {
    const text = textOf(block, section, parts);
    if (text === undefined || isPlaceholder(text)) return;
    const isBelow = isItem(block) && block.indent > outermost && items.length > 0 && isItem(blocks[index - 1]);
    if (isBelow) items.push(joined(items.pop() ?? '', text));
    else if (!(block.kind === 'paragraph' && announces(text, blocks[index + 1]))) items.push(text);
  });
  return items;
}

/** The words of a block without marks; nothing for code, heads of tables and hints of templates. */
export function textOf(block: Block, section: Section, parts: DocumentParts): string | undefined {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return undefined;
    case 'row':
      return block.isHeader
        ? undefined
        : block.cells
            .map(parts.plain)
            .filter((cell) => cell !== '')
            .join(' — ');
    default: {
      const raw = rawInside(block, section);
      return isHint(raw) ? undefined : parts.plain(raw);
    }
  }
}

/** The part of a block that lies behind the section's label, where the label stands in the block. */
function rawInside(block: Prose, section: Section): string {
  if (block.start >= section.bodyStart || section.bodyStart > block.end) return rawText(block);
  return block.lines
    .filter((line) => line.start + line.text.length >= section.bodyStart)
    .map((line) => line.text.slice(Math.max(0, section.bodyStart - line.start)))
    .join(' ');
}

/** Italics from end to end are what templates explain themselves with. */
function isHint(raw: string): boolean {
  const text = raw.trim();
  const mark = text.charAt(0);
  if ((mark !== '*' && mark !== '_') || !text.endsWith(mark) || text.length < 3) return false;
  const inner = text.slice(1, -1);
  return !inner.includes(mark) && !/^\s|\s$/.test(inner);
}

function announces(text: string, next: Block | undefined): boolean {
  return /[:：]$/.test(text) && (next?.kind === 'item' || next?.kind === 'row' || next?.kind === 'code');
}

function isItem(block: Block | undefined): block is Prose {
  return block?.kind === 'item';
}

function joined(above: string, below: string): string {
  return /[.!?:;。！？：]$/.test(above) ? `${above} ${below}` : `${above}; ${below}`;
}
