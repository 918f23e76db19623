import type { SectionKind } from '../reviews/review';

/** Where a part of a review stands in its story. */
export type StoryPlace = 'told' | 'conversation' | 'last' | 'sourceOnly';

/**
 * Where a section stands in the story: the document's own order holds, but what was to be done afterwards comes last, and what the
 * library keeps from readers is in the source only.
 */
export function storyPlace(kind: SectionKind | undefined): StoryPlace {
  switch (kind) {
    case 'followUps':
      return 'last';
    case 'excluded':
      return 'sourceOnly';
    case 'transcript':
      return 'conversation';
    default:
      return 'told';
  }
}
