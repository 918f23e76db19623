import type { ReviewDocument } from '../../src/core/reviews/review';
import { narrativeOf } from '../../src/story/narrative';
import type { StoryContext } from '../../src/story/storyContext';
import { type StoryPage, storyPage } from '../../src/story/storyPage';

/** The page of a review's story where nothing else is known. */
export function pageOf(review: ReviewDocument, context: Partial<StoryContext> = {}): StoryPage {
  return storyPage(review, narrativeOf(review), {
    pictures: new Map(),
    materials: [],
    named: [],
    pointedTo: [],
    codePlaces: new Map(),
    citations: [],
    gathering: 'ready',
    ...context,
  });
}
