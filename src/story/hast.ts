import type { Element, ElementContent, Properties, Text } from 'hast';

/** An element; children that are nothing are left out, texts are wrapped. Escaping is the serializer's. */
export function h(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string | undefined)[]
): Element {
  const inner = children.flatMap((each) => (each === undefined ? [] : typeof each === 'string' ? text(each) : each));
  return { type: 'element', tagName, properties, children: inner };
}

function text(value: string): Text {
  return { type: 'text', value };
}

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
