import type { Element, ElementContent } from 'hast';
import type { StoryBlock } from '../core/reviews/storyBlock';
import { type InlinePart, inlineParts } from '../core/text/inlineParts';
import type { Markup } from '../core/text/markup';
import { cleanHtml } from './cleanHtml';
import { h } from './hast';
import { renderMarkdown } from './renderMarkdown';

/** What blocks are shown by. */
interface Told {
  readonly markup: Markup;
  readonly references: ReadonlyMap<string, string>;
  /** 1-based lines inside of paragraphs that one can go to. */
  readonly moments: ReadonlySet<number>;
}

/** Blocks of a document as a tree: items as nested lists, rows as tables, fields as pairs; all else one element each. */
export function blocksToHast(blocks: readonly StoryBlock[], told: Told): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    let end = at + 1;
    while (end < blocks.length && belongs(block, blocks[end])) end++;
    nodes.push(...together(block, blocks.slice(at, end), told));
    at = end;
  }
  return nodes;
}

/** Whether a block stands in one element with the first of its kind. */
function belongs(first: StoryBlock, next: StoryBlock | undefined): boolean {
  if (first.kind === 'row') return next?.kind === 'row' && next.table === first.table;
  return (first.kind === 'item' || first.kind === 'field') && next?.kind === first.kind;
}

function together(first: StoryBlock, blocks: readonly StoryBlock[], told: Told): ElementContent[] {
  switch (first.kind) {
    case 'item':
      return [list(blocks, told)];
    case 'row':
      return [h('table', {}, ...blocks.flatMap((row) => (row.kind === 'row' ? tableRow(row, told) : [])))];
    case 'field':
      return [h('dl', { dataLine: first.line, className: ['facts'] }, ...blocks.flatMap((field) => pair(field, told)))];
    case 'heading':
      return [h(`h${Math.min(first.level, 6)}`, { dataLine: first.line }, ...inline(first.text, told))];
    case 'paragraph':
      return [h('p', { dataLine: first.line }, ...prose(first, told))];
    case 'quote':
      return [h('blockquote', { dataLine: first.line }, h('p', {}, ...prose(first, told)))];
    case 'code': {
      const named = first.language === '' ? {} : { className: [`language-${first.language}`] };
      return [h('pre', { dataLine: first.line }, h('code', named, first.text))];
    }
    case 'image':
      return [h('p', { dataLine: first.line }, h('img', { src: first.target, alt: first.words }))];
    case 'markdown':
      return cleanHtml(renderMarkdown(first.text, first.line - 1, new Set())).map((node) =>
        node.type === 'element' ? { ...node, properties: {} } : node,
      );
    case 'asItStands':
      return [h('pre', { dataLine: first.line, className: ['as-it-stands'] }, first.text)];
  }
}

function list(blocks: readonly StoryBlock[], told: Told): Element {
  const root = h(listName(blocks[0]), {});
  const open: { readonly list: Element; readonly indent: number }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'item') continue;
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > block.indent) open.pop();
    const last = open.at(-1);
    if (!last) open.push({ list: root, indent: block.indent });
    else if (block.indent > last.indent && open.length < 6) {
      const inner = h(listName(block), {});
      const above = last.list.children.at(-1);
      if (above?.type === 'element') above.children.push(inner);
      open.push({ list: inner, indent: block.indent });
    }
    const numbered = block.number === undefined ? {} : { value: block.number };
    open.at(-1)?.list.children.push(h('li', { dataLine: block.line, ...numbered }, ...prose(block, told)));
  }
  return root;
}

function listName(first: StoryBlock | undefined): 'ol' | 'ul' {
  return first?.kind === 'item' && first.number !== undefined ? 'ol' : 'ul';
}

function tableRow(row: Extract<StoryBlock, { kind: 'row' }>, told: Told): Element {
  const cells = row.cells.map((cell) => h(row.isHeader ? 'th' : 'td', {}, ...inline(cell, told)));
  return h('tr', { dataLine: row.line }, ...cells);
}

function pair(block: StoryBlock, told: Told): Element[] {
  if (block.kind !== 'field') return [];
  return [h('dt', {}, block.name), h('dd', { dataLine: block.line }, ...inline(block.value, told))];
}

/** Lines of prose; one that tells a moment begins anew, with a place to go to. */
function prose({ lines }: Extract<StoryBlock, { kind: 'paragraph' | 'item' | 'quote' }>, told: Told): ElementContent[] {
  const nodes: ElementContent[] = [];
  let open: string[] = [];
  const close = () => {
    nodes.push(...inline(open.join('\n'), told));
    open = [];
  };
  const longest = told.markup === 'none' ? Math.max(...lines.map(({ text }) => text.length)) : 0;
  lines.forEach(({ text, line }, at) => {
    const isMoment = told.moments.has(line);
    // In plain text, a line that ends early was meant to end there.
    const isBroken = longest > 0 && (lines[at - 1]?.text.length ?? longest) < longest * 0.6;
    if (at > 0 && (isMoment || isBroken)) {
      close();
      nodes.push(h('br', {}), ...(isMoment ? [h('span', { dataLine: line })] : []));
    }
    open.push(text);
  });
  close();
  return nodes;
}

function inline(text: string, told: Told): ElementContent[] {
  return inlineParts(text, told.markup, told.references).map(partToHast);
}

function partToHast(part: InlinePart): ElementContent {
  switch (part.kind) {
    case 'text':
      return { type: 'text', value: part.text };
    case 'code':
      return h('code', {}, part.text);
    case 'strong':
      return h('strong', {}, ...part.parts.map(partToHast));
    case 'emphasis':
      return h('em', {}, ...part.parts.map(partToHast));
    case 'link':
      return h('a', { href: part.target }, ...part.parts.map(partToHast));
    case 'image':
      return h('img', { src: part.target, alt: part.words });
  }
}
