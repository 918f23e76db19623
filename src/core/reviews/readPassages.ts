import { Labels } from './labels';
import { type OpenReview, openReview, type ReviewSource, type TextParts } from './openReview';
import { readSections } from './readSections';
import type { ReviewDocument, Section } from './review';
import { sectionAt } from './sectionBlocks';
import { skimReview } from './skimReview';
import { transcriptMoments } from './transcriptMoments';

/** How the text of a review is divided where it is searched. */
export interface Passages {
  readonly sections: readonly Section[];
  /** Offsets at which lines of transcripts begin, in order. */
  readonly spoken: readonly number[];
}

/** Reads the passages of a review without its story, which takes several times as long. `read` reads its text. */
export function readPassages(source: ReviewSource, read: () => TextParts): Passages {
  const skimmed = skimReview(source, read);
  const sections = skimmed?.isOnlyProse ? sectionsOfHeadings(skimmed) : undefined;
  if (sections && !sections.some(({ kind }) => kind === 'transcript')) return { sections, spoken: [] };
  const open = openReview(source, read());
  return passagesFrom(
    open.sections,
    transcriptMoments(open.parts, open.sections)
      .filter(({ start }) => sectionAt(open.sections, start)?.kind !== 'excluded')
      .map(({ start }) => start),
  );
}

/** The passages of a review as its story tells them. */
export function passagesOfStory({ sections, moments }: Pick<ReviewDocument, 'sections' | 'moments'>): Passages {
  return passagesFrom(
    sections,
    moments.filter(({ kind }) => kind === 'transcript').map(({ start }) => start),
  );
}

function passagesFrom(sections: readonly Section[], spoken: number[]): Passages {
  return { sections, spoken: spoken.sort((a, b) => a - b) };
}

/** Where no label begins a section, headings alone do. */
function sectionsOfHeadings({ parts, heading, file }: OpenReview): readonly Section[] {
  return readSections({ ...parts, labels: new Labels([], parts.rules) }, heading, file.text.length);
}
