import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sample } from './paths.mjs';

/**
 * A copy of test/sample (or of another folder) to open, as a Git repository with one commit, so that the checkout stays
 * as it is and the source-control input is there.
 *
 * `files` adds to the copy or replaces in it: path with `/` → text.
 */
export function makeWorkspace(folder, { from = sample, files = {}, git = true } = {}) {
  mkdirSync(folder, { recursive: true });
  if (existsSync(from)) cpSync(from, folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (git) commit(folder);
  return folder;
}

/** What someone has set for Git (a signing key, hooks, a name) is theirs, and no part of a throw-away repository. */
function commit(folder) {
  const ours = [
    'user.name=Sample',
    'user.email=sample@example.com',
    'commit.gpgsign=false',
    'core.hooksPath=.git/none',
  ];
  const git = (...args) => execFileSync('git', [...ours.flatMap((each) => ['-c', each]), ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--allow-empty', '--message=The sample');
}
