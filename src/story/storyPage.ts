import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { storyPlace } from '../core/learning/storyOrder';
import { resolveTarget } from '../core/reviews/resolveTarget';
import type { ReviewDocument, Section } from '../core/reviews/review';
import { dateInWords } from '../core/wording/datesInWords';
import { eachElement, h } from './hast';
import { type NarrativePart, narrativeOf } from './narrative';

/** What a link of the page leads to. The page knows its number only. */
export type StoryTarget =
  /** A file, relative to the root as the review names files; `line` is 1-based. */
  | { readonly kind: 'file'; readonly path: string; readonly line?: number }
  /** The source of the review itself. */
  | { readonly kind: 'source'; readonly line?: number };

/** A story as the page gets it. */
export interface StoryPage {
  readonly html: string;
  readonly targets: readonly StoryTarget[];
}

/** What the page needs beyond the review. */
export interface StoryContext {
  /** The address under which the page may load an image of the review, by its path; nothing where it cannot be shown. */
  imageAt(path: string): string | undefined;
}

/** Makes the page of a review's story. The words come from people we do not know: all of it is cleaned or escaped. */
export function storyPage(review: ReviewDocument, context: StoryContext): StoryPage {
  const targets: StoryTarget[] = [];
  const parts = narrativeOf(review);
  for (const { nodes } of parts) finish(nodes, review, context, targets);
  const told = parts.filter(({ section }) => ['told', 'conversation'].includes(storyPlace(section?.kind)));
  const last = parts.filter(({ section }) => storyPlace(section?.kind) === 'last');
  const shown = [...told, ...last];
  const page = [
    header(review, targets),
    h('div', { className: ['columns'] }, outline(shown), h('main', { id: 'story' }, ...shown.map(partOfPage))),
  ];
  return { html: toHtml({ type: 'root', children: page }), targets };
}

function header(review: ReviewDocument, targets: StoryTarget[]): Element {
  const { id, rawTitle, title, date, services, people } = review;
  const facts: [string, string][] = [
    ['When', date === undefined ? '' : dateInWords(date)],
    ['Services', services.join(', ')],
    ['People who can tell more', people.join(', ')],
  ];
  return h(
    'header',
    {},
    h('p', { className: ['id'] }, id),
    h('h1', {}, rawTitle || title || id),
    h(
      'dl',
      { className: ['facts'] },
      ...facts.filter(([, value]) => value !== '').flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
    h('p', { className: ['actions'] }, follow({ kind: 'source' }, targets, 'Open Source')),
  );
}

function outline(parts: readonly NarrativePart[]): Element {
  const sections = parts.flatMap(({ section }) => section ?? []);
  const outermost = Math.min(...sections.map(({ level }) => level));
  return h(
    'nav',
    { ariaLabel: 'Outline' },
    h(
      'ul',
      {},
      ...sections.map((section) =>
        h(
          'li',
          { className: [`level-${Math.min(section.level - outermost, 3)}`] },
          h('a', { href: `#${anchorOf(section)}` }, section.heading),
        ),
      ),
    ),
  );
}

function partOfPage({ section, nodes }: NarrativePart): Element {
  return h('section', section ? { id: anchorOf(section), dataPassage: section.passage } : {}, ...nodes);
}

/** The id of the element that tells a section. */
export function anchorOf({ passage }: Pick<Section, 'passage'>): string {
  return `passage-${passage}`;
}

/** Makes what the review's author wrote fit into the page: links are numbered, images found, headings stand below the title. */
function finish(
  nodes: readonly ElementContent[],
  review: ReviewDocument,
  context: StoryContext,
  targets: StoryTarget[],
): void {
  eachElement(nodes, (element) => {
    if (element.tagName === 'a') finishLink(element, review, targets);
    else if (element.tagName === 'img') finishImage(element, review, context);
    else if (/^h[1-5]$/.test(element.tagName)) element.tagName = `h${Number(element.tagName.slice(1)) + 1}`;
  });
}

function finishLink(element: Element, review: ReviewDocument, targets: StoryTarget[]): void {
  const href = String(element.properties.href ?? '');
  if (/^(?:https?|mailto):/i.test(href)) {
    element.properties = { href, title: href };
    return;
  }
  if (href.startsWith('#')) {
    element.properties = { href: `#passage-${href.slice(1)}` };
    return;
  }
  const path = resolveTarget(href, review.path);
  const line = Number(/#L(\d{1,7})\b/.exec(href)?.[1] ?? Number.NaN);
  element.properties =
    path === undefined
      ? { title: href }
      : numbered({ kind: 'file', path, ...(Number.isNaN(line) ? {} : { line }) }, targets, path);
}

function finishImage(element: Element, review: ReviewDocument, context: StoryContext): void {
  const src = String(element.properties.src ?? '');
  const alt = String(element.properties.alt ?? '');
  const path = resolveTarget(src, review.path);
  const address = path === undefined ? undefined : context.imageAt(path);
  if (address !== undefined) {
    element.properties = { src: address, alt, dataPath: path };
    return;
  }
  const isRemote = /^https?:/i.test(src);
  element.tagName = isRemote ? 'a' : 'span';
  element.properties = isRemote ? { href: src, title: src } : { className: ['missing'] };
  element.children = [{ type: 'text', value: `Image: ${alt || src}` }];
}

function follow(target: StoryTarget, targets: StoryTarget[], ...words: readonly (ElementContent | string)[]): Element {
  return h('a', numbered(target, targets), ...words);
}

function numbered(target: StoryTarget, targets: StoryTarget[], title?: string) {
  const number = targets.push(target) - 1;
  return { href: '#', dataFollow: String(number), ...(title === undefined ? {} : { title }) };
}
