import assert from 'node:assert/strict';
import type { FileReading } from '../../../src/core/reviews/library';
import { defaultRules, type LibraryRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';
import type { ReviewDocument } from '../../../src/core/reviews/review';

/** Reads a file of a source `incidents` that holds nothing but it and these neighbours. */
export function read(
  path: string,
  text: string,
  options: {
    readonly rules?: Partial<LibraryRules>;
    readonly neighbours?: readonly string[];
    readonly isTruncated?: boolean;
  } = {},
): FileReading {
  const { rules = {}, neighbours = [], isTruncated = false } = options;
  return readReviews(
    {
      key: path,
      source: 'incidents',
      path: `incidents/${path}`,
      pathInSource: path,
      text,
      isTruncated,
      neighbours: [path, ...neighbours],
    },
    { ...defaultRules, ...rules },
  );
}

/** Reads a file that holds one review. */
export function readOne(path: string, text: string, options: Parameters<typeof read>[2] = {}): ReviewDocument {
  const reading = read(path, text, options);
  assert.equal(reading.kind, 'reviews', JSON.stringify(reading));
  const review = reading.kind === 'reviews' ? reading.reviews[0] : undefined;
  assert.ok(review);
  return review;
}

/** The sections of a review as `kind: heading`. */
export function sectionsOf(review: ReviewDocument): string[] {
  return review.sections.map(({ kind, heading }) => `${kind}: ${heading}`);
}
