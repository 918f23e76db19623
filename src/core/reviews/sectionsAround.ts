import type { ReviewDocument, Section } from './review';

/** A section with all those around it, outermost first: what holds for a section holds for what stands inside it. */
export function sectionsAround(review: ReviewDocument, section: Section): readonly Section[] {
  const around = [section];
  let level = section.level;
  for (let at = review.sections.indexOf(section) - 1; at >= 0 && level > 1; at--) {
    const before = review.sections[at];
    if (!before || before.level >= level) continue;
    around.unshift(before);
    level = before.level;
  }
  return around;
}

/** The innermost section in which an offset of the review's text lies; nothing before the first heading. */
export function sectionAt(review: ReviewDocument, offset: number): Section | undefined {
  return review.sections.findLast((section) => section.start <= offset && offset < section.end);
}

/** Whether a section, or one around it, is shown in the source only. */
export function isExcluded(review: ReviewDocument, section: Section): boolean {
  return sectionsAround(review, section).some(({ kind }) => kind === 'excluded');
}
