import { osaDistance } from '../citations/osaDistance';
import type { ReviewDocument } from '../reviews/review';
import { isExcluded } from '../wording/passageText';

/** A passage as it is cited: behind `#` a section, behind `@` a moment. */
export interface PassageMark {
  readonly mark: '#' | '@';
  readonly passage: string;
}

/** Moments farther away, in minutes, are others. */
const farthest = 15;

/**
 * The sections that somebody may have meant by a slug, or the moments by a time, best first, at most `most`. Sections differ by at most a
 * third of their letters, or the one begins with the other. What is excluded is not offered.
 */
export function closestPassages(review: ReviewDocument, name: string, most: number): readonly PassageMark[] {
  const minute = minutesOf(name);
  const found =
    minute === undefined
      ? near(sectionSlugs(review), (slug) => distance(name.toLowerCase(), slug.toLowerCase()))
      : near(momentTimes(review), (time) => gap(minute, minutesOf(time)));
  const mark = minute === undefined ? '#' : '@';
  return found.slice(0, most).map((passage) => ({ mark, passage }));
}

function near(names: readonly string[], rank: (name: string) => number | undefined): string[] {
  return names
    .flatMap((name) => {
      const away = rank(name);
      return away === undefined ? [] : [{ name, away }];
    })
    .sort((a, b) => a.away - b.away)
    .map(({ name }) => name);
}

function distance(wanted: string, slug: string): number | undefined {
  if (wanted.length > 200 || slug.length > 200) return undefined;
  const shorter = Math.min(wanted.length, slug.length);
  if (shorter > 3 && (wanted.startsWith(slug) || slug.startsWith(wanted)))
    return Math.abs(wanted.length - slug.length) / 100;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const changes = osaDistance(wanted, slug, limit);
  return changes > limit ? undefined : changes;
}

function gap(minute: number, other: number | undefined): number | undefined {
  const away = other === undefined ? farthest + 1 : Math.abs(minute - other);
  return away > farthest ? undefined : away;
}

function sectionSlugs(review: ReviewDocument): readonly string[] {
  return review.sections.filter(({ start }) => !isExcluded(review, start)).map(({ passage }) => passage);
}

function momentTimes(review: ReviewDocument): readonly string[] {
  return [...new Set(review.moments.filter(({ start }) => !isExcluded(review, start)).map(({ time }) => time))];
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
