import type { TextLine } from '../text/textLine';
import type { Block, Outline } from './outline';
import { readOutline } from './readOutline';
import type { DocumentFormat } from './review';
import { type StoryBlock, wordsOf } from './storyBlock';

type LightFormat = Extract<DocumentFormat, 'asciidoc' | 'rst' | 'org' | 'plain'>;

/** What was read of a document. */
interface LightReading {
  readonly blocks: readonly StoryBlock[];
  /** Names of links in lower case → target. */
  readonly references: ReadonlyMap<string, string>;
}

/** Lines that shape a document and say nothing to its readers, by format. What is none of these is shown. */
const structure: Readonly<Record<LightFormat, RegExp>> = {
  asciidoc: /^(?:\[[^\][]{0,300}\]|\[\[[\w-]{1,100}\]\]|\/\/.{0,5000}|(?:ifdef|ifndef|endif|toc)::.{0,300})$/,
  rst: /^\s{0,40}(?:\.\. (?:_.{0,1000}|contents::.{0,100})|\.\.(?:\s[^:]{0,5000})?|:(?:alt|width|height|scale|align|target|name|class|caption|header-rows|widths|local|depth):.{0,1000})$/,
  org: /^\s{0,40}(?:#\s.{0,5000}|#\+(?:begin|end)_\w{1,20}.{0,300}|:(?:PROPERTIES|LOGBOOK|END):)$/i,
  plain: /^$/,
};

/**
 * A document in a format of which only the outline is known, as blocks for a reader, in its own order.
 *
 * Nothing is lost: what the outline's reader passes over is an image or a field where it is one, else it is shown as it stands;
 * only comments and lines that shape the document are left out. Never throws; linear.
 */
export function storyBlocks(lines: readonly TextLine[], format: LightFormat): LightReading {
  const outline = readOutline(lines, format);
  const images = imageBlocks(outline);
  const told = [...toldBlocks(outline, lines), ...images, ...fieldBlocks(outline)].sort((a, b) => a.line - b.line);
  const covered = new Set([...coveredLines(outline), ...images.map(({ line }) => line)]);
  const blocks = withTheRest(told, lines, covered, structure[format]);
  return { blocks, references: outline.references };
}

function toldBlocks(outline: Outline, lines: readonly TextLine[]): StoryBlock[] {
  const first = lines[0]?.line ?? 1;
  return outline.blocks.flatMap((block): StoryBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, text: block.text, line: block.line }];
      case 'row':
        return [block];
      case 'item': {
        const number = numberOf(lines[block.line - first]?.text ?? '');
        return [number === undefined ? block : { ...block, number }];
      }
      case 'code': {
        const text = block.lines.map((line) => line.text).join('\n');
        return text.trim() === '' ? [] : [{ kind: 'code', language: block.language, text, line: block.line }];
      }
      default:
        return [block];
    }
  });
}

/** The number with which a line begins as an item of a numbered list. */
function numberOf(line: string): string | undefined {
  return /^\s{0,40}(\d{1,9})[.)](?:\s|$)/.exec(line)?.[1];
}

/** Images that stand for themselves, not in a sentence. */
function imageBlocks(outline: Outline): StoryBlock[] {
  return outline.links.flatMap(({ kind, target, words, line }): StoryBlock[] =>
    kind === 'image' && !outline.blocks.some((block) => holds(block, line))
      ? [{ kind: 'image', target, words, line }]
      : [],
  );
}

function fieldBlocks({ fields }: Outline): StoryBlock[] {
  return [...fields.values()].map(({ name, value, line }) => ({ kind: 'field', name, value: String(value), line }));
}

function holds(block: Block, line: number): boolean {
  if (block.kind === 'heading' || block.kind === 'row') return block.line === line;
  return line >= block.line && line <= (block.lines.at(-1)?.line ?? block.line);
}

/** The lines of which a block tells all. Of headings and rows, that is known of the first only. */
function coveredLines({ blocks }: Outline): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const block of blocks) {
    covered.add(block.line);
    if (block.kind !== 'heading' && block.kind !== 'row') for (const { line } of block.lines) covered.add(line);
  }
  return covered;
}

function withTheRest(
  told: readonly StoryBlock[],
  lines: readonly TextLine[],
  covered: ReadonlySet<number>,
  isStructure: RegExp,
): StoryBlock[] {
  const blocks: StoryBlock[] = [];
  let next = 0;
  let words: ReadonlySet<string> = new Set();
  for (const { text, line } of lines) {
    for (let block = told[next]; block && block.line <= line; block = told[next]) {
      blocks.push(block);
      words = new Set(wordsIn(wordsOf(block)));
      next++;
    }
    if (covered.has(line) || isStructure.test(text.trim())) continue;
    // The lines of a heading, a cell or a field that goes on.
    const own = wordsIn(text);
    if (own.length === 0 || own.every((word) => words.has(word))) continue;
    const last = blocks.at(-1);
    if (last?.kind === 'asItStands' && line === last.line + last.text.split('\n').length)
      blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else blocks.push({ kind: 'asItStands', text, line });
  }
  return [...blocks, ...told.slice(next)];
}

/** The words and numbers in a text. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
