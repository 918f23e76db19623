import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { type GitBlobs, GitError, type GitRepository } from './gitRepository';
import { isInside } from './isInside';

/**
 * The repository in which a folder lies, seen from that folder; nothing where git is not installed or there is none.
 *
 * The only place that starts a program: git itself, by its absolute path, never through a shell. Only to be called where the folder is
 * trusted: what stands in `.git/config` is git's own business.
 */
export async function openRepository(folder: string): Promise<GitRepository | undefined> {
  const program = findGit(folder);
  if (program === undefined) return undefined;
  let filters: readonly string[] = [];
  const start = (args: readonly string[]) => startGit(program, folder, args, filters);
  const repository: GitRepository = {
    async ask(args) {
      const parts: string[] = [];
      for await (const part of stream(start(args))) parts.push(part);
      return parts.join('');
    },
    stream: (args, signal) => stream(start(args), signal),
    openBlobs: () => openBlobs(start(['cat-file', '--batch'])),
  };
  try {
    await repository.ask(['rev-parse', '--git-dir']);
    filters = await readFilters(repository);
    return repository;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The first git on the path. Folders that are not absolute, or lie within the folder that is looked at, do not count: what is there was not installed. */
function findGit(folder: string): string | undefined {
  const own = realOf(folder);
  for (const each of (process.env.PATH ?? process.env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(each) || isInside(own, realOf(each))) continue;
    const program = join(each, process.platform === 'win32' ? 'git.exe' : 'git');
    try {
      accessSync(program, constants.X_OK);
      if (statSync(program).isFile()) return program;
    } catch {
      // Not there: on to the next.
    }
  }
  return undefined;
}

function realOf(place: string): string {
  try {
    return realpathSync.native(place);
  } catch {
    return place;
  }
}

/** No watcher, hook, signature check or pager (and no filter, see below) of the repository is started, paths are no patterns, and the cache of contents is large enough for a history. */
const harmless = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.quotePath=false',
    'log.showSignature=false',
    'core.deltaBaseCacheLimit=256m',
  ].flatMap((each) => ['-c', each]),
];

/** The programs through which contents would go before they are compared: `filter.NAME.clean` and such, to be switched off. */
async function readFilters(repository: GitRepository): Promise<string[]> {
  try {
    const names = await repository.ask(['config', '--name-only', '-z', '--get-regexp', '^filter\\.']);
    return names.split('\0').filter((name) => /\.(clean|smudge|process|required)$/.test(name));
  } catch (error) {
    if (error instanceof GitError) return []; // there are none
    throw error;
  }
}

/** Where a hook says that the repository is: for that hook, not for the folder that we ask about. */
const places = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_EXTERNAL_DIFF'];

function startGit(program: string, folder: string, args: readonly string[], filters: readonly string[]): ChildProcess {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone would fetch what it lacks.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
  for (const name of places) delete env[name];
  let count = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  for (const name of filters) {
    env[`GIT_CONFIG_KEY_${count}`] = name;
    env[`GIT_CONFIG_VALUE_${count}`] = name.endsWith('.required') ? 'false' : '';
    count++;
  }
  if (count > 0) env.GIT_CONFIG_COUNT = String(count);
  return spawn(program, [...harmless, ...args], { cwd: folder, env, stdio: 'pipe', shell: false, windowsHide: true });
}

async function* stream(child: ChildProcess, signal?: AbortSignal): AsyncGenerator<string> {
  const ended = endOf(child);
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  try {
    child.stdin?.end();
    if (child.stdout) {
      child.stdout.setEncoding('utf8');
      for await (const part of child.stdout) {
        if (signal?.aborted) return;
        yield String(part);
      }
    }
    const { code, said } = await ended;
    if (signal?.aborted) return;
    if (code !== 0) throw new GitError(said === '' ? `git ended with ${code}` : said);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    await ended;
  }
}

/** How a run of git ended, and what it said beside its answer. Never rejects. */
function endOf(child: ChildProcess): Promise<{ readonly code: number | undefined; readonly said: string }> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    if (said.length < 4000) said += part;
  });
  // Git may end before it has read what it was asked.
  child.stdin?.on('error', () => {});
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: undefined, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, said: said.trim() }));
  });
}

/** An answer that is awaited. */
interface Asked {
  readonly limit: number;
  answer(bytes: Uint8Array | undefined): void;
}

/** Reads what `cat-file --batch` prints: a line `<name> <type> <size>` and the content, or a line that says it is missing. */
function openBlobs(child: ChildProcess): GitBlobs {
  const asked: Asked[] = [];
  let isOver = false;
  let unsent = '';
  let header = '';
  let wanted: { isKept: boolean; left: number; readonly parts: Uint8Array[] } | undefined;

  const finish = (bytes: Uint8Array | undefined) => {
    wanted = undefined;
    header = '';
    asked.shift()?.answer(bytes);
  };
  const begin = () => {
    const [, type, size] = header.split(' ');
    if (size === undefined || !/^\d+$/.test(size)) return finish(undefined);
    const bytes = Number(size);
    // The content is followed by a line end.
    wanted = { isKept: type === 'blob' && bytes <= (asked[0]?.limit ?? 0), left: bytes + 1, parts: [] };
  };
  const take = (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      if (wanted) {
        const part = chunk.subarray(at, at + wanted.left);
        if (wanted.isKept) wanted.parts.push(part);
        wanted.left -= part.length;
        at += part.length;
        if (wanted.left === 0) finish(wanted.isKept ? Buffer.concat(wanted.parts).subarray(0, -1) : undefined);
      } else {
        const end = chunk.indexOf(10, at);
        header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        at = end < 0 ? chunk.length : end + 1;
        if (end >= 0) begin();
      }
    }
  };
  const send = () => {
    if (!isOver) child.stdin?.write(unsent);
    unsent = '';
  };
  child.stdout?.on('data', take);
  void endOf(child).then(() => {
    isOver = true;
    for (const each of asked.splice(0)) each.answer(undefined);
  });

  return {
    read(oid, limit) {
      if (isOver || !/^[0-9a-f]{40,64}$/.test(oid)) return Promise.resolve(undefined);
      return new Promise((answer) => {
        asked.push({ limit, answer });
        // One write for all that are asked for in a turn: each takes as long as finding a small content.
        if (unsent === '') setImmediate(send);
        unsent += `${oid}\n`;
      });
    },
    close() {
      isOver = true;
      child.stdin?.end();
      child.kill();
    },
  };
}
