import type { Steps } from '../steps';
import type { ReviewDocument } from './review';
import { type DividedText, type TextChunk, textChunks } from './searchChunks';
import type { IndexedPassage, SegmentBuilder } from './searchSegmentBuilder';

const headingWeight = 2;
const nameWeight = 3;

/** What a review is sought by besides its text. */
export type ReviewNames = Pick<ReviewDocument, 'title' | 'id' | 'aliases' | 'services' | 'tags' | 'people'>;

/** Adds a review to a segment under a number, a passage in each step. */
export function* addingReview(
  builder: SegmentBuilder,
  number: number,
  names: ReviewNames,
  divided: DividedText,
): Steps<void> {
  builder.beginDocument(number);
  for (const chunk of textChunks(divided)) {
    builder.addPassage(indexed(chunk, divided.text, names));
    yield;
  }
}

/** Names of the review are sought with its first piece only, so that its title does not find every one. */
function indexed(
  { section, start, end, isFirst, isTranscript }: TextChunk,
  text: string,
  names: ReviewNames,
): IndexedPassage {
  return {
    start,
    length: end - start,
    isSpoken: isTranscript,
    // The whole text: to go through a text that is cut out of another takes several times as long.
    text,
    within: { start, end },
    besides: [
      ...(section ? [{ text: section.heading, weight: headingWeight }] : []),
      ...(isFirst ? [{ text: asText(names), weight: nameWeight }] : []),
    ],
  };
}

function asText({ title, id, aliases, services, tags, people }: ReviewNames): string {
  return [title, id, ...aliases, ...services, ...tags, ...people].join(' ').slice(0, 2000);
}
