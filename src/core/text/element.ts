import type { Element, ElementContent, Properties } from 'hast';

/** An element; children that are nothing are left out, texts are wrapped. Escaping is the serializer's. */
export function h(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string | undefined)[]
): Element {
  const inner = children.flatMap((each): ElementContent[] => {
    if (each === undefined) return [];
    return [typeof each === 'string' ? { type: 'text', value: each } : each];
  });
  return { type: 'element', tagName, properties, children: inner };
}
