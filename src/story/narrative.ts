import type { ElementContent } from 'hast';
import { dataBlocks } from '../core/reviews/dataBlocks';
import { readFrontMatter } from '../core/reviews/frontMatter';
import type { ReviewDocument, Section } from '../core/reviews/review';
import { storyBlocks } from '../core/reviews/storyBlocks';
import { allSteps, type Steps } from '../core/steps';
import type { Markup } from '../core/text/markup';
import { textLines } from '../core/text/textLine';
import { blocksToHast } from './blocksToHast';
import { cleanHtml } from './cleanHtml';
import { lineOf, textOf } from './hast';
import { renderPieces } from './renderMarkdown';

/** A stretch of the narrative: what stands under a heading, the heading first; what stands above all of them has no section. */
export interface NarrativePart {
  readonly section?: Section;
  readonly nodes: readonly ElementContent[];
}

/** The text of a review, read for its story. */
export interface Narrative {
  /** In the order of the document. */
  readonly parts: readonly NarrativePart[];
  /** What the document says of itself, where that is not front matter. */
  readonly head: readonly ElementContent[];
  /** Whether it goes on: of a text with tens of thousands of parts, the beginning is told. */
  readonly isCut: boolean;
}

/** The text of a review as a tree, divided at its sections. The heading that is its title is left out. */
export function narrativeOf(review: ReviewDocument): Narrative {
  return allSteps(narrating(review));
}

/** The same in small steps, for whoever has to leave room for others between them. */
export function* narrating(review: ReviewDocument): Steps<Narrative> {
  const above = (review.startsAt?.line ?? 1) - 1;
  const nodes: ElementContent[] = [];
  const body = bodyOf(review, above);
  let piece = body.next();
  for (; !piece.done; piece = body.next()) {
    for (const node of piece.value) if (node.type !== 'text' || node.value.trim() !== '') nodes.push(node);
    yield;
  }
  const starts = new Map(review.sections.map((section) => [section.line, section]));
  const head: ElementContent[] = [];
  const parts: { section?: Section; nodes: ElementContent[] }[] = [{ nodes: [] }];
  let isTitleTold = false;
  for (const node of nodes) {
    if (!isTitleTold && isTitle(node, review)) {
      isTitleTold = true;
      continue;
    }
    if (isFacts(node)) {
      head.push(node);
      continue;
    }
    const section = starts.get(lineOf(node) ?? 0);
    if (section) parts.push({ section, nodes: [node] });
    else parts.at(-1)?.nodes.push(node);
  }
  return { parts: parts.filter(({ nodes }) => nodes.length > 0), head, isCut: piece.value === 'beginning' };
}

function* bodyOf(review: ReviewDocument, above: number): Generator<readonly ElementContent[], 'whole' | 'beginning'> {
  const { text, format } = review;
  const lines = textLines(text, 0, above + 1);
  const moments = new Set(review.moments.map(({ line }) => line));
  if (format === 'yaml' || format === 'json') {
    yield blocksToHast(dataBlocks(text, lines, format), { markup: 'none', references: new Map(), moments });
    return 'whole';
  }
  const { lineCount } = review.startsAt ? { lineCount: 0 } : readFrontMatter(lines);
  const body = lines.slice(lineCount);
  if (format === 'markdown') {
    const start = body[0]?.start;
    if (start === undefined) return 'whole';
    const pieces = renderPieces(text.slice(start), above + lineCount, moments);
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) yield cleanHtml(piece.value);
    return piece.value;
  }
  const { blocks, references } = storyBlocks(body, format);
  yield blocksToHast(blocks, { markup: markups[format], references, moments });
  return 'whole';
}

const markups: Readonly<Record<'asciidoc' | 'rst' | 'org' | 'plain', Markup>> = {
  asciidoc: 'asciidoc',
  rst: 'rst',
  org: 'org',
  plain: 'none',
};

/** The pairs that blocks of fields are made into; nothing in Markdown has that class. */
function isFacts(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'dl' && [node.properties.className].flat().includes('facts');
}

/** The heading whose words are the title, which stands over the page. */
function isTitle(node: ElementContent, { rawTitle, title }: ReviewDocument): boolean {
  if (node.type !== 'element' || !/^h[1-6]$/.test(node.tagName)) return false;
  const words = textOf(node).replace(/\s+/g, ' ').trim();
  return words === rawTitle.trim() || words === title.trim();
}
