import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { storyPlace } from '../core/learning/storyOrder';
import { readConversation } from '../core/reviews/conversation';
import type { ReviewDocument, Section } from '../core/reviews/review';
import { textLines } from '../core/text/textLine';
import { sourceOnly, storyWords } from '../core/wording/storyWords';
import { conversationToHast } from './conversationToHast';
import { h } from './hast';
import type { Narrative, NarrativePart } from './narrative';
import type { StoryContext } from './storyContext';
import { type Linking, linkStory } from './storyLinks';
import { copyButton, markMoments } from './storyMoments';
import {
  type AddedPart,
  citedByPart,
  materialsPart,
  originsPart,
  relatedPart,
  storyHeader,
  tooLong,
} from './storyParts';
import { type StoryTarget, StoryTargets } from './storyTargets';

/** A story as the page gets it. */
export interface StoryPage {
  readonly html: string;
  readonly targets: readonly StoryTarget[];
  /** Whether something in it is to be drawn. */
  readonly hasDrawing: boolean;
}

/**
 * Makes the page of a review's story: what it tells in its own order, then its materials, related reviews, where it shows up and how it
 * was read; what was to be done afterwards stands last of what it tells.
 *
 * `narrative` is {@link ./narrative}'s, and is used up. The words come from people we do not know: all of it is cleaned or escaped.
 */
export function storyPage(review: ReviewDocument, narrative: Narrative, context: StoryContext): StoryPage {
  const { nodes, targets } = storyTree(review, narrative, context);
  const html = toHtml({ type: 'root', children: nodes });
  return { html, targets, hasDrawing: html.includes(' data-drawing=') };
}

/** The page as a tree, and what its links lead to. */
export function storyTree(
  review: ReviewDocument,
  narrative: Narrative,
  context: StoryContext,
): { readonly nodes: Element[]; readonly targets: readonly StoryTarget[] } {
  const targets = new StoryTargets();
  const linking: Linking = { review, context, targets };
  const parts = inStoryOrder(narrative.parts).map((part) => finished(part, linking));
  const steps = markMoments(
    parts.flatMap(({ nodes }) => nodes),
    review,
  );
  const added = [
    materialsPart(linking),
    relatedPart(linking),
    citedByPart(linking),
    originsPart(linking, narrative.head),
  ].filter(({ nodes }) => nodes.length > 0);
  const end = review.isTruncated ? tooLong(targets) : undefined;
  const main = h('main', { id: 'story' }, ...parts.map(partOfPage), end, ...added.map(addedPart));
  const columns = h('div', { className: ['columns'] }, outline(parts, added), main);
  const nodes = [storyHeader(review, targets), columns, ...(steps > 1 ? [walker()] : [])];
  return { nodes, targets: targets.all };
}

function inStoryOrder(parts: readonly NarrativePart[]): NarrativePart[] {
  const isLast = ({ section }: NarrativePart) => storyPlace(section?.kind) === 'last';
  return [...parts.filter((part) => !isLast(part)), ...parts.filter(isLast)];
}

/** A part with its links, its heading's button, and its conversation where it is one. */
function finished(part: NarrativePart, linking: Linking): NarrativePart {
  const { section } = part;
  const place = storyPlace(section?.kind);
  if (section && place === 'sourceOnly') {
    const where = linking.targets.a({ kind: 'source', line: section.line }, storyWords.openSource);
    return { section, nodes: [h('p', { className: ['note'] }, `${sourceOnly(section.heading)} `, where)] };
  }
  linkStory(part.nodes, linking);
  const [heading, ...rest] = part.nodes;
  const isHeading = heading?.type === 'element' && /^h[2-6]$/.test(heading.tagName);
  if (section && isHeading) heading.children.push(copyButton(section.passage));
  const conversation = section && place === 'conversation' ? conversationOf(section, linking) : undefined;
  if (!section || !conversation) return part;
  const images = rest.filter((node) => node.type === 'element' && JSON.stringify(node).includes('"zoom"'));
  return { section, nodes: [...(isHeading ? [heading] : []), conversation, ...images] };
}

function conversationOf({ bodyStart, end }: Section, { review }: Linking): Element | undefined {
  const { text, startsAt } = review;
  const first = text.slice(0, bodyStart).split('\n').length + (startsAt?.line ?? 1) - 1;
  const turns = readConversation(textLines(text.slice(bodyStart, end), 0, first));
  return turns && conversationToHast(turns, review.moments, '');
}

function outline(parts: readonly NarrativePart[], added: readonly AddedPart[]): Element {
  const sections = parts.flatMap(({ section }) => section ?? []);
  const outermost = Math.min(...sections.map(({ level }) => level));
  const entry = (depth: number, id: string, heading: string) =>
    h('li', { className: [`depth-${depth}`] }, h('a', { href: `#${id}` }, heading));
  return h(
    'nav',
    { ariaLabel: storyWords.outline },
    h(
      'ul',
      {},
      ...sections.map((section) => entry(Math.min(section.level - outermost, 3), passageId(section), section.heading)),
      ...added.map(({ id, heading }) => entry(0, id, heading)),
    ),
  );
}

function partOfPage({ section, nodes }: NarrativePart): Element {
  const named = section ? { id: passageId(section), dataPassage: section.passage, dataKind: section.kind } : {};
  return h('section', named, ...nodes);
}

function addedPart({ id, heading, nodes }: AddedPart): Element {
  return h('section', { id, className: ['added'] }, h('h2', {}, heading), ...nodes);
}

/** The id of the element that tells a section. */
export function passageId({ passage }: Pick<Section, 'passage'>): string {
  return `passage-${passage}`;
}

/** The bar by which one walks through the moments; it shows where one is. */
function walker(): Element {
  const button = (by: number, label: string, arrow: string): ElementContent =>
    h('button', { type: 'button', dataStep: String(by), ariaLabel: label, title: label }, arrow);
  return h(
    'div',
    { className: ['walker'], role: 'group', ariaLabel: storyWords.steps },
    button(-1, storyWords.previous, '↑'),
    h('span', { className: ['walked'] }),
    button(1, storyWords.next, '↓'),
  );
}
