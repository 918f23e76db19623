import { Library } from '../../../src/core/reviews/library';
import { defaultRules, type LibraryRules } from '../../../src/core/reviews/libraryRules';
import type { ReviewDocument } from '../../../src/core/reviews/review';

/** What a test says of a review; everything else is empty. */
export interface ReviewSketch {
  readonly id: string;
  readonly aliases?: readonly string[];
  /** `docs/incidents/ID.md` where absent. */
  readonly path?: string;
  readonly text?: string;
  readonly sections?: ReviewDocument['sections'];
}

/** A library of one source, `docs/incidents`, with these reviews; a name alone is an id. */
export function libraryOf(sketches: readonly (ReviewSketch | string)[], rules: Partial<LibraryRules> = {}): Library {
  const library = new Library();
  library.setSource({
    key: 'docs/incidents',
    path: 'docs/incidents',
    rules: { ...defaultRules, ...rules },
    findings: [],
  });
  const byPath = new Map<string, ReviewDocument[]>();
  for (const sketch of sketches) {
    const review = reviewOf(typeof sketch === 'string' ? { id: sketch } : sketch);
    byPath.set(review.path, [...(byPath.get(review.path) ?? []), review]);
  }
  for (const [path, reviews] of byPath) library.set(path, 'docs/incidents', { kind: 'reviews', reviews });
  return library;
}

function reviewOf({
  id,
  aliases = [],
  path = `docs/incidents/${id}.md`,
  text = '',
  sections = [],
}: ReviewSketch): ReviewDocument {
  return {
    id,
    idFrom: 'fileName',
    aliases,
    title: `About ${id}`,
    path,
    services: [],
    tags: [],
    people: [],
    surprises: [],
    difficulties: [],
    contributors: [],
    materials: [],
    related: [],
    key: path,
    source: 'docs/incidents',
    format: 'markdown',
    rawTitle: `About ${id}`,
    text,
    sections,
    moments: [],
    origins: {},
    isDraft: false,
    isTruncated: false,
    findings: [],
  };
}
