import { quotedText } from '../reviews/quotedText';
import type { ReviewDocument, Section, SectionKind } from '../reviews/review';
import { sectionAt, sectionsAround, spokenFrom } from '../reviews/sectionsAround';

/** Enough for any card; what follows is not looked at. */
const mostUnits = 4000;

/**
 * What stands under a heading, as plain text on one line; under the headings inside it where it has no text of its own.
 *
 * Ends where a transcript begins, whose words are read in the story only, and leaves out headings that are excluded.
 */
export function passageText(review: ReviewDocument, section: Section): string {
  const own = bodyOf(review, section);
  if (own !== '') return own;
  for (const inner of review.sections.slice(review.sections.indexOf(section) + 1)) {
    if (inner.level <= section.level) break;
    const text = bodyOf(review, inner);
    if (text !== '') return text;
  }
  return '';
}

/** Whether a section may be quoted outside the source and the story: it is not excluded, no list of people, no transcript. */
export function isQuotable(review: ReviewDocument, section: Section): boolean {
  return !sectionsAround(review, section).some(
    ({ kind }) => kind === 'excluded' || kind === 'people' || kind === 'transcript',
  );
}

/** Whether the offset lies under a heading that is shown in the source only. */
export function isExcluded(review: ReviewDocument, offset: number): boolean {
  return kindsAt(review, offset).includes('excluded');
}

/** Whether the offset lies in a transcript section. */
export function isInTranscript(review: ReviewDocument, offset: number): boolean {
  return kindsAt(review, offset).includes('transcript');
}

function kindsAt(review: ReviewDocument, offset: number): readonly SectionKind[] {
  const section = sectionAt(review, offset);
  return section ? sectionsAround(review, section).map(({ kind }) => kind) : [];
}

function bodyOf(review: ReviewDocument, section: Section): string {
  if (!isQuotable(review, section)) return '';
  const end = Math.min(spokenFrom(review, section) ?? section.end, section.bodyStart + mostUnits);
  return quotedText(review.text.slice(section.bodyStart, end), review.format);
}
