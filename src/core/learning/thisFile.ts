import { type FileDistance, fileDistance, nearerFirst } from '../citations/fileDistance';
import type { FilePlace, FileReason, NearbyPlace, Nearness } from '../citations/fileReason';
import type { PathMention } from '../citations/pathMentions';
import type { ReviewDocument } from '../reviews/review';
import type { FileService } from './fileService';

/** A citation in the file in front. */
export interface HereCitation extends FilePlace {
  /** As the review spells it; as written where no review has it. */
  readonly id: string;
  readonly reviews: readonly ReviewDocument[];
}

/** A mention in the file in front that is no citation yet. */
export interface HereMention extends FilePlace {
  readonly text: string;
  readonly reviews: readonly ReviewDocument[];
}

/** A citation in a file that is near. */
export interface NearbyCitation extends NearbyPlace {
  readonly as: Nearness;
  readonly reviews: readonly ReviewDocument[];
}

/** What is known of the file in front; each list in order. */
export interface FileClues {
  /** Of the file, relative to its root, `/` separators: what is cited near it comes in the order of the way there. */
  readonly path?: string;
  readonly cited: readonly HereCitation[];
  readonly mentioned?: readonly HereMention[];
  readonly named?: readonly PathMention[];
  /** Where other reviews cite the review that the file is. */
  readonly cites?: readonly { readonly review: ReviewDocument; readonly line: number }[];
  readonly nearby?: readonly NearbyCitation[];
  readonly service?: FileService;
  /** The reviews of which the file is the source; they are not told about themselves. */
  readonly own?: readonly ReviewDocument[];
}

/** In the order in which they are shown. */
export const fileGroups = ['cited', 'mentioned', 'named', 'nearby', 'service'] as const;
export type FileGroupKind = (typeof fileGroups)[number];

/** A review that bears on the file, and why. */
export interface FileEntry {
  /** Nothing for an id that no review has. */
  readonly review?: ReviewDocument;
  /** What is cited: the id of the review, or the one that none has. */
  readonly id: string;
  /** The strongest first, at least one. */
  readonly reasons: readonly [FileReason, ...FileReason[]];
}

export interface FileGroup {
  readonly kind: FileGroupKind;
  readonly entries: readonly FileEntry[];
}

/**
 * What bears on the file in front, in groups, none of them empty: what it cites in the order of its text; what it mentions; the
 * reviews that name it; what is cited near it; what is about its service.
 *
 * Each review stands once, where its reason is strongest; that it names the file as well is said there. Within a group the stronger
 * reason comes first, then the latest review; but what is cited in the same folder comes before what is cited elsewhere, of which the nearer
 * comes first, and copies of others' code last. Nothing is counted.
 */
export function thisFile(clues: FileClues): readonly FileGroup[] {
  const seen = new Set<ReviewDocument>(clues.own);
  const named = new Map<ReviewDocument, FileReason>(
    [...namedReasons(clues), ...citesReasons(clues)].filter(([review]) => !seen.has(review)),
  );
  const take = (entries: readonly FileEntry[]): readonly FileEntry[] => {
    return entries.filter(({ review }) => {
      const isNew = !review || !seen.has(review);
      if (review) seen.add(review);
      return isNew;
    });
  };
  const withNames = (entry: FileEntry): FileEntry => {
    const reason = entry.review && named.get(entry.review);
    return reason ? { ...entry, reasons: [...entry.reasons, reason] } : entry;
  };
  const groups: Readonly<Record<FileGroupKind, readonly FileEntry[]>> = {
    cited: take(citedEntries(clues)).map(withNames),
    mentioned: take(mentionedEntries(clues)).map(withNames),
    named: take([...named].map(([review, reason]) => entryOf(review, reason))),
    nearby: take(nearbyEntries(clues)),
    service: take(serviceEntries(clues)),
  };
  return fileGroups.map((kind) => ({ kind, entries: groups[kind] })).filter(({ entries }) => entries.length > 0);
}

function entryOf(review: ReviewDocument, ...reasons: [FileReason, ...FileReason[]]): FileEntry {
  return { review, id: review.id, reasons };
}

function citedEntries({ cited }: FileClues): readonly FileEntry[] {
  const places = new Map<ReviewDocument | string, { readonly id: string; readonly places: FilePlace[] }>();
  for (const { id, reviews, line, cell } of cited) {
    const place = cell === undefined ? { line } : { line, cell };
    for (const key of reviews.length > 0 ? reviews : [id.toLowerCase()]) {
      const there = places.get(key);
      if (there) there.places.push(place);
      else places.set(key, { id, places: [place] });
    }
  }
  return [...places].map(([key, told]) => {
    const reason = { kind: 'cited', places: told.places } as const;
    return typeof key === 'string' ? { id: told.id, reasons: [reason] } : entryOf(key, reason);
  });
}

function mentionedEntries({ mentioned = [] }: FileClues): readonly FileEntry[] {
  const entries = new Map<ReviewDocument, FileEntry>();
  for (const { reviews, text, line, cell } of mentioned) {
    const place = cell === undefined ? { line } : { line, cell };
    for (const review of reviews) {
      if (!entries.has(review)) entries.set(review, entryOf(review, { kind: 'mentioned', place, text }));
    }
  }
  return [...entries.values()];
}

function* namedReasons({ named = [] }: FileClues): Generator<readonly [ReviewDocument, FileReason]> {
  for (const { review, as, name, line } of named) yield [review, { kind: 'named', as, name, line }];
}

/** A review that cites this one says more by it than by naming its file. */
function* citesReasons({ cites = [] }: FileClues): Generator<readonly [ReviewDocument, FileReason]> {
  const told = new Set<ReviewDocument>();
  for (const { review, line } of cites.toSorted((a, b) => latestFirst(a.review, b.review) || a.line - b.line)) {
    if (!told.has(review)) yield [review, { kind: 'cites', line }];
    told.add(review);
  }
}

/** The stronger first. */
const nearnesses: readonly Nearness[] = ['imported', 'importer', 'folder'];

/** A file near the one in front in which a review is cited. */
interface FarPlace extends NearbyPlace {
  readonly distance: FileDistance;
}

interface NearbyReview {
  readonly review: ReviewDocument;
  readonly as: Nearness;
  /** One for each file, the nearest first. */
  readonly places: readonly [FarPlace, ...FarPlace[]];
}

function nearbyEntries(clues: FileClues): readonly FileEntry[] {
  return nearnesses
    .flatMap((as) => nearbyReviews(clues, as))
    .sort(strongerFirst)
    .map(({ review, as, places: [first, ...others] }) =>
      entryOf(review, { kind: 'nearby', as, places: [toPlace(first), ...others.map(toPlace)] }),
    );
}

function nearbyReviews({ path: from = '', nearby = [] }: FileClues, as: Nearness): readonly NearbyReview[] {
  const found = new Map<ReviewDocument, [FarPlace, ...FarPlace[]]>();
  for (const { reviews, file, path, line } of nearby.filter((each) => each.as === as)) {
    const place = { file, path, line, distance: fileDistance(from, path) };
    for (const review of reviews) {
      const there = found.get(review);
      if (!there) found.set(review, [place]);
      else if (there.every((each) => each.file !== file)) there.push(place);
    }
  }
  return [...found].map(([review, places]) => {
    places.sort((a, b) => nearerFirst(a.distance, b.distance));
    return { review, as, places };
  });
}

function strongerFirst(a: NearbyReview, b: NearbyReview): number {
  const [{ distance: left }] = a.places;
  const [{ distance: right }] = b.places;
  return (
    Number(left.isVendored) - Number(right.isVendored) ||
    Number(left.folders > 0) - Number(right.folders > 0) ||
    nearnesses.indexOf(a.as) - nearnesses.indexOf(b.as) ||
    left.folders - right.folders ||
    latestFirst(a.review, b.review)
  );
}

function toPlace({ file, path, line }: FarPlace): NearbyPlace {
  return { file, path, line };
}

function serviceEntries({ service }: FileClues): readonly FileEntry[] {
  if (!service) return [];
  const { service: name, folder, isTold, reviews } = service;
  return reviews
    .toSorted(latestFirst)
    .map((review) => entryOf(review, { kind: 'service', service: name, folder, isTold }));
}

function latestFirst(a: ReviewDocument, b: ReviewDocument): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
