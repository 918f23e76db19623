import type { ReviewDocument } from '../../src/core/reviews/review';
import { narrativeOf } from '../../src/story/narrative';
import type { StoryContext } from '../../src/story/storyContext';
import { type StoryPage, storyPage } from '../../src/story/storyPage';

/** What the page of a story is told where nothing but this is known. */
export function contextOf(known: Partial<StoryContext>): StoryContext {
  return {
    pictures: new Map(),
    materials: [],
    named: { first: [], meanings: new Map() },
    pointedTo: [],
    codePlaces: new Map(),
    citations: [],
    notes: [],
    paths: [],
    gathering: 'ready',
    ...known,
  };
}

/** The page of a review's story, its rest behind its beginning. */
export function pageOf(review: ReviewDocument, known: Partial<StoryContext> = {}): StoryPage {
  const page = storyPage(review, narrativeOf(review), contextOf(known));
  return { ...page, html: page.html + page.rest.join('') };
}
