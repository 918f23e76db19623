import * as vscode from 'vscode';
import type { GatheringProgress } from '../indexing/citationGatherer';
import type { LiveLibrary } from './liveLibrary';
import { shownCount } from './shownCount';
import type { WorkspaceCitations } from './workspaceCitations';

/** To search fewer files, or to read fewer reviews once more, is over before anybody could read of it. */
const fewFiles = 500;

/** What is asked of the library. */
export type Reading = Pick<LiveLibrary, 'state' | 'progress' | 'isStopped' | 'isRereading'> & {
  readonly library: Pick<LiveLibrary['library'], 'count'>;
};

/** What is asked of the citations. */
export type Searching = Pick<WorkspaceCitations, 'state' | 'progress'>;

/** What is being done with all reviews or all files, or was stopped before all was done; in words for a person. */
export interface PendingWork {
  readonly kind: 'reading' | 'readingStopped' | 'searching' | 'searchingStopped';
  readonly words: string;
  /** Whether it takes so long that words beside rows, which make these move, are worth it. */
  readonly isLong: boolean;
}

/**
 * The work that is pending, so that status item, Library and This File say the same; nothing where all is done, or soon will be. What goes on comes
 * first: that is what one stops.
 */
export function pendingWork(reading: Reading, searching: Searching): PendingWork | undefined {
  return nowReading(reading) ?? nowSearching(searching, reading) ?? readingStopped(reading) ?? searchStopped(searching);
}

/** The reading of reviews that is pending. */
export function pendingReading(reading: Reading): PendingWork | undefined {
  return nowReading(reading) ?? readingStopped(reading);
}

function nowReading({ state, progress, isStopped, isRereading, library }: Reading): PendingWork | undefined {
  const isLong = (progress?.total ?? library.count) > fewFiles;
  if (isStopped || !(state === 'indexing' || (isRereading && isLong))) return undefined;
  const words = progress
    ? vscode.l10n.t('Reading reviews, {0} of {1}', shownCount(progress.done), shownCount(progress.total))
    : vscode.l10n.t('Looking for reviews');
  return { kind: 'reading', words, isLong };
}

function nowSearching({ state, progress }: Searching, { library }: Reading): PendingWork | undefined {
  if (state !== 'gathering' || !progress) return undefined;
  const words = searchInWords(progress);
  // Before a number is known: reviews are searched, too.
  const isBegun = (progress.listed ?? progress.total) > 0;
  const isLong = (isBegun ? (progress.listed ?? progress.total) : library.count) > fewFiles;
  return isLong ? { kind: 'searching', words, isLong } : undefined;
}

function searchInWords({ done, total, listed = 0 }: GatheringProgress): string {
  if (listed > 0) return vscode.l10n.t('Looking for files with citations, {0} listed', shownCount(listed));
  if (total === 0) return vscode.l10n.t('Looking for files with citations');
  return vscode.l10n.t('Looking for citations, {0} of {1} files', shownCount(done), shownCount(total));
}

function readingStopped({ progress, isStopped, isRereading }: Reading): PendingWork | undefined {
  if (!isStopped) return undefined;
  const [done, total] = progress ? [shownCount(progress.done), shownCount(progress.total)] : [];
  const words =
    done === undefined || total === undefined
      ? vscode.l10n.t('Not all reviews were read.')
      : isRereading
        ? vscode.l10n.t('{0} of {1} reviews were read anew; the others are as they were.', done, total)
        : vscode.l10n.t('Not all reviews were read: {0} of {1}.', done, total);
  return { kind: 'readingStopped', words, isLong: true };
}

function searchStopped({ state }: Searching): PendingWork | undefined {
  if (state !== 'stopped') return undefined;
  return { kind: 'searchingStopped', words: vscode.l10n.t('Not all files were searched for citations.'), isLong: true };
}

/** What is indexed, what is left alone and what is pending, a sentence for each that is known. */
export function howFar(reading: Reading, searching: Searching): readonly string[] {
  return [reviewsRead(reading), filesSearched(searching)].filter((each) => each !== undefined);
}

function reviewsRead({ state, progress, isStopped, isRereading, library: { count } }: Reading): string | undefined {
  if (progress && isStopped && isRereading)
    return vscode.l10n.t('{0} of {1} reviews read anew.', shownCount(progress.done), shownCount(progress.total));
  if (progress && (state === 'indexing' || isStopped || isRereading))
    return vscode.l10n.t('{0} of {1} reviews read.', shownCount(progress.done), shownCount(progress.total));
  return count === 0 ? undefined : vscode.l10n.t('{0} reviews read.', shownCount(count));
}

function filesSearched({ progress }: Searching): string | undefined {
  if (!progress || progress.total === 0 || progress.listed !== undefined) return undefined;
  const { done, total, skipped } = progress;
  return skipped === 0
    ? vscode.l10n.t('{0} of {1} files searched for citations.', shownCount(done), shownCount(total))
    : vscode.l10n.t(
        '{0} of {1} files searched for citations, {2} left alone.',
        shownCount(done),
        shownCount(total),
        shownCount(skipped),
      );
}
