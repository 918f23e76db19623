import type { CitationIndex } from '../citations/citationIndex';
import type { ReviewDocument } from '../reviews/review';

/** The one review that a day brings back, and why this one, in words for people. */
export interface HistoryEntry {
  readonly review: ReviewDocument;
  readonly why: string;
}

/** What the choice is made of. */
export interface HistoryMaterial {
  readonly reviews: readonly ReviewDocument[];
  readonly citations: Pick<CitationIndex, 'of'>;
  /** `YYYY-MM-DD`, where the reader is. */
  readonly today: string;
  /** Files that the reader worked on lately, the latest first. */
  readonly touched: readonly { readonly file: string; readonly path: string }[];
  /** Whether the reader has put this one aside before, or read it of late. */
  readonly isKnown: (review: ReviewDocument) => boolean;
}

/**
 * The entry of a day: what happened on this day of another year, else a review that a file touched lately cites; nothing on most days.
 * The same material gives the same entry. Drafts wait until they are finished.
 */
export function fromTheHistory(material: HistoryMaterial): HistoryEntry | undefined {
  const candidates = material.reviews.filter((review) => !review.isDraft && !material.isKnown(review));
  return anniversary(candidates, material.today) ?? touched(candidates, material);
}

/** On 29 February only where there was one: nobody would look for it on another day. */
function anniversary(reviews: readonly ReviewDocument[], today: string): HistoryEntry | undefined {
  const [review] = reviews
    .filter(({ date }) => date?.length === 10 && date.slice(4) === today.slice(4) && date < today)
    .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path));
  if (!review?.date) return undefined;
  const years = Number(today.slice(0, 4)) - Number(review.date.slice(0, 4));
  return { review, why: years === 1 ? 'a year ago today' : `${years} years ago today` };
}

function touched(
  reviews: readonly ReviewDocument[],
  { citations, touched: files }: HistoryMaterial,
): HistoryEntry | undefined {
  const place = new Map(files.map(({ file }, at) => [file, at]));
  const [nearest] = reviews
    .flatMap((review) => citations.of(review).map(({ file }) => ({ review, at: place.get(file) })))
    .flatMap(({ review, at }) => (at === undefined ? [] : [{ review, at }]))
    .sort((a, b) => a.at - b.at || compare(a.review.path, b.review.path));
  const path = nearest && files[nearest.at]?.path;
  if (!nearest || path === undefined) return undefined;
  return { review: nearest.review, why: `cited in ${nameOf(path)}, which you changed` };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
