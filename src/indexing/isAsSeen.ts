import type { FileStat } from './fileSystem';
import type { SourceListing } from './listSource';
import { inSlices, type Pace } from './pace';

/** How files looked when they were last looked at, and what they were taken for. */
type Looks = ReadonlyMap<string, FileStat & { readonly as?: string }>;

/**
 * Whether a source is as it was when all of it was last looked at: the same files and rules (`of` is what `lookOfRules` tells of those there are now), so that each file is taken for
 * what it was taken for then, and each that was read looks as it did. Says no where there is any doubt: then all is looked at closely.
 */
export function isAsSeen(
  listing: SourceListing,
  seen: Looks,
  of: readonly [key: string, look: { readonly as?: string }],
  statNow: (file: string) => FileStat | undefined,
  pace: Pace,
): Promise<boolean> {
  return inSlices(comparing(listing, seen, of, statNow), pace);
}

function* comparing(
  { files, skipped }: SourceListing,
  seen: Looks,
  [key, { as }]: readonly [key: string, look: { readonly as?: string }],
  statNow: (file: string) => FileStat | undefined,
): Generator<void, boolean> {
  if (seen.get(key)?.as !== as) return false;
  let known = 1;
  for (const { place, reason, isError } of skipped) {
    if (isError || seen.get(place)?.as !== reason) return false;
    known++;
  }
  for (const place of files.values()) {
    const look = seen.get(place);
    // What belongs to a review is seen with it.
    if (!look) continue;
    known++;
    if (known % 64 === 0) yield;
    if (isRead(look.as ?? '')) {
      const now = statNow(place);
      if (now?.mtime !== look.mtime || now.size !== look.size) return false;
    } else if (look.as !== 'omitted' && look.as !== 'material') return false;
  }
  return known === seen.size;
}

/** Whether a file was read as a review or a reading path, whatever belongs to it. */
function isRead(as: string): boolean {
  return as === 'readingPath' || as === 'review' || as.startsWith('review\n');
}
