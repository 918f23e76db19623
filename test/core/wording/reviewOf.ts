import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import type { Moment, ReviewDocument, Section } from '../../../src/core/reviews/review';

/** A review that says nothing but its id, and what a test adds to it. */
export function reviewOf(parts: Partial<ReviewDocument> = {}): ReviewDocument {
  const id = parts.id ?? 'INC-7';
  return {
    id,
    idFrom: 'frontMatter',
    aliases: [],
    title: 'Retries piled up behind checkout',
    path: `incidents/${id}.md`,
    services: [],
    tags: [],
    people: [],
    surprises: [],
    difficulties: [],
    contributors: [],
    materials: [],
    related: [],
    key: `file:///repo/incidents/${id}.md`,
    source: 'file:///repo/incidents',
    format: 'markdown',
    rawTitle: parts.title ?? 'Retries piled up behind checkout',
    text: '',
    sections: [],
    moments: [],
    origins: {},
    isDraft: false,
    isTruncated: false,
    findings: [],
    ...parts,
  };
}

/**
 * A review from Markdown with `#` headings, each with its kind behind a bar: `## Chat | transcript`. Lines that begin with a
 * time are moments, of the transcript where the heading is one.
 */
export function reviewFrom(text: string, parts: Partial<ReviewDocument> = {}): ReviewDocument {
  const sections: Section[] = [];
  const moments: Moment[] = [];
  let offset = 0;
  text.split('\n').forEach((content, at) => {
    const end = offset + content.length;
    const [, marks, heading, kind] = /^(#+) ([^|]*?)(?: \| (\w+))?$/.exec(content) ?? [];
    const [, time, said] = /^[-> ]*(\d\d:\d\d) (.*)$/.exec(content) ?? [];
    if (marks !== undefined && heading !== undefined) {
      const last = sections.at(-1);
      if (last) sections[sections.length - 1] = { ...last, end: offset };
      sections.push({
        heading,
        kind: (kind ?? 'other') as Section['kind'],
        level: marks.length,
        line: at + 1,
        passage: heading.toLowerCase().replaceAll(' ', '-'),
        start: offset,
        bodyStart: Math.min(end + 1, text.length),
        end: text.length,
      });
    } else if (time !== undefined && said !== undefined) {
      const spoken = sections.at(-1)?.kind === 'transcript' || content.startsWith('>');
      moments.push({
        time,
        text: said,
        line: at + 1,
        kind: spoken ? 'transcript' : 'timeline',
        start: offset,
        end,
      });
    }
    offset = end + 1;
  });
  return reviewOf({ text, sections, moments, ...parts });
}

/** A library of these reviews, each in a file of its own. */
export function libraryOf(reviews: readonly ReviewDocument[]): Library {
  const library = new Library();
  for (const key of new Set(reviews.map(({ source }) => source))) {
    library.setSource({ key, path: key.split('/').at(-1) ?? key, rules: defaultRules, findings: [] });
  }
  reviews.forEach((review, at) => {
    library.set(`${review.key}#${at}`, review.source, { kind: 'reviews', reviews: [review] });
  });
  return library;
}
