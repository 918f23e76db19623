import type { ReviewDocument } from '../reviews/review';
import { osaDistance } from './osaDistance';

/** A known id as a candidate for what was meant. */
interface Candidate {
  readonly id: string;
  readonly isSameFamily: boolean;
  readonly distance: number;
  readonly gap: number;
}

/**
 * The ids that somebody may have meant by a name, best first, at most `most`: same family first, then fewest changes, then nearest
 * number. Ids more than a third (at least two changes) away are not offered, nor those whose numbers are not near: nobody types `INC-70` for
 * `INC-52`.
 */
export function closestNames(name: string, reviews: readonly ReviewDocument[], most: number): readonly string[] {
  const wanted = name.toLowerCase();
  const family = familyKey(wanted);
  const number = lastNumber(wanted);
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const candidates = new Map<string, Candidate>();
  for (const { id, aliases } of reviews) {
    for (const candidate of [id, ...aliases]) {
      const key = candidate.toLowerCase();
      const distance = key.length > 200 ? limit + 1 : osaDistance(wanted, key, limit);
      if (distance > limit || !isNumberNear(wanted, key) || (candidates.get(id)?.distance ?? limit + 1) <= distance)
        continue;
      const gap = Math.abs(lastNumber(key) - number);
      candidates.set(id, { id, isSameFamily: familyKey(key) === family, distance, gap });
    }
  }
  return [...candidates.values()]
    .sort(
      (a, b) =>
        Number(b.isSameFamily) - Number(a.isSameFamily) ||
        a.distance - b.distance ||
        a.gap - b.gap ||
        compare(a.id, b.id),
    )
    .slice(0, most)
    .map(({ id }) => id);
}

/** Whether the figures of two names are a slip apart: one of a few figures, with another in common, or two numbers at most. */
function isNumberNear(a: string, b: string): boolean {
  const here = a.replace(/\D/g, '');
  const there = b.replace(/\D/g, '');
  if (here === '' || there === '' || Math.abs(Number(here) - Number(there)) <= 2) return true;
  const limit = Math.max(1, Math.floor(Math.max(here.length, there.length) / 4));
  return osaDistance(here, there, limit) <= limit && [...here].some((figure) => there.includes(figure));
}

function familyKey(name: string): string {
  return name.replace(/\d+/g, '<n>').replace(/[-_. ]/g, '');
}

function lastNumber(name: string): number {
  return Number(/(\d{1,15})\D*$/.exec(name)?.[1] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
