import type { Steps } from '../steps';
import type { ReviewDocument } from './review';
import { type SearchChunk, searchChunks } from './searchChunks';
import type { IndexedPassage, SegmentBuilder } from './searchSegmentBuilder';

const headingWeight = 2;
const nameWeight = 3;

/** Adds a review to a segment under a number, a passage in each step. */
export function* addingReview(builder: SegmentBuilder, number: number, review: ReviewDocument): Steps<void> {
  builder.beginDocument(number);
  // The whole text, once: to go through a text that is cut out of another takes several times as long.
  const { text } = review;
  for (const chunk of searchChunks(review)) {
    builder.addPassage(indexed(chunk, text));
    yield;
  }
}

/** Names of the review are sought with its first piece only, so that its title does not find every one. */
function indexed(chunk: SearchChunk, text: string): IndexedPassage {
  const { review, section, start, end, isFirst, isTranscript } = chunk;
  return {
    start,
    length: end - start,
    isSpoken: isTranscript,
    text,
    within: { start, end },
    besides: [
      ...(section ? [{ text: section.heading, weight: headingWeight }] : []),
      ...(isFirst ? [{ text: namesOf(review), weight: nameWeight }] : []),
    ],
  };
}

function namesOf({ title, id, aliases, services, tags, people }: ReviewDocument): string {
  return [title, id, ...aliases, ...services, ...tags, ...people].join(' ').slice(0, 2000);
}
