import type { DocumentParts } from './documentParts';
import { isPlaceholder } from './isPlaceholder';
import type { Section } from './review';
import { blocksIn } from './sectionBlocks';
import { storyItems } from './storyItems';

/**
 * What a section says that a label without marks begins, such as the line "What was confusing: it worked.": the rest of its paragraph, up
 * to the next label, and the items right below. A letter goes on to other things without saying so.
 *
 * A value that goes on with the label's sentence keeps the label. Nothing for other sections.
 */
export function labelItems(section: Section, parts: DocumentParts): string[] | undefined {
  const { all } = parts.labels;
  const at = all.findIndex(({ line, form, isAlone }) => line === section.line && form === 'plain' && !isAlone);
  const label = all[at];
  const blocks = blocksIn(section, parts.outline.blocks);
  const own = label && parts.outline.blocks.find(({ start, end }) => start <= label.start && label.start < end);
  if (!label || own?.kind !== 'paragraph') return undefined;
  const stop = all[at + 1]?.start ?? own.end;
  const raw = own.lines
    .filter(({ start }) => start >= label.start && start < stop)
    .map(({ text, start }) => text.slice(Math.max(0, label.valueStart - start)))
    .join(' ');
  const value = parts.plain(raw);
  const text = /^\p{Ll}/u.test(value) ? `${label.words}: ${value}` : value;
  const below = blocks.filter(({ start }) => start >= own.end);
  const behind = below.findIndex(({ kind }) => kind !== 'item');
  const items = behind < 0 ? below : below.slice(0, behind);
  const first = items[0];
  const end = items.at(-1)?.end;
  const rest =
    first && end !== undefined
      ? storyItems({ ...section, start: first.start, bodyStart: first.start, end }, parts)
      : [];
  const announces = /[:：]$/.test(value) && rest.length > 0;
  return isPlaceholder(value) || announces ? rest : [text, ...rest];
}
