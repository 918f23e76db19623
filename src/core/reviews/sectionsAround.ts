import type { Span } from '../text/span';
import { passagesOf } from './passagesOf';
import { type Passages, passagesOfStory } from './readPassages';
import type { ReviewDocument, Section } from './review';

/** What a section stands in. */
interface Surroundings {
  /** The section with all those around it, outermost first. */
  readonly around: readonly Section[];
  /** The offset of the first line in it that is spoken; nothing where nobody speaks. */
  readonly spokenFrom?: number;
}

const known = new WeakMap<ReviewDocument, ReadonlyMap<Section, Surroundings>>();

/** A section with all those around it, outermost first: what holds for a section holds for what stands inside it. */
export function sectionsAround(review: ReviewDocument, section: Section): readonly Section[] {
  return surroundingsOf(review).get(section)?.around ?? [section];
}

/** The innermost section in which an offset of the review's text lies; nothing before the first heading. */
export function sectionAt(review: ReviewDocument, offset: number): Section | undefined {
  return review.sections.findLast((section) => section.start <= offset && offset < section.end);
}

/** Whether a section, or one around it, is shown in the source only. */
export function isExcluded(review: ReviewDocument, section: Section): boolean {
  return sectionsAround(review, section).some(({ kind }) => kind === 'excluded');
}

/** Whether an offset of its file stands under a heading of a review that is shown in the source only. */
export function isHiddenAt(review: ReviewDocument, offset: number): boolean {
  if (review.hidesNothing) return false;
  const section = sectionAt(review, offset - (review.startsAt?.offset ?? 0));
  return section !== undefined && isExcluded(review, section);
}

/** The offset from which on a section holds a transcript: its first spoken line, or its beginning; nothing where nobody speaks. */
export function spokenFrom(review: ReviewDocument, section: Section): number | undefined {
  if (sectionsAround(review, section).some(({ kind }) => kind === 'transcript')) return section.bodyStart;
  return surroundingsOf(review).get(section)?.spokenFrom;
}

/** Whether an offset of a review's text lies in what somebody said. Where that is not known yet, the story is not read for it. */
export function isSpokenAt(review: ReviewDocument, offset: number): boolean {
  let stretches = speech.get(review);
  if (!stretches) {
    stretches = readSpeech(passagesOf(review));
    speech.set(review, stretches);
  }
  return stretches.some(({ start, end }) => start <= offset && offset < end);
}

const speech = new WeakMap<ReviewDocument, readonly Span[]>();

function readSpeech(passages: Passages): readonly Span[] {
  return [...readSurroundings(passages)].flatMap(([section, { around, spokenFrom }]): Span[] => {
    const start = around.some(({ kind }) => kind === 'transcript') ? section.bodyStart : spokenFrom;
    return start === undefined ? [] : [{ start, end: section.end }];
  });
}

/** Made once for each review, in one pass: some have thousands of headings. */
function surroundingsOf(review: ReviewDocument): ReadonlyMap<Section, Surroundings> {
  let all = known.get(review);
  if (!all) {
    all = readSurroundings(passagesOfStory(review));
    known.set(review, all);
  }
  return all;
}

/** What each section stands in, worked out anew: for whoever goes through all reviews once and does not come back. */
export function readSurroundings({ sections, spoken }: Passages): ReadonlyMap<Section, Surroundings> {
  const all = new Map<Section, Surroundings>();
  let around: readonly Section[] = [];
  let next = 0;
  for (const section of sections) {
    around = [...around.filter(({ level }) => level < section.level), section];
    while ((spoken[next] ?? section.bodyStart) < section.bodyStart) next++;
    const first = spoken[next];
    all.set(section, { around, ...(first !== undefined && first < section.end ? { spokenFrom: first } : {}) });
  }
  return all;
}
