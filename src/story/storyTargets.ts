import type { Element, ElementContent, Properties } from 'hast';
import { h } from './hast';

/** What a link of the page leads to. The page knows its number only. */
export type StoryTarget =
  /** A file, relative to the root as the review names files; `line` is 1-based. */
  | { readonly kind: 'file'; readonly path: string; readonly line?: number }
  /** A place in the workspace, by the key of its file; `line` is 1-based. */
  | { readonly kind: 'place'; readonly key: string; readonly line: number }
  /** The story of another review. */
  | { readonly kind: 'story'; readonly key: string; readonly id: string; readonly passage?: string }
  /** A step of a reading path; `leaves` is the name of the step that the reader is done with. */
  | {
      readonly kind: 'step';
      readonly path: string;
      readonly citation: string;
      readonly key: string;
      readonly leaves?: string;
    }
  /** The source of the review itself. */
  | { readonly kind: 'source'; readonly line?: number }
  /** The story as a page of its own. */
  | { readonly kind: 'page' };

/** Numbers what the links of a page lead to. */
export class StoryTargets {
  readonly #all: StoryTarget[] = [];

  get all(): readonly StoryTarget[] {
    return this.#all;
  }

  /** What makes an element a link to a target. */
  link(target: StoryTarget, title?: string): Properties {
    const number = this.#all.push(target) - 1;
    return { href: '#', dataFollow: String(number), ...(title === undefined ? {} : { title }) };
  }

  /** A link to a target. */
  a(target: StoryTarget, ...words: readonly (ElementContent | string)[]): Element {
    return h('a', this.link(target), ...words);
  }
}
