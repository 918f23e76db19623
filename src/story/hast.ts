import type { Element, ElementContent } from 'hast';

export { h } from '../core/text/element';

/** The words in a node and below. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** The 1-based line of the source that an element was made from. */
export function lineOf(node: ElementContent): number | undefined {
  if (node.type !== 'element') return undefined;
  const line = Number(node.properties.dataLine);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}

/** Calls for every element, a parent before what is in it. Deep trees take no stack. */
export function eachElement(nodes: readonly ElementContent[], visit: (element: Element) => void): void {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    visit(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
}
