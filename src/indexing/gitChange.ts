import { UserError } from '../core/userError';
import { GitError, type GitRepository } from './gitRepository';

/** A file that differs between a commit and the disk. A file that was moved is two: one that is gone, one that is new. */
export interface ChangedFile {
  /** Relative to the folder that was asked about, `/` separators. */
  readonly path: string;
  /** The name of its content in the commit; nothing where it was not there. */
  readonly oid?: string;
  /** Whether it is there now. */
  readonly isThere: boolean;
}

/** What a branch brings. */
export interface GitChange {
  /** The commit from which it departed. */
  readonly base: string;
  readonly files: readonly ChangedFile[];
  /** Paths of submodules that stand at another commit: what changed in them is not told. */
  readonly submodules: readonly string[];
}

/**
 * What the files on disk bring against a revision: compared with the commit in which the branch departed from it, as a pull request is.
 * Files that git does not know yet are no part of it.
 *
 * @throws UserError where there is no such revision, or no commit that it and the branch have in common.
 */
export async function readGitChange(repository: GitRepository, revision: string): Promise<GitChange> {
  const commit = await resolveCommit(repository, revision);
  const base = await departureFrom(repository, commit, revision);
  // Without renames, which git would look for in the contents of files.
  const args = ['diff-index', '--raw', '-z', '--no-renames', '--no-abbrev', '--relative'];
  return { base, ...parseRaw(await repository.ask([...args, base, '--'])) };
}

async function resolveCommit(repository: GitRepository, revision: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await repository.ask(args)).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UserError(`There is no revision ${revision} here. In a clone for a pipeline, fetch it first.`);
  }
}

async function departureFrom(repository: GitRepository, commit: string, revision: string): Promise<string> {
  try {
    return (await repository.ask(['merge-base', commit, 'HEAD'])).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const isShallow = (await repository.ask(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    const what = isShallow ? 'This clone is too shallow for that: fetch more of the history.' : 'Name another one.';
    throw new UserError(`${revision} has no commit in common with what is checked out. ${what}`);
  }
}

const submodule = '160000';
const regular = /^100/;

/** Reads `:mode mode name name status`, NUL, a path, NUL. */
function parseRaw(raw: string): Omit<GitChange, 'base'> {
  const files: ChangedFile[] = [];
  const submodules: string[] = [];
  const parts = raw.split('\0');
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [before = '', after = '', oid = ''] = (parts[at] ?? '').slice(1).split(' ');
    const path = parts[at + 1] ?? '';
    if (before === submodule || after === submodule) submodules.push(path);
    const wasThere = regular.test(before);
    const isThere = regular.test(after);
    if (wasThere || isThere) files.push({ path, isThere, ...(wasThere && { oid }) });
  }
  return { files, submodules };
}
