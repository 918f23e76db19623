import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a history for a folder that is a Git repository: one commit for each entry, oldest first, in place of what was there. `files` are put
 * over those of the commit before; `undefined` takes a file away. `date` is when it was committed. The files of the folder end up as in the
 * last entry, beside those that the folder has.
 */
export function makeHistory(folder, entries) {
  const git = (args, date = '2020-01-01T00:00:00Z') =>
    execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=.git/none', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ GIT_AUTHOR_NAME: 'Sample', GIT_AUTHOR_EMAIL: 'sample@example.com', GIT_AUTHOR_DATE: date },
        ...{ GIT_COMMITTER_NAME: 'Sample', GIT_COMMITTER_EMAIL: 'sample@example.com', GIT_COMMITTER_DATE: date },
      },
    }).trim();
  const hashes = [];
  git(['checkout', '--quiet', '--orphan', 'history']);
  git(['rm', '-r', '--quiet', '--cached', '.']);
  for (const { date, files } of entries) {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) {
        git(['rm', '--quiet', path]);
        continue;
      }
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      git(['add', '--force', path]);
    }
    git(['commit', '--quiet', '--allow-empty', `--message=${date}`], date);
    hashes.push(git(['rev-parse', 'HEAD']));
  }
  return hashes;
}
