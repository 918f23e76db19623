import type { Element, ElementContent } from 'hast';
import { storyPlace } from '../core/learning/storyOrder';
import { readConversation, type Turn } from '../core/reviews/conversation';
import type { MarginNote } from '../core/reviews/marginNote';
import type { ReviewDocument, Section } from '../core/reviews/review';
import { textLines } from '../core/text/textLine';
import { sourceOnly, storyWords } from '../core/wording/storyWords';
import { conversationToHast } from './conversationToHast';
import { h, textOf } from './hast';
import type { Narrative, NarrativePart } from './narrative';
import { wayOn } from './pathPart';
import type { StoryContext } from './storyContext';
import { type Linking, linkStory } from './storyLinks';
import { askButton, copyButton, markMoments } from './storyMoments';
import { addNotes, noteToHast } from './storyNotes';
import {
  type AddedPart,
  citedByPart,
  materialsPart,
  originsPart,
  relatedPart,
  saidBeside,
  storyHeader,
  tooLong,
} from './storyParts';
import { type StoryPieces, storyPieces } from './storyPieces';
import { type StoryTarget, StoryTargets } from './storyTargets';

/** A story as the page gets it. */
export interface StoryPage extends StoryPieces {
  readonly targets: readonly StoryTarget[];
  /** Whether something in it is to be drawn. */
  readonly hasDrawing: boolean;
  /** Whether the review is a step of the path that the reader follows. */
  readonly isOnPath: boolean;
}

/**
 * Makes the page of a review's story: what it tells in its own order, then its materials, related reviews, where it shows up and how it
 * was read; what was to be done afterwards comes after all of that which is read.
 *
 * `narrative` is {@link ./narrative}'s, and is used up. The words come from people we do not know: all of it is cleaned or escaped.
 */
export function storyPage(review: ReviewDocument, narrative: Narrative, context: StoryContext): StoryPage {
  const { nodes, targets } = storyTree(review, narrative, context);
  const pieces = storyPieces(nodes);
  const hasDrawing = [pieces.html, ...pieces.rest].some((html) => html.includes(' data-drawing='));
  return { ...pieces, targets, hasDrawing, isOnPath: context.followed !== undefined };
}

/** The page as a tree, and what its links lead to. */
export function storyTree(
  review: ReviewDocument,
  narrative: Narrative,
  context: StoryContext,
): { readonly nodes: Element[]; readonly targets: readonly StoryTarget[] } {
  const targets = new StoryTargets();
  const linking: Linking = {
    review,
    context,
    targets,
    lowered: 2 - outermostOf(narrative.parts),
    conversations: conversationsIn(context),
  };
  const all = narrative.parts.map((part) => finished(withoutServices(part, review), linking));
  const isLast = ({ section }: NarrativePart) => storyPlace(section?.kind) === 'last';
  const [told, last] = [all.filter((part) => !isLast(part)), all.filter(isLast)];
  const steps = markMoments(
    all.flatMap(({ nodes }) => nodes),
    review,
    saidBeside(linking),
  );
  const nodes = [storyHeader(linking), columnsOf(told, last, narrative, linking), ...(steps > 1 ? [walker()] : [])];
  return { nodes, targets: targets.all };
}

/** The story with its outline: what is told, what is beside it, what comes last, the way on, and what is not the review's own. */
function columnsOf(
  told: readonly NarrativePart[],
  last: readonly NarrativePart[],
  { head, isCut }: Pick<Narrative, 'head' | 'isCut'>,
  linking: Linking,
): Element {
  const { review, context, targets } = linking;
  const sections = [...told, ...last].map(partOfPage);
  const lost = addNotes(sections, context.notes);
  const beside = [materialsPart(linking), relatedPart(linking), citedByPart(linking)].filter(hasNodes);
  const own = [lostNotes(lost), originsPart(linking, head)].filter(hasNodes);
  const main = h(
    'main',
    { id: 'story' },
    ...sections.slice(0, told.length),
    review.isTruncated || isCut ? tooLong(targets) : undefined,
    // Who comes here has read the story.
    h('div', { className: ['end'] }),
    ...beside.map(addedPart),
    ...(last.length === 0 ? [] : [h('div', { className: ['last'] }, ...sections.slice(told.length))]),
    wayOn(linking),
    ...own.map(addedPart),
  );
  const entries = [...entriesOf(told), ...beside.map(addedEntry), ...entriesOf(last), ...own.map(addedEntry)];
  const isKeyed = review.format === 'yaml' || review.format === 'json';
  return h('div', { className: isKeyed ? ['columns', 'keyed'] : ['columns'] }, outline(entries), main);
}

/** A part of data without its list of services where the page says the same above. */
function withoutServices(part: NarrativePart, { format, services }: ReviewDocument): NarrativePart {
  if ((format !== 'yaml' && format !== 'json') || services.length === 0) return part;
  const list = part.nodes.findIndex((node) => {
    const items =
      node.type === 'element' && node.tagName === 'ul' ? node.children.map((each) => textOf(each).trim()) : [];
    return items.filter((item) => item !== '').join('\n') === services.join('\n');
  });
  const heading = part.nodes[list - 1];
  if (heading?.type !== 'element' || !/^h[1-6]$/.test(heading.tagName)) return part;
  return { ...part, nodes: part.nodes.toSpliced(list - 1, 2) };
}

/** The level of the outermost headings, as the document's format counts. */
function outermostOf(parts: readonly NarrativePart[]): number {
  const levels = parts.flatMap(({ section, nodes: [first] }) => {
    const level = section && first?.type === 'element' ? /^h([1-6])$/.exec(first.tagName)?.[1] : undefined;
    return level === undefined ? [] : [Number(level)];
  });
  return levels.length === 0 ? 2 : Math.min(...levels);
}

function conversationsIn({ materials }: StoryContext): ReadonlyMap<number, readonly Turn[]> {
  const found = materials.map(({ material, state, text }, index) => {
    const isSpoken = state === 'there' && material.kind === 'transcript' && text !== undefined;
    return [index, isSpoken ? readConversation(textLines(text)) : undefined] as const;
  });
  return new Map(found.flatMap(([index, turns]) => (turns ? [[index, turns] as const] : [])));
}

function hasNodes({ nodes }: AddedPart): boolean {
  return nodes.length > 0;
}

/** The reader's notes whose passages are no longer there. */
function lostNotes(notes: readonly MarginNote[]): AddedPart {
  return { id: 'notes', heading: storyWords.lostQuestions, nodes: notes.map((note) => noteToHast(note, true)) };
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
  const head = section && isHeading ? [headOf(heading, section)] : heading ? [heading] : [];
  const conversation = section && place === 'conversation' ? conversationOf(section, linking) : undefined;
  if (!conversation) return { ...part, nodes: [...head, ...rest] };
  const images = rest.filter((node) => node.type === 'element' && JSON.stringify(node).includes('"zoom"'));
  return { ...part, nodes: [...(isHeading ? head : []), conversation, ...images] };
}

/** A heading with the buttons that copy a link to it and ask a question about it, which are no part of its name. */
function headOf(heading: Element, { passage, heading: words, line }: Section): Element {
  return h('div', { className: ['head'] }, heading, copyButton(passage), askButton(words, line));
}

function conversationOf({ bodyStart, end }: Section, { review }: Linking): Element | undefined {
  const { text, startsAt } = review;
  const first = text.slice(0, bodyStart).split('\n').length + (startsAt?.line ?? 1) - 1;
  const turns = readConversation(textLines(text.slice(bodyStart, end), 0, first));
  return turns && conversationToHast(turns, review.moments, '');
}

/** A line of the outline. */
interface Entry {
  readonly id: string;
  readonly heading: string;
  /** 0 for the outermost. */
  readonly depth: number;
}

function entriesOf(parts: readonly NarrativePart[]): readonly Entry[] {
  const sections = parts.flatMap(({ section }) => section ?? []);
  const outermost = Math.min(...sections.map(({ level }) => level));
  return sections.map((section) => ({
    id: passageId(section),
    heading: section.heading,
    depth: Math.min(section.level - outermost, 3),
  }));
}

function addedEntry({ id, heading }: AddedPart): Entry {
  return { id, heading, depth: 0 };
}

function outline(entries: readonly Entry[]): Element {
  const items = entries.map(({ id, heading, depth }) =>
    h('li', { className: [`depth-${depth}`] }, h('a', { href: `#${id}` }, heading)),
  );
  return h('nav', { className: ['outline'], ariaLabel: storyWords.outline }, h('ul', {}, ...items));
}

function partOfPage({ section, nodes }: NarrativePart): Element {
  const named = section ? { id: passageId(section), dataPassage: section.passage, dataKind: section.kind } : {};
  return h('section', named, ...nodes);
}

function addedPart({ id, heading, nodes, isFolded = false }: AddedPart): Element {
  const title = h('h2', {}, heading);
  const inner = isFolded ? [h('details', {}, h('summary', {}, title), ...nodes)] : [title, ...nodes];
  return h('section', { id, className: ['added'] }, ...inner);
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
    h('span', { className: ['walked'] }, storyWords.timeline),
    button(1, storyWords.next, '↓'),
  );
}
