import type { GitRepository } from './gitRepository';

/** A commit of the main line, and what it changed against the one before on that line. */
export interface LoggedCommit {
  readonly commit: string;
  /** The one before on the main line; absent for the first one. */
  readonly parent?: string;
  /** By the clock of who committed, in UTC: `YYYY-MM-DD`. */
  readonly date: string;
  /** Regular files, by path relative to the folder that was asked about; without `oid` where the file went. */
  readonly files: readonly { readonly path: string; readonly oid?: string }[];
}

/**
 * The commits of the main line, newest first: those that lead from `after` to `head`, or all. A merge is one commit, with all that it brought.
 *
 * No content is read for it. Stops quietly when the signal is aborted.
 */
export async function* readCommitLog(
  repository: GitRepository,
  { head, after }: { readonly head: string; readonly after?: string },
  signal?: AbortSignal,
): AsyncGenerator<LoggedCommit> {
  const range = after === undefined ? [head] : [head, `^${after}`];
  const shown = ['--raw', '-z', '--no-abbrev', '--no-renames', '--relative', '--format=%x01%H %ct %P'];
  const quiet = ['--no-color', '--no-notes', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const args = ['-c', 'log.showRoot=true', 'log', '--first-parent', '-m', ...shown, ...quiet, ...range, '--'];
  let open: { commit: string; parent?: string; date: string; files: { path: string; oid?: string }[] } | undefined;
  let change: string | undefined;
  for await (const token of tokens(repository.stream(args, signal))) {
    if (change !== undefined) {
      const file = toFile(change, token);
      if (file) open?.files.push(file);
      change = undefined;
    } else if (token.includes('\u0001')) {
      if (open) yield open;
      const [commit = '', time = '', parent] = token.slice(token.indexOf('\u0001') + 1).split(' ');
      open = { commit, date: dateOf(Number(time)), files: [], ...(parent && { parent }) };
    } else if (/^\n?:/.test(token)) change = token;
  }
  if (open) yield open;
}

async function* tokens(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of parts) {
    const pieces = (rest + part).split('\0');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest !== '') yield rest;
}

/** A line `:mode mode name name status`: what became of a regular file; nothing for links and submodules. */
function toFile(change: string, path: string): { path: string; oid?: string } | undefined {
  const [before = '', after = '', , oid] = change.replace(/^\n?:/, '').split(' ');
  if (after.startsWith('100') && oid !== undefined) return { path, oid };
  return before.startsWith('100') ? { path } : undefined;
}

function dateOf(seconds: number): string {
  const time = new Date(Number.isFinite(seconds) ? seconds * 1000 : 0);
  // Clocks may be broken by more than a calendar can say.
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || time.getUTCFullYear() < 1970
    ? '1970-01-01'
    : time.toISOString().slice(0, 10);
}
