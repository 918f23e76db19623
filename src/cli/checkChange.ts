import { broughtFindings } from '../core/checks/broughtFindings';
import { type CitingFile, citesReview, lastCitationQuestion, lostReviews } from '../core/checks/lostReviews';
import { KnownIds } from '../core/citations/knownIds';
import { Library } from '../core/reviews/library';
import type { ReviewDocument } from '../core/reviews/review';
import { UserError } from '../core/userError';
import { asOfCommit } from '../indexing/asOfCommit';
import { decodeText } from '../indexing/decodeText';
import type { Root } from '../indexing/findSources';
import { openRepository } from '../indexing/git';
import { type ChangedFile, readGitChange } from '../indexing/gitChange';
import type { GitBlobs } from '../indexing/gitRepository';
import { scanTree } from '../indexing/scanTree';
import { type Findings, findingsIn, inOrder, isNamed, linesOf, type MeantFiles } from './findingsIn';
import { type OpenedLibrary, readLibrary } from './openLibrary';
import type { CommonOptions } from './options';
import type { ShownFinding } from './reportCheck';
import { scanOptions } from './scanRoot';
import type { Terminal } from './terminal';

/** What is checked of a change. */
export interface ChangeOptions {
  /** What the files here are compared with, as git names it. */
  readonly revision: string;
  readonly paths: readonly string[] | undefined;
  readonly libraryOptions: CommonOptions;
}

/**
 * What the files of the root bring against a revision: findings that were not there before, anywhere in the root where the library itself has
 * changed, and reviews whose last citation went.
 *
 * @throws UserError where the root is in no repository, or there is no such revision.
 */
export async function checkChange(now: OpenedLibrary, terminal: Terminal, options: ChangeOptions): Promise<Findings> {
  const repository = await openRepository(now.root.place);
  if (!repository) throw new UserError(`--diff needs git, and ${now.root.place} in a repository of it.`);
  const { files, submodules } = await readGitChange(repository, options.revision);
  for (const path of submodules) terminal.say(`${path} is a submodule; what changed in it is not compared.`);
  if (files.length === 0) return { shown: [], skipped: [] };
  const blobs = repository.openBlobs();
  try {
    const before = await readBefore(now, asOfCommit(now.root, files, blobs), options, terminal);
    const brought = await findBrought(now, before, files, options, terminal);
    const questions = await findLost(now, before, files, blobs);
    return {
      shown: inOrder([...brought.shown, ...questions.filter(({ finding }) => isNamed(finding.path, options.paths))]),
      skipped: brought.skipped,
    };
  } finally {
    blobs.close();
  }
}

/** The library as it was. What it has to say is said of the one that is there now. */
async function readBefore(
  { settings }: OpenedLibrary,
  root: Root,
  { libraryOptions }: ChangeOptions,
  terminal: Terminal,
): Promise<OpenedLibrary> {
  const quiet = { ...terminal, say: () => {}, isWatched: false };
  try {
    return await readLibrary(root, settings, libraryOptions, quiet);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The folder that is named now was not there.
    const library = new Library();
    return { root, settings, library, known: new KnownIds(library) };
  }
}

async function findBrought(
  now: OpenedLibrary,
  before: OpenedLibrary,
  files: readonly ChangedFile[],
  { paths }: ChangeOptions,
  terminal: Terminal,
): Promise<Findings> {
  const changed = new Set(files.map(({ path }) => path));
  const isWhole = [now, before].some(({ library }) =>
    library.sources.some(({ path }) => files.some((file) => isNamed(file.path, [path]))),
  );
  const meant: MeantFiles = { paths, ...(isWhole ? {} : { only: (path) => changed.has(path) }) };
  const found = await findingsIn(now, terminal, meant);
  const concerned = new Set(found.shown.map(({ finding }) => finding.path));
  for (const { path, isThere } of files) if (!isThere) concerned.add(path);
  const quiet = { ...terminal, isWatched: false };
  const old = await findingsIn(before, quiet, { only: (path) => concerned.has(path) });
  const fresh = new Set(files.flatMap(({ path, oid }) => (oid === undefined ? [path] : [])));
  const shown = broughtFindings(found.shown, old.shown, (path) => fresh.has(path));
  return { shown, skipped: found.skipped.filter(({ path }) => changed.has(path)) };
}

async function findLost(
  now: OpenedLibrary,
  before: OpenedLibrary,
  files: readonly ChangedFile[],
  blobs: GitBlobs,
): Promise<ShownFinding[]> {
  const was = new Map(files.flatMap(({ path, oid }) => (oid === undefined ? [] : [[path, oid] as const])));
  const changed = new Set(files.map(({ path }) => path));
  const then = await citingFiles(before, (path) => was.has(path));
  if (then.length === 0) return [];
  const candidates = lostReviews(then, await citingFiles(now, (path) => changed.has(path)), (review) =>
    reviewsToday(now, review),
  );
  const left = new Set(candidates);
  if (left.size > 0) {
    for await (const file of scan(now, (path) => !changed.has(path))) {
      for (const each of left) if (citesReview(file, each.review)) left.delete(each);
      if (left.size === 0) break;
    }
  }
  return Promise.all(
    candidates
      .filter((each) => left.has(each))
      .map(async (each) => {
        const old = textOf(await blobs.read(was.get(each.path) ?? '', largest));
        const at = linesOf(old.slice(0, each.citation.start)).length;
        const present = await readNow(now.root, each.path);
        const line = present === undefined ? undefined : lineAfter(linesOf(old), linesOf(present), at);
        return { finding: lastCitationQuestion(each, line), line: linesOf(old)[at - 1] ?? '' };
      }),
  );
}

const largest = 2 * 1024 * 1024;

/** What a review of before is now: the one in its file, else the one that has its id or had it. */
function reviewsToday({ library, known }: OpenedLibrary, { key, id }: ReviewDocument): readonly ReviewDocument[] {
  const same = library.in(key).filter((review) => review.id === id);
  if (same.length > 0) return same;
  const meaning = known.resolve(id);
  return meaning.kind === 'known' ? meaning.reviews : [];
}

async function citingFiles(opened: OpenedLibrary, only: (path: string) => boolean): Promise<CitingFile[]> {
  const files: CitingFile[] = [];
  for await (const file of scan(opened, only)) files.push(file);
  return files;
}

async function* scan(opened: OpenedLibrary, only: (path: string) => boolean): AsyncGenerator<CitingFile> {
  for await (const scanned of scanTree(opened.root, { ...scanOptions(opened), only })) {
    if ('skipped' in scanned) continue;
    const { path, place, citations } = scanned;
    yield { path, key: place, citations: citations.map(({ found }) => found) };
  }
}

async function readNow({ place, fileSystem }: Root, path: string): Promise<string | undefined> {
  const file = fileSystem.join(place, path);
  return (await fileSystem.stat(file)) ? textOf(await fileSystem.read(file, largest)) : undefined;
}

function textOf(bytes: Uint8Array | undefined): string {
  const decoded = bytes && decodeText(bytes);
  return decoded?.kind === 'text' ? decoded.text : '';
}

/** Where a line, 1-based, would be after a change: what is the same at both ends of the file stays, the rest moves to where the difference begins. */
function lineAfter(old: readonly string[], present: readonly string[], line: number): number {
  const most = Math.min(old.length, present.length);
  let head = 0;
  while (head < most && old[head] === present[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === present[present.length - 1 - tail]) tail++;
  if (line <= head) return line;
  if (line > old.length - tail) return line + present.length - old.length;
  return Math.max(1, Math.min(line, present.length - tail, present.length));
}
