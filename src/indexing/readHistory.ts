import {
  CitationHistory,
  type CitationHistoryState,
  type CommittedCitation,
  type HistoryStep,
} from '../core/learning/citationHistory';
import { isOfLibrary, realmOf } from '../core/learning/learningSignals';
import { matchGlobs } from './cheapGlobs';
import { type LoggedCommit, readCommitLog } from './commitLog';
import { decodeText } from './decodeText';
import type { Root } from './findSources';
import { type GitBlobs, GitError, type GitRepository } from './gitRepository';
import { IgnoreRules } from './ignoreRules';
import { listingOnce } from './listingOnce';
import type { Pace } from './pace';
import { type Scanner, scanText } from './scanFile';

/** How citations came and went along the main line, up to a commit. */
export interface ReadHistory {
  readonly head: string;
  /** Date of that commit, `YYYY-MM-DD`. */
  readonly until: string;
  /** Whether older commits are missing in this clone. */
  readonly isCut: boolean;
  readonly state: CitationHistoryState;
}

/** What reading a history is told. */
export interface HistoryOptions extends Omit<Scanner, 'pace'> {
  readonly pace: Pace;
  /** Globs of paths to leave alone. */
  readonly exclude: readonly string[];
  /** What was read before, with the same library and settings: only what came since is read, where that leads on from it. */
  readonly before?: ReadHistory;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** Files larger than this are not looked at, in bytes, as elsewhere. */
const largest = 2 * 1024 * 1024;

/** How many contents are asked for before the first of them is looked at: git and we work at the same time. */
const ahead = 256;

/**
 * Reads how citations of the known reviews in code and design documents came and went, from the repository: each content that ever stood at a path of the main
 * line is looked through once, by the rules by which citations are found everywhere. The library's own folders do not count.
 *
 * Nothing where there is no commit yet, or where the signal was aborted.
 */
export async function readHistory(
  repository: GitRepository,
  root: Root,
  options: HistoryOptions,
): Promise<ReadHistory | undefined> {
  const { before, signal } = options;
  const head = await headOf(repository);
  if (head === undefined) return undefined;
  if (before?.head === head) return before;
  if (before && (await isAncestor(repository, before.head, head))) {
    const later = await collect(repository, root, { head, after: before.head }, options);
    // It leads on from what was read only where the oldest commit stands on that one.
    if (later && !later.saysWhatToLeave && later.commits.at(-1)?.parent === before.head) {
      return { ...before, head, ...follow(new CitationHistory(before.state), later, before.until) };
    }
  }
  const all = await collect(repository, root, { head }, options);
  if (!all || signal?.aborted) return undefined;
  const isCut = (await repository.ask(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  return { head, isCut, ...follow(new CitationHistory(), all, '') };
}

async function headOf(repository: GitRepository): Promise<string | undefined> {
  try {
    return (await repository.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined; // nothing is committed yet
    throw error;
  }
}

/** Whether one commit leads to another; not where the first is gone. */
async function isAncestor(repository: GitRepository, commit: string, head: string): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return false;
  try {
    await repository.ask(['merge-base', '--is-ancestor', commit, head]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** Commits, newest first, and what each content cites, by content and path. What cites nothing is absent. */
interface Collected {
  readonly commits: readonly LoggedCommit[];
  readonly cited: ReadonlyMap<string, readonly CommittedCitation[]>;
  /** Whether a file changed that says which files are left alone. */
  readonly saysWhatToLeave: boolean;
}

async function collect(
  repository: GitRepository,
  root: Root,
  range: { readonly head: string; readonly after?: string },
  options: HistoryOptions,
): Promise<Collected | undefined> {
  const { signal, pace } = options;
  const total = await countCommits(repository, range);
  const isMeant = meantPaths(options);
  const commits: LoggedCommit[] = [];
  const cited = new Map<string, readonly CommittedCitation[]>();
  const seen = new Set<string>();
  let saysWhatToLeave = false;
  const blobs = repository.openBlobs();
  try {
    const waiting: Promise<void>[] = [];
    for await (const { files, ...commit } of readCommitLog(repository, range, signal)) {
      const meant = files.filter(({ path }) => isMeant(path));
      commits.push({ ...commit, files: meant });
      saysWhatToLeave ||= files.some(({ path }) => /(?:^|\/)\.(?:git)?ignore$/.test(path));
      for (const { path, oid } of meant) {
        const key = `${oid}\n${path}`;
        if (oid === undefined || seen.has(key)) continue;
        seen.add(key);
        waiting.push(look(blobs, root, { path, oid }, options).then((found) => void (found && cited.set(key, found))));
        if (waiting.length >= ahead) await waiting.shift();
      }
      if (commits.length % 64 === 0) {
        await pace();
        options.onProgress?.({ done: commits.length, total: Math.max(total, commits.length) });
      }
      if (signal?.aborted) return undefined;
    }
    await Promise.all(waiting);
  } finally {
    blobs.close();
  }
  if (signal?.aborted) return undefined;
  return { commits, cited: await withoutIgnored(root, cited), saysWhatToLeave };
}

/** Files that `.gitignore` and `.ignore` name now are left alone here as everywhere, also where git has them. */
async function withoutIgnored(root: Root, cited: Collected['cited']): Promise<Collected['cited']> {
  const look = listingOnce(root);
  const ignored = new Map<string, boolean>();
  const kept = new Map<string, readonly CommittedCitation[]>();
  for (const [key, citations] of cited) {
    const path = key.slice(key.indexOf('\n') + 1);
    const answer = ignored.get(path) ?? (await isIgnored(look, path));
    ignored.set(path, answer);
    if (!answer) kept.set(key, citations);
  }
  return kept;
}

async function isIgnored({ place, fileSystem }: Root, path: string): Promise<boolean> {
  let rules = IgnoreRules.none;
  let at = '';
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const folder = at === '' ? place : fileSystem.join(place, at);
    rules = await rules.entering(fileSystem, folder, at, (await fileSystem.list(folder)) ?? []);
    at = at === '' ? part : `${at}/${part}`;
    if (rules.ignores(at, index < parts.length - 1)) return true;
  }
  return false;
}

async function countCommits(
  repository: GitRepository,
  { head, after }: { readonly head: string; readonly after?: string },
): Promise<number> {
  const range = after === undefined ? [head] : [head, `^${after}`];
  return Number(await repository.ask(['rev-list', '--count', '--first-parent', ...range, '--']));
}

/** Which paths can hold citations that count: of a language that is known, not excluded, and not of the library itself. */
function meantPaths({ languages, known, exclude }: HistoryOptions): (path: string) => boolean {
  const isExcluded = matchGlobs(exclude);
  const { sources } = known.library;
  const remembered = new Map<string, boolean>();
  const decide = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name.includes('.') && !name.endsWith('.ipynb') && !languages.find({ path })) return false;
    if (/(?:^|\/)(?:node_modules|bower_components)\//.test(path)) return false;
    if (isOfLibrary(path, sources)) return false;
    const parts = path.split('/');
    return !parts.some((_, at) => isExcluded(parts.slice(0, at + 1).join('/')));
  };
  return (path) => {
    const there = remembered.get(path);
    if (there !== undefined) return there;
    const answer = decide(path);
    remembered.set(path, answer);
    return answer;
  };
}

/** What a content cites, in order; nothing where it cites no known review. */
async function look(
  blobs: GitBlobs,
  root: Root,
  { path, oid }: { readonly path: string; readonly oid: string },
  { known, languages, matchIn, pace }: HistoryOptions,
): Promise<readonly CommittedCitation[] | undefined> {
  const bytes = await blobs.read(oid, largest);
  const decoded = bytes && decodeText(bytes);
  if (decoded?.kind !== 'text' || !known.mayOccurIn(decoded.text)) return undefined;
  await pace();
  const place = root.fileSystem.join(root.place, path);
  const { citations } = await scanText({ path, place }, decoded.text, { known, languages, matchIn, pace });
  const found = citations.flatMap(({ citation, found: { reviews } }): CommittedCitation[] => {
    const realm = realmOf(citation);
    const [review] = reviews;
    return review && realm ? [{ id: review.id, realm, sentence: citation.sentence }] : [];
  });
  return found.length === 0 ? undefined : found;
}

/** Follows commits from the oldest on. Files that never cite anything are passed over. */
function follow(
  history: CitationHistory,
  { commits, cited }: Collected,
  until: string,
): Pick<ReadHistory, 'state' | 'until'> {
  const citing = new Set([...cited.keys()].map((key) => key.slice(key.indexOf('\n') + 1)));
  for (const { path } of history.standing) citing.add(path);
  for (let at = commits.length - 1; at >= 0; at--) {
    const { commit, date, files } = commits[at] ?? { commit: '', date: '', files: [] };
    const step: HistoryStep['files'] = files
      .filter(({ path }) => citing.has(path))
      .map(({ path, oid }) => ({ path, citations: (oid !== undefined && cited.get(`${oid}\n${path}`)) || [] }));
    if (step.length > 0) history.take({ commit, date, files: step });
  }
  return { until: commits[0]?.date ?? until, state: history.state };
}
