import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** The HTML of a story in pieces, so that what fills the first screens can be shown before the rest is there. */
export interface StoryPieces {
  /** The page with the beginning of what is told in it; all of it where that is short. */
  readonly html: string;
  /** What follows in `main`, in order: each piece stands for itself, and goes behind those before it. */
  readonly rest: readonly string[];
}

/** So much is shown at once, in characters of HTML: some ten screens. */
const piece = 48_000;

/** Makes HTML of the tree of a page. The tree is used up: what is in `rest` is no longer in it. */
export function storyPieces(nodes: readonly Element[]): StoryPieces {
  const main = mainIn(nodes);
  const [first = [], ...rest] = main ? piecesOf(main.children.flatMap(inParts)) : [];
  if (main && rest.length > 0) main.children = first.map(({ node }) => node);
  return {
    html: toHtml({ type: 'root', children: [...nodes] }),
    rest: rest.map((each) => each.map(({ html }) => html).join('')),
  };
}

interface Told {
  readonly node: ElementContent;
  readonly html: string;
}

function mainIn(nodes: readonly Element[]): Element | undefined {
  const all = nodes.flatMap(({ children }) => children);
  return all.find((each): each is Element => each.type === 'element' && each.tagName === 'main');
}

function piecesOf(all: readonly Told[]): Told[][] {
  const pieces: Told[][] = [];
  let room = 0;
  for (const each of all) {
    const last = pieces.at(-1);
    if (last && each.html.length <= room) last.push(each);
    else {
      pieces.push([each]);
      room = piece;
    }
    room -= each.html.length;
  }
  return pieces;
}

/** A section that is longer than a piece goes on in sections without its id: a link to it leads to where it begins. */
function inParts(node: ElementContent): Told[] {
  const html = toHtml(node);
  if (html.length <= piece || node.type !== 'element' || node.tagName !== 'section' || isAdded(node))
    return [{ node, html }];
  const { id, ...properties } = node.properties;
  return piecesOf(node.children.map((child) => ({ node: child, html: toHtml(child) }))).map((told, at): Told => {
    const part = {
      ...node,
      properties: at === 0 ? node.properties : properties,
      children: told.map((each) => each.node),
    };
    return { node: part, html: toHtml(part) };
  });
}

/** Parts of our own have a heading, and a fold that holds all of them. */
function isAdded({ properties: { className } }: Element): boolean {
  return [className ?? []].flat().includes('added');
}
