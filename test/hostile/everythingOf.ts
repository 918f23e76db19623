import type { KnownIds } from '../../src/core/citations/knownIds';
import { difficultiesIn } from '../../src/core/learning/difficulty';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { searchChunks } from '../../src/core/reviews/searchChunks';
import { card, cardSections } from '../../src/core/wording/card';
import { cardMarkdown, citedMarkdown } from '../../src/core/wording/cardMarkdown';
import { cardPlain } from '../../src/core/wording/cardPlain';
import { escapeIcons } from '../../src/core/wording/escapeIcons';
import { lensTitle } from '../../src/core/wording/lensTitle';
import { shortLine } from '../../src/core/wording/shortLine';
import { pageOf } from '../story/pageOf';

/** All that is made of a review for somebody to see. */
export interface Everything {
  readonly cards: readonly string[];
  readonly plain: string;
  readonly labels: readonly string[];
  readonly story: string;
  readonly passages: number;
}

/** Makes of a review what hover, lens, tree, search and story make of it. */
export function everythingOf(review: ReviewDocument, known?: KnownIds): Everything {
  const sentence = { text: review.surprises[0] ?? review.title, start: 0, end: 0 };
  const made = card(review, {
    sections: cardSections,
    citedBy: [{ path: review.path, line: 1, sentence: sentence.text }],
    ...(review.sections[1] ? { passage: review.sections[1].passage } : {}),
  });
  difficultiesIn(review);
  known?.findIn(review.title.slice(0, 10_000), { start: 0, end: Math.min(review.title.length, 10_000) }, review.path);
  return {
    cards: [cardMarkdown(made), citedMarkdown(made)],
    plain: cardPlain(made),
    labels: [lensTitle([review]), escapeIcons(shortLine(review.title, 200)), escapeIcons(review.id)],
    story: pageOf(review).html,
    passages: searchChunks(review).length,
  };
}
