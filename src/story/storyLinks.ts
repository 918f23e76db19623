import type { Element, ElementContent } from 'hast';
import type { Turn } from '../core/reviews/conversation';
import { resolveTarget } from '../core/reviews/resolveTarget';
import type { ReviewDocument } from '../core/reviews/review';
import { storyWords } from '../core/wording/storyWords';
import { eachElement, h, lineOf, textOf } from './hast';
import type { FileState, StoryContext } from './storyContext';
import type { StoryTargets } from './storyTargets';

/** What links and images of a review are looked up in. */
export interface Linking {
  readonly review: ReviewDocument;
  readonly context: StoryContext;
  readonly targets: StoryTargets;
  /** How many levels headings are moved down, so that the outermost ones stand right below the title. */
  readonly lowered: number;
  /** The transcripts among the materials, by their place there, as far as they are conversations. */
  readonly conversations: ReadonlyMap<number, readonly Turn[]>;
}

/**
 * Makes what the review's author wrote fit into the page: links are numbered, images found, names of other reviews and of code that is
 * there become links, drawings get a place, headings stand below the title. The nodes themselves are changed.
 */
export function linkStory(nodes: readonly ElementContent[], linking: Linking): void {
  const names = namePattern(linking.context);
  const written: Element[] = [];
  eachElement(nodes, (element) => written.push(element));
  // What is made of an element is not looked at again.
  for (const element of written) finish(element, names, linking);
}

function finish(element: Element, names: RegExp | undefined, linking: Linking): void {
  switch (element.tagName) {
    case 'a':
      finishLink(element, linking);
      return;
    case 'img':
      finishImage(element, linking);
      return;
    case 'code':
      finishCode(element, linking);
      return;
    case 'pre':
      finishPre(element);
      return;
    default:
      if (/^h[1-6]$/.test(element.tagName)) {
        const level = Number(element.tagName.slice(1)) + linking.lowered;
        element.tagName = `h${Math.min(6, Math.max(2, level))}`;
      }
      if (names) linkNames(element, names, linking);
  }
}

function finishLink(element: Element, { review, context, targets }: Linking): void {
  const href = String(element.properties.href ?? '').trim();
  const named = context.named.meanings.get(textOf(element));
  if (/^(?:https?|mailto):/i.test(href)) {
    element.properties = { href, title: href };
    return;
  }
  if (href.startsWith('#')) {
    element.properties = { href: `#passage-${href.slice(1).toLowerCase()}` };
    return;
  }
  const path = resolveTarget(href, review.path);
  const other = named?.review ?? context.named.first.find(({ review: { path: there } }) => there === path)?.review;
  const line = Number(/[#:]L?(\d{1,7})$/.exec(href)?.[1] ?? Number.NaN);
  if (other) element.properties = targets.link({ kind: 'story', key: other.key, id: other.id }, other.title);
  else if (path === undefined) element.properties = href === '' ? {} : { title: href };
  else
    element.properties = targets.link(
      { kind: 'file', path: path.replace(/:\d{1,7}$/, ''), ...(Number.isNaN(line) ? {} : { line }) },
      path,
    );
}

/** An image that can be shown is a button that enlarges it; of one that cannot, its words and where it would be. */
function finishImage(element: Element, { review, context }: Linking): void {
  const src = String(element.properties.src ?? '');
  const alt = String(element.properties.alt ?? '');
  const path = resolveTarget(src, review.path);
  const picture = path === undefined ? undefined : context.pictures.get(path);
  if (picture?.address !== undefined && path !== undefined) {
    Object.assign(element, zoomable(picture.address, alt, path));
    return;
  }
  const isRemote = /^https?:/i.test(src);
  const why = isRemote ? storyWords.opensOutside : notShown(picture?.state ?? 'missing');
  element.tagName = isRemote ? 'a' : 'span';
  element.properties = isRemote ? { href: src, title: src } : { className: ['missing'] };
  element.children = [{ type: 'text', value: `${alt || src} (${why})` }];
}

/** Why a file is not shown. */
export function notShown(state: FileState): string {
  return state === 'missing' ? storyWords.notThere : storyWords.notShown;
}

/** The paths of the images in a text, relative to the root. */
export function picturesIn(nodes: readonly ElementContent[], review: ReviewDocument): readonly string[] {
  const paths = new Set<string>();
  eachElement(nodes, ({ tagName, properties }) => {
    const path = tagName === 'img' ? resolveTarget(String(properties.src ?? ''), review.path) : undefined;
    if (path !== undefined) paths.add(path);
  });
  return [...paths];
}

/** An image that one can enlarge. */
export function zoomable(address: string, alt: string, path: string): Element {
  return h(
    'button',
    { type: 'button', className: ['zoom'], ariaLabel: `${storyWords.enlarge}: ${alt || path}` },
    h('img', { src: address, alt }),
  );
}

/** A path in code marks is a link where it is there. */
function finishCode(element: Element, { context, targets }: Linking): void {
  const place = context.codePlaces.get(textOf(element));
  if (!place) return;
  const inner = h('code', {}, ...element.children);
  element.tagName = 'a';
  element.properties = targets.link({ kind: 'file', ...place }, place.path);
  element.children = [inner];
}

/** Code is not looked into; a Mermaid drawing gets a place to be drawn in, with its text below. */
function finishPre(element: Element): void {
  const [code] = element.children;
  if (code?.type !== 'element') return;
  const classes = [code.properties.className ?? []].flat();
  if (!classes.includes('language-mermaid')) {
    element.properties.tabIndex = 0;
    return;
  }
  Object.assign(element, drawing(textOf(code), lineOf(element)));
}

/** A place in which the page draws a Mermaid diagram, with its text below for those who read it. */
export function drawing(text: string, line?: number): Element {
  return h(
    'figure',
    { className: ['drawing'], ...(line === undefined ? {} : { dataLine: line, id: `drawing-${line}` }) },
    h('div', { className: ['drawn'], dataDrawing: storyWords.drawing }),
    h(
      'details',
      { open: true },
      h('summary', {}, storyWords.showDrawingSource),
      h('pre', { tabIndex: 0 }, h('code', {}, text)),
    ),
  );
}

/** All names of other reviews in the text, as they are written, the longest first; nothing where there are none. */
function namePattern({ named }: StoryContext): RegExp | undefined {
  const names = [...named.meanings.keys()].filter((name) => !name.includes('\n')).slice(0, 500);
  if (names.length === 0) return undefined;
  const escaped = names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

function linkNames(element: Element, names: RegExp, { context, targets }: Linking): void {
  element.children = element.children.flatMap((child) => {
    if (child.type !== 'text') return [child];
    const pieces: ElementContent[] = [];
    let from = 0;
    for (const match of child.value.matchAll(names)) {
      const named = context.named.meanings.get(match[0]);
      if (!named) continue;
      const { review, passage } = named;
      pieces.push({ type: 'text', value: child.value.slice(from, match.index) });
      const target = { kind: 'story', key: review.key, id: review.id } as const;
      pieces.push(
        h('a', targets.link(passage === undefined ? target : { ...target, passage }, review.title), match[0]),
      );
      from = match.index + match[0].length;
    }
    return from === 0 ? [child] : [...pieces, { type: 'text', value: child.value.slice(from) }];
  });
}
