import type { Moment, ReviewDocument, Section } from '../../core/reviews/review';
import { textStart } from '../../core/reviews/searchTextStart';
import { spokenFrom } from '../../core/reviews/sectionsAround';
import { isQuotable } from '../../core/wording/passageText';
import { storyLines } from './storyLines';

/** A part of the story of a review, as it may be told outside of it. */
export interface StoryPart {
  /** Nothing before the first heading. */
  readonly section?: Section;
  /** A paragraph, item or row each. */
  readonly lines: readonly string[];
}

/**
 * The story of a review: what surprised people and what was difficult first, then the document in its own order, follow-ups last.
 * Without excluded headings, lists of those who were present, and transcripts. Parts without text are left out.
 */
export function storyParts(review: ReviewDocument): readonly StoryPart[] {
  const { sections, text } = review;
  const before = storyLines(text.slice(textStart(review).offset, sections[0]?.start ?? text.length), review.format);
  const parts = [{ lines: before }, ...sections.map((section) => partOf(review, section))];
  return parts.filter(({ lines }) => lines.length > 0).sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ section }: StoryPart): number {
  if (section?.kind === 'surprises') return 0;
  if (section?.kind === 'difficulties') return 1;
  return section?.kind === 'followUps' ? 3 : 2;
}

/** What stands under a heading and under those inside it, with the same left out. */
export function partsUnder(review: ReviewDocument, section: Section): readonly StoryPart[] {
  const { sections } = review;
  const from = sections.indexOf(section);
  const next = sections.findIndex(({ level }, at) => at > from && level <= section.level);
  return sections
    .slice(from, next < 0 ? undefined : next)
    .map((each) => partOf(review, each))
    .filter(({ lines }) => lines.length > 0);
}

/** Whether anything under a heading is what people said, so that it is told in the story only. */
export function holdsTranscript(review: ReviewDocument, section: Section): boolean {
  return spokenFrom(review, section) !== undefined;
}

/** What happened at a moment of a timeline; nothing of what was said at that time. */
export function momentLines(review: ReviewDocument, moments: readonly Moment[]): readonly string[] {
  const shown = moments.filter(({ kind, start }) => {
    const section = review.sections.findLast((each) => each.start <= start && start < each.end);
    return kind === 'timeline' && (section === undefined || isQuotable(review, section));
  });
  return shown.map(({ text }) => text);
}

function partOf(review: ReviewDocument, section: Section): StoryPart {
  if (!isQuotable(review, section)) return { section, lines: [] };
  const end = spokenFrom(review, section) ?? section.end;
  return { section, lines: storyLines(review.text.slice(section.bodyStart, end), review.format) };
}
