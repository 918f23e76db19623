import type { Element, ElementContent } from 'hast';
import type { MarginNote } from '../core/reviews/marginNote';
import { collapse } from '../core/text/plainText';
import { storyWords } from '../core/wording/storyWords';
import { h, lineOf, textOf } from './hast';

/** The elements that a note can stand at. */
const bearers = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'tr', 'pre', 'blockquote', 'figure']);

/** Where a note can stand: an element, its words, and the list that it is in. */
interface Place {
  readonly element: Element;
  readonly among: ElementContent[];
  readonly words: string;
  readonly line: number;
}

/**
 * Puts the reader's notes beside the passages that they are about: where their words stand now, the nearest such place to where they
 * stood. The nodes themselves are changed. Returns the notes whose words are gone.
 */
export function addNotes(nodes: ElementContent[], notes: readonly MarginNote[]): readonly MarginNote[] {
  if (notes.length === 0) return [];
  const places = placesIn(nodes);
  const noted = new Map<Place, Element[]>();
  const lost = notes.filter((note) => {
    const place = placeOf(note, places);
    if (!place) return true;
    const own = noteToHast(note, place.words.length > note.words.length + 1);
    noted.set(place, [...(noted.get(place) ?? []), own]);
    return false;
  });
  // What is inside of a place stands behind it in the list.
  for (const place of places.toReversed()) {
    const own = noted.get(place);
    if (own) stand(place, own);
  }
  return lost;
}

function stand({ element, among }: Place, notes: readonly Element[]): void {
  if (element.tagName === 'tr') element.children.findLast(isElement)?.children.push(...notes);
  else if (element.tagName === 'li' || element.tagName === 'dd') element.children = [beside(element.children, notes)];
  else among[among.indexOf(element)] = beside([element], notes);
}

/** A passage with notes, which the margin shows beside it where it has room. */
function beside(passage: readonly ElementContent[], notes: readonly Element[]): Element {
  return h('div', { className: ['asked'] }, h('div', {}, ...passage), h('div', { className: ['questions'] }, ...notes));
}

/** A note as the page shows it; with the words it is about where it stands by more than these. */
export function noteToHast({ number, question, words }: MarginNote, isPart: boolean): Element {
  const button = (to: string, label: string) =>
    h('button', { type: 'button', dataNote: String(number), dataTo: to, ariaLabel: `${label}: ${question}` }, label);
  return h(
    'div',
    { role: 'note', className: ['margin'], id: `note-${number}`, ariaLabel: storyWords.yourQuestion, tabIndex: -1 },
    ...(isPart && words !== '' ? [h('p', { className: ['about'] }, `“${words}”`)] : []),
    h('p', {}, question),
    h(
      'p',
      { className: ['kept'] },
      h('span', {}, storyWords.yourQuestion),
      button('change', storyWords.change),
      button('remove', storyWords.remove),
    ),
  );
}

function placesIn(nodes: ElementContent[]): readonly Place[] {
  const places: Place[] = [];
  const waiting: { readonly node: ElementContent; readonly among: ElementContent[] }[] = [];
  const wait = (all: ElementContent[]) => {
    for (const node of all.toReversed()) waiting.push({ node, among: all });
  };
  wait(nodes);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, among } = next;
    if (node.type !== 'element') continue;
    const [heading] = hasClass(node, 'head') ? node.children : [];
    const line = lineOf(heading ?? node);
    if (isElement(heading) && line !== undefined) {
      places.push({ element: node, among, words: wordsOf(heading), line });
      continue;
    }
    if (line !== undefined && bearers.has(node.tagName)) {
      places.push({ element: node, among, words: wordsOf(node), line });
    }
    wait(node.children);
  }
  return places;
}

function placeOf({ words, line }: MarginNote, places: readonly Place[]): Place | undefined {
  const away = (place: Place) => Math.abs(place.line - line);
  let best: Place | undefined;
  for (const place of places) {
    if (words === '' ? place.line !== line : !place.words.includes(words)) continue;
    // Of an item and the paragraph in it, the inner one comes later and is as near.
    if (!best || away(place) <= away(best)) best = place;
  }
  return best;
}

/** The words of an element without those of our own tools in it. */
function wordsOf(element: Element): string {
  return collapse(
    element.children
      .filter((child) => !isTool(child))
      .map(textOf)
      .join(''),
  );
}

function isTool(node: ElementContent): boolean {
  return isElement(node) && ['tools', 'copy', 'margin'].some((each) => hasClass(node, each));
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return [className ?? []].flat().includes(name);
}

function isElement(node: ElementContent | undefined): node is Element {
  return node?.type === 'element';
}
