import type { FileReading, Source } from '../core/reviews/library';
import type { ReviewFile } from '../core/reviews/readReviews';
import type { FileRole } from '../core/reviews/sortFiles';
import { sortingOnce } from '../core/reviews/sourceFiles';
import { holdsWord, wordsThatName } from './changedAttachments';
import { FatalFile, fatalMessage, isFatal } from './fatalFiles';
import type { Root } from './findSources';
import { isAsSeen } from './isAsSeen';
import { isInside } from './isInside';
import { listSource, type SourceListing } from './listSource';
import { inSlices, type Pace, startPace } from './pace';
import { codeOf } from './readDocument';
import { pathInRoot, readFile, type SourceFile, unreadable } from './readFile';

/** A file of a source without its text: what is needed, with its neighbours, to read it again. */
export type KnownFile = Omit<ReviewFile, 'text' | 'isTruncated' | 'neighbours'>;

/** How a file looked when it was read. `as` tells what it was taken for. */
export interface FileLook {
  readonly mtime: number;
  readonly size: number;
  readonly as?: string;
  /** Told where it is known of a file that was read before, and was found to hold a review. */
  readonly holdsReview?: boolean;
}

/** One file read. */
export interface IndexedFile {
  readonly key: string;
  /** Present where the file was taken for a possible review. Whoever keeps it can read the file again, from an editor or from the disk. */
  readonly file?: KnownFile;
  readonly reading: FileReading;
  readonly look: FileLook;
}

/** How far the reading of a source is. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What was seen of each file when it was last read, to tell whether it changed. One map for each source. */
export type SeenFiles = Map<string, FileLook>;

/** What indexing is told, and whom it tells. */
export interface IndexOptions {
  readonly onFile: (file: IndexedFile) => void;
  readonly onGone?: (key: string) => void;
  /**
   * Is told the paths of all files of the source, relative to it, before any is read. `areKnown` where they are those of the last look, and nothing
   * else is new.
   */
  readonly onPaths?: (paths: readonly string[], areKnown: boolean) => void;
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly seen?: SeenFiles;
  /** The same, of which a copy is brought up to date. */
  readonly seenBefore?: ReadonlyMap<string, FileLook>;
  readonly signal?: AbortSignal;
  /** The other sources: what stands below this one and is a source itself is left to it. */
  readonly others?: readonly Source[];
}

/** How many files are read at a time. */
const atOnce = 16;

/**
 * Reads the reviews of a source and hands over each file as it is read, at most 16 at once. Files that are no reviews are
 * handed over with their reason; materials are not, being seen with their reviews. A file that cannot be read is one finding.
 *
 * With `seen` or `seenBefore`, files whose size and time did not change are left out, and `onGone` is told of those that vanished; `seen` is brought
 * up to date. Where nothing is new, only `onPaths` is told. A file counts as changed, too, when its materials or the rules of the source do. Stops between files when the signal is aborted.
 */
export async function indexSource(root: Root, source: Source, options: IndexOptions): Promise<void> {
  const { signal, onProgress } = options;
  const pace = startPace();
  const except = (options.others ?? []).flatMap(({ key }) => (key === source.key ? [] : [key]));
  const listing = await listSource(root, source, { except, pace, ...(signal && { signal }) });
  if (signal?.aborted) return;
  const neighbours = [...listing.files.keys()];
  const { statNow } = root.fileSystem;
  const { seenBefore } = options;
  if (statNow && seenBefore && (await isAsSeen(listing, seenBefore, lookOfRules(source, neighbours), statNow, pace))) {
    if (!signal?.aborted) options.onPaths?.(neighbours, true);
    return;
  }
  if (signal?.aborted) return;
  options.onPaths?.(neighbours, false);
  const roles = await inSlices(sortingOnce(neighbours, source.rules), pace);
  if (signal?.aborted) return;
  const jobs = [...toJobs(listing.files, roles), ...listing.skipped.map(toSkip)];
  const seen: SeenFiles = options.seen ?? new Map(seenBefore);
  const attachments = wordsThatName(changedAttachments(jobs, seen));
  takeNoteOfRules(source, seen);
  let done = 0;
  onProgress?.({ done, total: jobs.length });
  const work = async (job: Job) => {
    const before = seen.get(job.place);
    let reading = await readJob(root, source, job, neighbours, seen);
    if (reading === 'unchanged' && isRead(job.role) && (await holdsWord(root.fileSystem, job.place, attachments))) {
      seen.set(job.place, { mtime: -1, size: -1 });
      reading = await readJob(root, source, job, neighbours, seen);
    }
    if (signal?.aborted) {
      // Read, but not handed over: what was handed over before is still what counts, and is missed where it goes.
      if (before) seen.set(job.place, before);
      else seen.delete(job.place);
      return;
    }
    if (reading === 'gone') forget(job.place, seen, options);
    else if (reading !== 'unchanged')
      options.onFile({
        key: job.place,
        reading,
        look: seen.get(job.place) ?? { mtime: -1, size: -1 },
        // Nobody else is to read it either, when it is opened.
        ...(isFatal(reading) ? {} : knownFile(source, job)),
      });
    done++;
    onProgress?.({ done, total: jobs.length });
  };
  // That an attachment has come is seen until all that may name it was read, also where this is stopped before.
  await inParallel(
    jobs.filter(({ role }) => isRead(role)),
    pace,
    signal,
    work,
  );
  await inParallel(
    jobs.filter(({ role }) => !isRead(role)),
    pace,
    signal,
    work,
  );
  if (signal?.aborted) return;
  const unlisted = listing.skipped.filter(({ isError }) => isError).map(({ place }) => place);
  forgetVanished(source, jobs, [...except, ...unlisted], seen, options);
}

interface Job extends SourceFile {
  /** `unlisted` is a folder that could not be listed. */
  readonly role: FileRole | { readonly role: 'unlisted' };
  /** Changes whenever what the file is taken for does. */
  readonly as: string;
}

/** What to do with each file, in the order of paths. Materials that belong to no review are left out like any other file that is none. */
function toJobs(files: ReadonlyMap<string, string>, roles: ReadonlyMap<string, FileRole>): Job[] {
  const materials = new Map<string, string[]>();
  for (const [path, role] of roles) {
    if (role.role !== 'material') continue;
    for (const review of role.of) materials.set(review, [...(materials.get(review) ?? []), path]);
  }
  return [...files].flatMap(([path, place]): Job[] => {
    const role = roles.get(path) ?? { role: 'omitted', reason: 'not a review' };
    if (role.role === 'material' && role.of.length > 0) return [];
    const own = materials.get(path);
    return [{ place, path, role, as: own ? [role.role, ...own].join('\n') : role.role }];
  });
}

/** Files that are no reviews and came or went since the files were seen. Those that are named after a review change what it is taken for. */
function changedAttachments(jobs: readonly Job[], seen: SeenFiles): string[] {
  if (seen.size === 0) return [];
  const now = new Set(jobs.filter(({ as }) => as === 'omitted').map(({ place }) => place));
  const came = [...now].filter((place) => seen.get(place)?.as !== 'omitted');
  const went = [...seen].flatMap(([place, { as }]) => (as === 'omitted' && !now.has(place) ? [place] : []));
  return [...came, ...went];
}

/** Makes all files count as changed where the rules did. */
function takeNoteOfRules(source: Source, seen: SeenFiles): void {
  const [key, look] = lookOfRules(source);
  const before = seen.get(key)?.as;
  if (before !== look.as && !before?.startsWith(`${look.as}\n`))
    for (const each of seen.keys()) seen.set(each, { mtime: -1, size: -1 });
  seen.set(key, look);
}

/**
 * What is seen of the rules by which the files of a source were read, and of the paths among which: kept among its files, under a name that none
 * has. Without `paths`, who looks again has to look closely.
 */
export function lookOfRules(source: Source, paths?: readonly string[]): readonly [key: string, look: FileLook] {
  const rules = JSON.stringify(source.rules);
  // No path has two slashes in a row, and JSON has no line breaks.
  return [`${source.key}\n`, { mtime: 0, size: 0, as: paths ? `${rules}\n${paths.join('//')}` : rules }];
}

function toSkip({ place, path, reason, isError }: SourceListing['skipped'][number]): Job {
  return { place, path, role: isError ? { role: 'unlisted' } : { role: 'omitted', reason }, as: reason };
}

async function readJob(
  root: Root,
  source: Source,
  job: Job,
  neighbours: readonly string[],
  seen: SeenFiles,
): Promise<FileReading | 'unchanged' | 'gone'> {
  const before = seen.get(job.place);
  if (!isRead(job.role)) {
    seen.set(job.place, { mtime: 0, size: 0, as: job.as });
    return before?.as === job.as ? 'unchanged' : withoutReading(source, job, job.role);
  }
  try {
    if (before?.as === job.as) {
      const now = await root.fileSystem.stat(job.place);
      if (now?.mtime === before.mtime && now.size === before.size) return 'unchanged';
    }
    const { reading, stat } = await readFile(root.fileSystem, source, job, neighbours);
    seen.set(job.place, { mtime: stat.mtime, size: stat.size, as: job.as });
    return reading;
  } catch (error) {
    if (error instanceof FatalFile) {
      // As if it was read: it is not tried again before it changes, also not at the next start.
      seen.set(job.place, { ...error.stat, as: job.as });
      return unreadable(pathInRoot(source, job.path), 'unreadable-file', fatalMessage);
    }
    const code = codeOf(error);
    if (code === 'ENOENT') return 'gone';
    // Without time and size, so that it is asked for again next time; reported only once.
    const as = `unreadable ${code}`;
    seen.set(job.place, { mtime: -1, size: -1, as });
    if (before?.as === as) return 'unchanged';
    return unreadable(pathInRoot(source, job.path), 'unreadable-file', unreadableMessage(error));
  }
}

type Unread = Exclude<Job['role'], { role: 'review' | 'readingPath' }>;

/** Whether a file of this role is read: a review, or a reading path. */
function isRead(role: Job['role']): role is Exclude<Job['role'], Unread> {
  return role.role === 'review' || role.role === 'readingPath';
}

function knownFile(source: Source, { place, path, role }: Job): { file?: KnownFile } {
  if (!isRead(role)) return {};
  return { file: { key: place, source: source.key, path: pathInRoot(source, path), pathInSource: path } };
}

function withoutReading(source: Source, job: Job, role: Unread): FileReading {
  const path = job.path === '' ? source.path : pathInRoot(source, job.path);
  if (role.role === 'unlisted') {
    return unreadable(path, 'unreadable-folder', 'This folder cannot be listed. Check who may read it.');
  }
  const reason = role.role === 'omitted' ? role.reason : 'not a text, and it belongs to no review';
  return { kind: 'omitted', omission: { key: job.place, path, reason } };
}

function unreadableMessage(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) {
    const what = error instanceof Error ? error.message : String(error);
    return `Precedent failed on this file (${what}), which is a bug. The other files are not affected.`;
  }
  if (code === 'EACCES' || code === 'EPERM') return 'This file may not be read. Check who is permitted to.';
  return `This file cannot be read (${code}). It is tried again when the library is refreshed.`;
}

/** Forgets what was seen in the source and is no longer there; not what others read, nor what stands in a folder that cannot be listed just now. */
function forgetVanished(
  source: Source,
  jobs: readonly Job[],
  spared: readonly string[],
  seen: SeenFiles,
  options: IndexOptions,
): void {
  const there = new Set(jobs.map(({ place }) => place));
  const sparedBelow = spared.filter((place) => isInside(source.key, place));
  for (const key of [...seen.keys()]) {
    if (there.has(key) || !isInside(source.key, key)) continue;
    if (!sparedBelow.some((place) => isInside(place, key))) forget(key, seen, options);
  }
}

function forget(key: string, seen: SeenFiles, options: IndexOptions): void {
  seen.delete(key);
  options.onGone?.(key);
}

/** Does something for each item, several at a time, in order of their beginnings. */
async function inParallel<Item>(
  items: readonly Item[],
  pace: Pace,
  signal: AbortSignal | undefined,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) {
      await pace();
      if (signal?.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
